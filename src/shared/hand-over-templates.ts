import type { HandOver } from './contract/hand-over.ts';

/** One field of a template, filled in by the person. */
export interface TemplateField {
  readonly name: string;
  readonly label: string;
  readonly example: string;
}

/** A way programs keep secrets, with its command as that program's own documentation has it. */
export interface HandOverTemplate {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly TemplateField[];
  /** Given every field's text, trimmed. */
  readonly build: (fields: Readonly<Record<string, string>>) => HandOver;
}

const stdin = { stdin: true } as const;
const field = (name: string, label: string, example: string): TemplateField => ({ name, label, example });
const of = (fields: Readonly<Record<string, string>>, name: string): string => fields[name] ?? '';

const vaultFields = [
  field('mount', 'Mount', 'secret'),
  field('path', 'Path', 'hr/okta'),
  field('key', 'Key', 'token'),
];
const vault = (verb: 'put' | 'patch', fields: Readonly<Record<string, string>>): HandOver => ({
  kind: 'command',
  argv: ['vault', 'kv', verb, `-mount=${of(fields, 'mount')}`, of(fields, 'path'), `${of(fields, 'key')}=-`],
  via: stdin,
});

/**
 * Templates for hand-over. Each value goes in on standard input, which every one of these programs documents:
 * `vault kv put ... key=-` (developer.hashicorp.com/vault/docs/commands/kv/put), `gh secret set` without `--body` (cli.github.com),
 * `aws ... file:///dev/stdin` (AWS CLI, loading a parameter from a file), `kubectl create secret --from-file` (kubernetes.io),
 * `doppler secrets set NAME` (docs.doppler.com).
 */
export const handOverTemplates: readonly HandOverTemplate[] = [
  {
    id: 'vault-put',
    name: 'HashiCorp Vault, replace the secret',
    fields: vaultFields,
    build: (fields) => vault('put', fields),
  },
  {
    id: 'vault-patch',
    name: 'HashiCorp Vault, keep its other keys',
    fields: vaultFields,
    build: (fields) => vault('patch', fields),
  },
  {
    id: 'github',
    name: 'GitHub Actions secret',
    fields: [field('repo', 'Repository', 'acme/infra'), field('key', 'Secret', 'OKTA_API_TOKEN')],
    build: (fields) => ({
      kind: 'command',
      argv: ['gh', 'secret', 'set', of(fields, 'key'), '--repo', of(fields, 'repo')],
      via: stdin,
    }),
  },
  {
    id: 'aws',
    name: 'AWS Secrets Manager',
    fields: [field('id', 'Secret ID', 'prod/okta'), field('region', 'Region', 'eu-central-1')],
    build: (fields) => ({
      kind: 'command',
      argv: [
        'aws',
        'secretsmanager',
        'put-secret-value',
        '--secret-id',
        of(fields, 'id'),
        '--region',
        of(fields, 'region'),
        '--secret-string',
        'file:///dev/stdin',
      ],
      via: stdin,
    }),
  },
  {
    id: 'kubernetes',
    name: 'Kubernetes secret',
    fields: [
      field('namespace', 'Namespace', 'default'),
      field('name', 'Secret', 'okta'),
      field('key', 'Key', 'token'),
    ],
    build: (fields) => ({
      kind: 'command',
      argv: [
        'kubectl',
        'create',
        'secret',
        'generic',
        of(fields, 'name'),
        '--namespace',
        of(fields, 'namespace'),
        `--from-file=${of(fields, 'key')}=/dev/stdin`,
        '--dry-run=client',
        '--output=json',
      ],
      via: stdin,
      // `create` alone fails where the secret exists; `apply` makes or replaces it.
      pipeTo: ['kubectl', 'apply', '--namespace', of(fields, 'namespace'), '--filename', '-'],
    }),
  },
  {
    id: 'doppler',
    name: 'Doppler',
    fields: [
      field('project', 'Project', 'infra'),
      field('config', 'Config', 'prd'),
      field('key', 'Secret', 'OKTA_API_TOKEN'),
    ],
    build: (fields) => ({
      kind: 'command',
      argv: [
        'doppler',
        'secrets',
        'set',
        of(fields, 'key'),
        '--project',
        of(fields, 'project'),
        '--config',
        of(fields, 'config'),
        '--no-interactive',
        '--silent',
      ],
      via: stdin,
    }),
  },
];
