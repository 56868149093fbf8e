import { parse } from 'dotenv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText, isCleanable, marker } from '../../../src/main/features/plaintext/clean-text.ts';
import { kindOf } from '../../../src/main/features/plaintext/places.ts';
import type { PlaceKind } from '../../../src/shared/contract/plaintext.ts';
import { randomValue } from '../../support/random-value.ts';

const value = randomValue(11);
const clean = (kind: PlaceKind, text: string, path = 'x') =>
  cleanText(
    kind,
    path,
    text,
    [...text.matchAll(new RegExp(value, 'g'))].map(({ index }) => ({
      from: index,
      to: index + value.length,
    })),
  );

describe('an .env file', () => {
  it.each([
    ['a line', `A=1\nOKTA_API_TOKEN=${value}\nB=2\n`],
    ['with quotes, export and a comment', `A=1\nexport OKTA_API_TOKEN="${value}" # prod\nB=2\n`],
    ['with the scheme', `A=1\nOKTA_API_TOKEN='SSWS ${value}'\nB=2\n`],
    ['in CRLF', `A=1\r\nOKTA_API_TOKEN=${value}\r\nB=2\r\n`],
  ])('replaces the line by a comment: %s', (_what, text) => {
    const next = clean('env', text);
    expect(next).not.toContain(value);
    expect(parse(next)).toEqual({ A: '1', B: '2' });
    const end = text.includes('\r\n') ? '\r\n' : '\n';
    const comment = '# Keyturn removed OKTA_API_TOKEN. Run the program with: keyturn exec';
    const own = text.includes('# prod') ? ' # prod' : '';
    expect(next.split(end)).toEqual(['A=1', comment + own, 'B=2', '']);
  });

  it('keeps the rest of the line', () => {
    expect(clean('env', `CURL="-H 'Authorization: SSWS ${value}' -s"\n`)).toBe(
      `CURL="-H 'Authorization: SSWS ${marker}' -s"\n`,
    );
    expect(clean('env', `# OKTA_API_TOKEN=${value}\n`)).toBe(`# OKTA_API_TOKEN=${marker}\n`);
  });

  it('takes the value out of the comment on its line, too', () => {
    expect(clean('env', `A=1\nOKTA_API_TOKEN=${value} # not ${value}\nB=2\n`)).toBe(
      `A=1\n# Keyturn removed OKTA_API_TOKEN. Run the program with: keyturn exec # not ${marker}\nB=2\n`,
    );
  });

  it.each(['"', "'", '`'])('changes no line of another value in %s', (quote) => {
    const text = `PEM=${quote}x\nOKTA_API_TOKEN=${value}\ny${quote}\nB=2\n`;
    expect(clean('env', text)).toBe(text.replace(value, marker));
  });

  it('leaves a command in the place of a line of a script', () => {
    const text = `if true; then\n  export OKTA_API_TOKEN=${value}\nfi\n`;
    expect(clean('env', text, '/home/a/.envrc')).toBe(
      'if true; then\n  : # Keyturn removed OKTA_API_TOKEN. Run the program with: keyturn exec\nfi\n',
    );
  });

  it('keeps every other key with its content', () => {
    const word = fc.string({ unit: fc.constantFrom(...`ab1 #'"=\\$`), maxLength: 12 });
    fc.assert(
      fc.property(word, word, (before, behind) => {
        const text = `A=${before}\nOKTA_API_TOKEN=${value}\nB=${behind}\n`;
        const [was, is] = [parse(text), parse(clean('env', text))];
        // A quote that is open takes the token's line into the value before.
        expect(Object.keys(was).filter((key) => was[key] !== is[key] && !was[key]?.includes(value))).toEqual(
          [],
        );
      }),
    );
  });
});

describe('a history loses the whole command', () => {
  const call = `curl -H 'Authorization: SSWS ${value}' https://acme.okta.com`;
  it.each([
    ['bash', '.bash_history', `cd a\n${call}\nls\n`, 'cd a\nls\n'],
    [
      'bash with times',
      '.bash_history',
      `#1764000000\ncd a\n#1764000001\n${call}\n#1764000002\nls\n`,
      '#1764000000\ncd a\n#1764000002\nls\n',
    ],
    [
      'zsh',
      '.zsh_history',
      `: 1764000000:0;cd a\n: 1764000001:0;${call}\n: 1764000002:0;ls\n`,
      ': 1764000000:0;cd a\n: 1764000002:0;ls\n',
    ],
    [
      'zsh over lines',
      '.zsh_history',
      `: 1:0;cd a\n: 2:0;curl \\\n  -H 'Authorization: SSWS ${value}' \\\n  https://acme.okta.com\n: 3:0;ls\n`,
      ': 1:0;cd a\n: 3:0;ls\n',
    ],
    [
      'fish',
      'fish_history',
      `- cmd: cd a\n  when: 1\n- cmd: ${call}\n  when: 2\n  paths:\n    - x\n- cmd: ls\n  when: 3\n`,
      '- cmd: cd a\n  when: 1\n- cmd: ls\n  when: 3\n',
    ],
    [
      'PowerShell over lines',
      'ConsoleHost_history.txt',
      `cd a\r\nirm \`\r\n -Headers @{Authorization='SSWS ${value}'}\r\nls\r\n`,
      'cd a\r\nls\r\n',
    ],
    [
      'bash, a backtick at the end of a line',
      '.bash_history',
      `echo \`date\`\n${call} -d \`date\`\nls\n`,
      'echo `date`\nls\n',
    ],
    [
      'bash with times, quotes over lines',
      '.bash_history',
      `#1764000000\ncd a\n#1764000001\ncurl -d '{\n "token": "${value}"\n}' x\nls\n#1764000002\nls\n`,
      '#1764000000\ncd a\nls\n#1764000002\nls\n',
    ],
    [
      'bash with times, a here-document',
      '.bash_history',
      `#1764000000\ncd a\n#1764000001\ncat > .env <<'EOF'\nA=1\nT=${value}\nEOF\n#1764000002\nls\n`,
      '#1764000000\ncd a\n#1764000002\nls\n',
    ],
    [
      'bash with times, a quote that nothing closes',
      '.bash_history',
      `#1764000000\necho it's\n${call}\nls\n`,
      "#1764000000\necho it's\nls\n",
    ],
    [
      'zsh, a here-document',
      '.zsh_history',
      `: 1:0;cd a\n: 2:0;cat > .env <<EOF\\\nT=${value}\\\nEOF\n: 3:0;ls\n`,
      ': 1:0;cd a\n: 3:0;ls\n',
    ],
    [
      'fish, a session of its own',
      '/home/a/.local/share/fish/work_history',
      `- cmd: cat > .env <<EOF\\nT=${value}\\nEOF\n  when: 1\n- cmd: ls\n  when: 2\n`,
      '- cmd: ls\n  when: 2\n',
    ],
    [
      'PowerShell, a backslash at the end of a line',
      'ConsoleHost_history.txt',
      `cd C:\\tmp\\\r\n$env:T="${value}"; cd C:\\\r\nls\r\n`,
      'cd C:\\tmp\\\r\nls\r\n',
    ],
    ['the last command without an end', '.bash_history', `cd a\n${call}`, 'cd a\n'],
  ])('%s', (_shell, path, text, next) => expect(clean('history', text, path)).toBe(next));
});

describe('replaces only the value elsewhere', () => {
  it.each<[PlaceKind, string]>([
    ['netrc', `machine acme.okta.com login svc password ${value}\n`],
    ['okta-yaml', `okta:\n  client:\n    token: ${value}\n`],
    ['netrc', `machine a login b password c machine acme.okta.com login svc password "${value}" # x\r\n`],
    [
      'netrc',
      `macdef init\ncurl -H 'Authorization: SSWS ${value}' https://acme.okta.com\n\ndefault login a\n`,
    ],
    ['okta-yaml', `x: &t "${value}" # prod\n---\nokta:\n  client: {token: *t}\n`],
    ['tfvars', `api_token = "${value}"\n`],
    ['tfvars', `okta = {\n  headers = <<-EOT\n    SSWS ${value}\n  EOT\n} // x\r\n`],
    ['postman', `{"values":[{"key":"apikey","value":"${value}"}]}`],
    ['vscode', `{\n  // the token\n  "env": { "OKTA_API_TOKEN": "${value}", },\n}\n`],
  ])('%s', (kind, text) => expect(clean(kind, text)).toBe(text.replace(value, marker)));

  it('keeps JSON valid, and changes that string only', () => {
    const text = JSON.stringify({ a: [1, { token: value, b: 'x' }] }, null, 2);
    expect(JSON.parse(clean('postman', text))).toEqual({ a: [1, { token: marker, b: 'x' }] });
  });
});

it.each<[string, PlaceKind]>([
  ['a/.env', 'env'],
  ['a/.env-prod', 'env'],
  ['a/.env_prod.local', 'env'],
  ['a/Okta.postman_environment.json', 'postman'],
  ['a/Okta.postman_environment (2).json', 'postman'],
  ['a/Okta.postman_collection(1).json', 'postman'],
  ['a/Okta.postman_collection copy 2.json', 'postman'],
  ['a/main.tf.json', 'tfvars'],
  ['.local/share/fish/work_history', 'history'],
  ['C:\\Users\\a\\fish\\fish_history', 'history'],
  ['a/terraform.tfstate.1764000000.backup', 'terraform-state'],
  ['a/work_history', 'other'],
  ['a/environment', 'other'],
])('%s is of the kind %s', (path, kind) => expect(kindOf(path)).toBe(kind));

it('says which kinds of places it does not edit', () => {
  for (const kind of ['terraform-state', 'environment', 'other'] as const) {
    expect(isCleanable(kind)).toBe(false);
    expect(() => clean(kind, `"${value}"`)).toThrow('does not know its form');
  }
});

describe('a file with the value 20,000 times', () => {
  // Without a bound on the work for each place, these take minutes.
  const lines = (line: (n: number) => string) => Array.from({ length: 20_000 }, (_, n) => line(n)).join('');
  const cases: [PlaceKind, string, string][] = [
    ['env', '.env', lines((n) => `TOKEN_${n}=${value}\n`)],
    ['env', 'addresses.env', lines((n) => `URL_${n}=https://a.example/?t=${value}\n`)],
    ['env', 'several-lines.env', lines((n) => `A_${n}="a\nB=${value}\nc"\n`)],
    ['netrc', '.netrc', lines((n) => `machine a${n}.okta.com password ${value}\n`)],
    ['postman', 'a.postman_collection.json', `[${lines(() => `"${value}",`)}"b"]`],
    ['history', '.bash_history', `#1700000000\n${lines(() => `cat <<EOF ${value}\n`)}#1700000001\nls\n`],
    ['history', '.zsh_history', `${lines(() => `curl ${value} \\\n`)}\nls\n`],
    ['history', 'fish_history', `${lines((n) => `- cmd: a ${value}\n  when: ${n}\n`)}- cmd: ls\n`],
  ];
  it.each(cases)('is cleaned at once: %s %s', (kind, path, text) => {
    const next = clean(kind, text, path);
    expect(next).not.toContain(value);
    const kept = kind === 'history' ? 0 : 20_000;
    expect(next.split(/taken-out-by-Keyturn|Keyturn removed/).length - 1).toBe(kept);
    if (kind === 'history') expect(next.trim()).toMatch(/^(#1700000001\nls|ls|- cmd: ls)$/);
  });
});
