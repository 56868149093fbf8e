import { words } from './words.ts';

/** Command lines for `--help`, by command. */
export const examples: Readonly<Record<string, readonly string[]>> = {
  ls: ['keyturn ls', "keyturn ls --json | jq -r '.[].name'"],
  test: ['keyturn test terraform-prod', 'keyturn test --json terraform-prod', 'keyturn test "HR import"'],
  rotate: ['keyturn rotate terraform-prod'],
  status: ['keyturn status', 'keyturn status --json --start'],
  guard: ['keyturn guard --install', 'keyturn guard'],
  curl: [
    'keyturn curl terraform-prod /api/v1/users/me',
    'keyturn curl --app terraform-prod "/api/v1/users?limit=1"',
    'keyturn curl terraform-prod /api/v1/groups -- -X POST --json @group.json',
  ],
  exec: [
    'keyturn exec terraform-prod -- node app.js',
    'keyturn exec --app terraform-prod -- python3 app.py',
    'keyturn exec --value terraform-prod -- terraform plan',
  ],
  completion: ['keyturn completion fish | source'],
};

/** Returns the examples of a command as they stand below its help. Empty when it has none. Pure. */
export function examplesOf(command: string): string {
  const lines = examples[command] ?? [];
  return lines.length === 0
    ? ''
    : `\n${words.line.examples}\n${lines.map((line) => `  $ ${line}`).join('\n')}`;
}
