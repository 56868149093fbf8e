import { z } from 'zod';
import { events, methods } from '../../src/shared/contract/methods.ts';
import * as orgs from '../../src/shared/contract/orgs.ts';
import * as outcome from '../../src/shared/contract/outcome.ts';
import * as rotation from '../../src/shared/contract/rotation.ts';
import * as settings from '../../src/shared/contract/settings.ts';
import * as testing from '../../src/shared/contract/testing.ts';
import * as tokens from '../../src/shared/contract/tokens.ts';
import * as vault from '../../src/shared/contract/vault.ts';
import * as vaultStatus from '../../src/shared/contract/vault-status.ts';
import * as wizard from '../../src/shared/contract/wizard.ts';

const intro = `# The bridge

What the window can ask of the main process, all of it: \`window.keyturn.<feature>.<method>(request)\` gives a Result and never rejects.
Made from \`src/shared/contract/methods.ts\` by \`npm run docs\`; a test compares the two.

No method and no event has a field that could carry a token's value out to the window. Values travel inward only, by
\`wizard.captureTyped\` and \`rotation.captureTyped\`; passphrases and recovery keys by the vault's methods. The one secret shown is the recovery key, once, because a
person must write it down.
`;

/** The contract's named schemas. The table shows a long one by its name. */
const named = new Map<unknown, string>(
  [orgs, outcome, rotation, settings, testing, tokens, vault, vaultStatus, wizard].flatMap((file) =>
    Object.entries(file).map(([name, schema]) => [schema, name] as const),
  ),
);

/** Returns the names of a schema's top-level fields, with `?` for optional ones. */
function fields(schema: z.ZodType): string {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  if (json.type === 'array') return 'a list';
  const names = Object.keys(json.properties ?? {});
  const name = named.get(schema);
  if (name !== undefined && names.length > 8) return `a \`${name}\``;
  if (names.length === 0) return '–';
  return names.map((name) => (json.required?.includes(name) ? name : `${name}?`)).join(', ');
}

/** Returns the text of docs/bridge.md. */
export function bridgeTable(): string {
  const parts = [intro];
  for (const [feature, table] of Object.entries(methods)) {
    parts.push(`## ${feature}\n\n| Method | Takes | Gives | Why |\n|---|---|---|---|`);
    for (const [name, spec] of Object.entries(table)) {
      parts.push(`| \`${name}\` | ${fields(spec.request)} | ${fields(spec.response)} | ${spec.why} |`);
    }
    parts.push('');
  }
  parts.push('## Events\n\n| Event | Carries |\n|---|---|');
  for (const [name, schema] of Object.entries(events)) parts.push(`| \`${name}\` | ${fields(schema)} |`);
  return `${parts.join('\n')}\n`;
}
