import type { HandOver } from './contract/hand-over.ts';
import { words } from './words.ts';

/** One field of a template, filled in by the person. */
export interface TemplateField {
  readonly name: string;
  readonly label: string;
  readonly example: string;
}

/** One way in which a program stores secrets, with the command from the program's own documentation. */
export interface HandOverTemplate {
  readonly id: string;
  readonly name: string;
  readonly fields: readonly TemplateField[];
  /** Returns the hand-over for the trimmed text of every field. */
  readonly build: (fields: Readonly<Record<string, string>>) => HandOver;
}

const stdin = { stdin: true } as const;
const field = (name: string, label: string, example: string): TemplateField => ({ name, label, example });
const of = (fields: Readonly<Record<string, string>>, name: string): string => fields[name] ?? '';

const vaultFields = [
  field('mount', words.handOver.mount, 'secret'),
  field('path', words.handOver.path, 'hr/okta'),
  field('key', words.handOver.key, 'token'),
];
const vault = (verb: 'put' | 'patch', fields: Readonly<Record<string, string>>): HandOver => ({
  kind: 'command',
  argv: ['vault', 'kv', verb, `-mount=${of(fields, 'mount')}`, of(fields, 'path'), `${of(fields, 'key')}=-`],
  via: stdin,
});

/**
 * The templates for hand-over. The value goes to standard input, as each of these programs documents: `vault kv put ... key=-`
 * (developer.hashicorp.com/vault/docs/commands/kv/put), `gh secret set` without `--body` (cli.github.com), `aws ... file:///dev/stdin` (AWS
 * CLI, loading a parameter from a file), `kubectl create secret --from-file` (kubernetes.io), `doppler secrets set NAME`
 * (docs.doppler.com).
 */
export const handOverTemplates: readonly HandOverTemplate[] = [
  {
    id: 'vault-put',
    name: words.handOver.vaultPut,
    fields: vaultFields,
    build: (fields) => vault('put', fields),
  },
  {
    id: 'vault-patch',
    name: words.handOver.vaultPatch,
    fields: vaultFields,
    build: (fields) => vault('patch', fields),
  },
  {
    id: 'github',
    name: words.handOver.github,
    fields: [
      field('repo', words.handOver.repository, 'acme/infra'),
      field('key', words.handOver.secret, 'OKTA_API_TOKEN'),
    ],
    build: (fields) => ({
      kind: 'command',
      argv: ['gh', 'secret', 'set', of(fields, 'key'), '--repo', of(fields, 'repo')],
      via: stdin,
    }),
  },
  {
    id: 'aws',
    name: words.handOver.aws,
    fields: [
      field('id', words.handOver.secretId, 'prod/okta'),
      field('region', words.handOver.region, 'eu-central-1'),
    ],
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
    name: words.handOver.kubernetes,
    fields: [
      field('namespace', words.handOver.namespace, 'default'),
      field('name', words.handOver.secret, 'okta'),
      field('key', words.handOver.key, 'token'),
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
      // `create` alone fails when the secret exists; `apply` creates or replaces it.
      pipeTo: ['kubectl', 'apply', '--namespace', of(fields, 'namespace'), '--filename', '-'],
    }),
  },
  {
    id: 'doppler',
    name: words.handOver.doppler,
    fields: [
      field('project', words.handOver.project, 'infra'),
      field('config', words.handOver.config, 'prd'),
      field('key', words.handOver.secret, 'OKTA_API_TOKEN'),
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
