import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policy, style } from '../../../src/main/features/rotation/export-style.ts';
import { examples } from '../../../src/main/terminal/examples.ts';
import { hardCoded } from './hard-coded.ts';

const root = join(import.meta.dirname, '../../../src');

/** Texts that a machine compares, by the file they stand in. */
const forMachines: Readonly<Record<string, readonly string[]>> = {
  // Code that V8 runs.
  'main/base/freed-memory.ts': ["typeof gc === 'function' ? gc : null"],
  // What an earlier form of a job kept, which is compared.
  'main/features/tasks/job-store.ts': ['the group that each row names', 'laut jeweiliger Zeile'],
  // Names that keys are derived under, and the form of an exported file.
  'main/features/activity/handlers.ts': ['keyturn activity 1'],
  'main/features/activity/store.ts': ['activity link'],
  'main/features/handover/desk.ts': ['approved command'],
  // Ids of notices and calendar events.
  'main/features/life/desk.ts': ['owner … … …', 'keep-alive … …'],
  'main/features/life/warnings.ts': ['expiry … … …', 'key … … …', 'rotation … … …'],
  // The style of a page of HTML, and the form of an exported file.
  'main/features/rotation/export.ts': ['keyturn rotation 1'],
  'main/features/rotation/export-style.ts': [style.replace(/\s+/g, ' ').trim(), policy],
  // Lines of HTTP, a key of a map, and what a proof is made over.
  'main/features/programs/caller.ts': ['connection …'],
  'main/features/programs/exec-proxy.ts': [
    'Basic realm="keyturn exec"',
    'HTTP/1.1 407 Proxy Authentication Required Proxy-Authenticate: Basic realm="keyturn exec" Content-Length: 0',
    'HTTP/1.1 200 Connection established',
    'HTTP/1.1 502 Bad Gateway Content-Length: 0',
    'CONNECT … HTTP/1.1 …',
  ],
  // The scheme of an access token (RFC 6750).
  'main/features/programs/exec-run.ts': ['Bearer'],
  'main/features/service/app-access.ts': ['Bearer'],
  'main/features/programs/exec-relay.ts': [
    'HTTP/1.1 503 Service Unavailable',
    'Content-Type: application/json',
    'Content-Length: …',
    'Connection: close',
  ],
  'main/features/programs/run-greeting.ts': ['keyturn run v1 …'],
  // A hook is code of a shell.
  // What a person types.
  'main/terminal/examples.ts': Object.values(examples).flat(),
  'main/terminal/guard-hook.ts': [
    "#!/bin/sh # … command -v keyturn >/dev/null || { echo '…' >&2; exit 127; } keyturn guard || exit $?",
  ],
  // What a key is derived with, and the names of folders.
  'main/features/plaintext/kept-marks.ts': ['rolling hash'],
  'main/features/plaintext/places.ts': ['Code', 'Code - Insiders', 'Cursor'],
  // What a key or a fingerprint is derived with, and how a developer sees a secret.
  'main/base/secret.ts': ['keyturn fingerprint v1…', '[secret, wiped]', '[secret …]'],
  // The log shows this in place of a secret.
  'main/okta/redact.ts': ['$1 [redacted]', '[redacted JWT]', '[redacted token]'],
  // Filters of the System Log and of the rate limits of principals.
  'main/features/access/log-use.ts': ['transaction.detail.requestApiTokenId eq "…"'],
  'main/features/access/mapping.ts': ['principalType eq "SSWS_TOKEN"'],
  'main/features/access/network.ts': [
    'transaction.detail.requestApiTokenId eq "…" and client.userAgent.rawUserAgent sw "keyturn/"',
  ],
  // A request as HTTP has it.
  'main/features/access/probe-outcome.ts': ['GET …'],
  'main/features/rotation/own-calls.ts': ['actor.id eq "…"'],
  'main/features/usage/first-call.ts': ['transaction.detail.requestApiTokenId eq "…"', 'actor.id eq "…"'],
  'main/features/orgs/org-url.ts': ['transaction.detail.requestApiTokenId eq "…"'],
  // A rule of Chromium's.
  'main/platform/no-network.ts': ['MAP *:0 ~NOTFOUND'],
  'main/features/rotation/quiet.ts': ['transaction.detail.requestApiTokenId eq "…"'],
  // A name that Node gives an error.
  'main/okta/transport-errors.ts': ['TimeoutError'],
  // A filter of the System Log, and the names that Okta's guide gives its cases.
  'main/features/diagnosis/look.ts': ['target.id eq "…" and eventType sw "system.api_token"'],
  'main/features/diagnosis/said.ts': ['Invalid token', 'Permission denied', 'Rate limiting'],
  // Texts that a program reads: Terraform and SDK configurations.
  'main/features/service/service-texts.ts': [
    'provider "okta" {',
    'org_name = "…"',
    'base_url = "…"',
    'client_id = "…"',
    'private_key_id = "…"',
    'scopes = […]',
    'private_key = <<-EOT',
    "orgUrl: '…'",
    "authorizationMode: 'PrivateKey'",
    "clientId: '…'",
    "scopes: '…'",
    "keyId: '…'",
    'privateKey: |',
  ],
  // Searches and expressions of Okta's, the person's own in brackets; names of encodings.
  'main/features/tasks/csv-file.ts': ['Latin-1', 'Shift_JIS'],
  'shared/contract/tasks.ts': ['Latin-1', 'Shift_JIS'],
  'main/features/tasks/plan.ts': ['… eq …'],
  'main/features/tasks/rule-expression.ts': [
    'String.startsWith(user.…, …)',
    'String.stringContains(user.…, …)',
  ],
  'main/features/tasks/reading.ts': ['created lt "…"', '(…) and …'],
  'shared/use-texts.ts': [
    "curl --header 'Authorization: SSWS …' --header 'Accept: application/json' '…/api/v1/users/me'",
    'OKTA_CLIENT_ORGURL=… OKTA_CLIENT_TOKEN=…',
    'provider "okta" { org_name = "…" base_url = "…" api_token = "…" }',
    "okta: client: orgUrl: '…' token: '…'",
  ],
  // Codes of the contract that code compares.
  'shared/contract/app.ts': ['Electron', 'Chromium host'],
  'shared/contract/diagnosis.ts': ['Invalid token', 'Permission denied', 'Rate limiting'],
  'shared/health.ts': ['Attention', 'Failing', 'Healthy', 'Revoked', 'Rotating'],
  // A line that the host's start waits for.
  'main/start/beside.ts': ['keyturn: window ready'],
  // Names that the clipboard, a shell, a desktop file, D-Bus, the menu and CSP read.
  'main/platform/app-name.ts': ['Keyturn'],
  'main/platform/clipboard.ts': [
    'ExcludeClipboardContentFromMonitorProcessing',
    'CanIncludeInClipboardHistory',
    'CanUploadToCloudClipboard',
    'electron application/osclipboard;format="…"',
  ],
  'main/platform/command-link.ts': [
    'mkdir -p … && ln -sfn … …',
    'do shell script "…" with administrator privileges',
  ],
  // The folder of macOS for forced preferences.
  'main/platform/policy-source.ts': ['/Library/Managed Preferences/….plist'],
  'main/platform/host-name.ts': ['Electron', 'Chromium host'],
  'main/platform/login-item.ts': ['[Desktop Entry]', 'Type=Application', 'Name=Keyturn', 'Exec=…'],
  'main/platform/linux-lock.ts': [
    ...['PrepareForSleep', 'Lock', 'PropertiesChanged', 'LockedHint', 'ActiveChanged', 'GetActive'],
    ...['Get', 'GetSession', 'GetSessionByPID'],
  ],
  'main/platform/message-bus.ts': ['Hello', 'GetNameOwner'],
  'main/platform/menu.ts': [
    ...['CmdOrCtrl+N', 'CmdOrCtrl+Shift+T', 'CmdOrCtrl+L', 'CmdOrCtrl+,', 'CmdOrCtrl+Q', 'CmdOrCtrl+1'],
    ...['CmdOrCtrl+F', 'CmdOrCtrl+K', 'CmdOrCtrl+0', 'CmdOrCtrl+Plus', 'CmdOrCtrl+-'],
  ],
  'main/platform/scheme.ts': [
    ...["default-src 'none'", "script-src 'self'", "style-src 'self'", "font-src 'self'"],
    ...["worker-src 'none'", 'sandbox allow-scripts allow-same-origin allow-forms'],
    ...["img-src 'self' data:", "connect-src 'none'", "frame-src 'none'", "object-src 'none'"],
    ...["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"],
    ...["worker-src 'none'", 'sandbox allow-scripts allow-same-origin allow-forms'],
    ...["require-trusted-types-for 'script'", "trusted-types 'none'", 'Not found'],
  ],
  // SQL, names of migrations, marks of files, and what keys are derived with.
  'main/vault/other-file.ts': ['-----BEGIN AGE ENCRYPTED FILE-----', 'Rar!', 'SQLite format'],
  'main/vault/backup.ts': ['Keyturn seal v1…'],
  'main/vault/cells.ts': ['keyturn cell'],
  'main/vault/data-key.ts': ['keyturn … v1'],
  'main/vault/database.ts': ['SAVEPOINT s…', 'RELEASE s…'],
  'main/vault/age-scrypt.ts': ['age-encryption.org/v1/scrypt'],
  'main/vault/migrations.ts': [
    ...[
      'orgs, tokens, tests, settings',
      'notices, keep alive, activity',
      'service apps',
      'results by value',
      'user tasks',
      'apps without a token',
      'rotation modes',
      'key rotations',
      'notices of apps',
    ],
    'user tasks',
  ],
  'main/vault/recovery-key.ts': ['keyturn recovery v1'],
  'main/vault/wrappings.ts': ['keyturn recovery v1'],
  // A network as the System Log names it, by its number.
  'main/features/usage/log-event.ts': ['AS… …'],
  'main/features/usage/log-reader.ts': ['transaction.detail.requestApiTokenId pr or eventType eq "…"'],
  'main/features/usage/principal-limits.ts': ['principalType eq "SSWS_TOKEN"'],
  // A date in the form that Date.parse reads.
  'main/okta/waits.ts': ['… GMT'],
};

const inCode = (code: string) => hardCoded('sample.ts', code).map(({ text }) => text);

describe('the sentences of the main process are in words.ts', () => {
  const files = globSync('{main,shared}/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    // A completion script is code of a shell.
    // The pages of tools are words as a whole.
    .filter((file) => !/\/words\.ts$|^main\/terminal\/completion\.ts$|^shared\/connect\//.test(file));
  const textsOf = (file: string) => hardCoded(file, readFileSync(join(root, file), 'utf8'));

  it('has no text for people in any other file', () => {
    expect(files.length).toBeGreaterThan(200);
    const found = files.flatMap((file) =>
      textsOf(file)
        .filter(({ text }) => !(forMachines[file] ?? []).includes(text))
        .map(({ line, text }) => `${file}:${line}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('lists no exception that nothing needs', () => {
    for (const [file, texts] of Object.entries(forMachines)) {
      expect(textsOf(file).map(({ text }) => text)).toEqual(expect.arrayContaining([...texts]));
    }
  });
});

describe('the check reports', () => {
  it.each([
    ['a sentence', "const said = 'The token is gone.';", 'The token is gone.'],
    ['a sentence that begins like SQL', "const said = 'Create a new token.';", 'Create a new token.'],
    ['the end of a sentence', "const why = 'nobody asked';", 'nobody asked'],
    ['a word that begins in upper case', "const state = { code: 'Saved' };", 'Saved'],
    ['a word that goes on', "const said = 'reading…';", 'reading…'],
    ['a template', `const said = \`\${count} calls\`;`, '… calls'],
    ['a failure’s sentence', `throw new Failed('file', \`\${name} is full.\`);`, '… is full.'],
    ['a failure’s remedy', "throw new Failed('file', words.a, 'Try again');", 'Try again'],
    ['a word in a field for people', "const line = { title: 'roles' };", 'roles'],
    ['a sentence in a list', "const all = [['E1', 'It is full']];", 'It is full'],
    ['a choice of sentences', "const said = done ? 'It is done' : words.a;", 'It is done'],
    [
      'text between tags',
      `const page = \`<p class="none">It is full</p>\`;`,
      '<p class="none">It is full</p>',
    ],
    ['joined strings', "const said = name + ' is full';", 'is full'],
    ['a note in the record of activity', "note('token.changed', 'It is full');", 'It is full'],
    ['a sentence behind a call that takes a code', "log.note(code, say('It is full'));", 'It is full'],
  ])('%s', (_kind, code, text) => {
    expect(inCode(code)).toContain(text);
  });
});

describe('the check accepts', () => {
  it.each([
    ['an import', "import { a } from 'A package';"],
    ['a type', "type Page = 'Tokens' | 'All tokens';"],
    ['a code', "const ready = 'read-only';"],
    ['a value that is compared', "const isOkta = header === 'Okta Inc';"],
    ['an error that is a bug', "throw new Error('A call must stay at its origin.');"],
    ['a note in the log', "log.note('Took too long');"],
    ['SQL', "const rows = database.prepare('SELECT id FROM tokens').all();"],
    ['SQL in a constant', `const select = \`select \${columns} from tokens\`;`],
    [
      'HTML with its style sheet',
      `const page = \`<style>p { color: red }</style><p class="none">\${text}</p>\`;`,
    ],
    ['why a method of the contract is there', "const list = method('The list.', nothing, view);"],
    ['the name of an error’s class', "class A extends Error { override readonly name = 'Failed'; }"],
    ['a header', `const headers = { authorization: \`Basic \${credentials}\` };`],
  ])('%s', (_kind, code) => {
    expect(inCode(code)).toEqual([]);
  });
});
