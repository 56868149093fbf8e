import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/main/base/clock.ts';
import { Failed } from '../../../src/main/base/failure.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { orgBeside } from '../../../src/main/features/orgs/org-beside.ts';
import { PlaintextDesk } from '../../../src/main/features/plaintext/desk.ts';
import { KeptFinder, marksOf } from '../../../src/main/features/plaintext/kept-marks.ts';
import { look as lookIn, usualLimits } from '../../../src/main/features/plaintext/look.ts';
import type { Finding, PlaintextView } from '../../../src/shared/contract/plaintext.ts';
import { randomValue } from '../../support/random-value.ts';
import { codeOf } from '../main/samples.ts';
import { unwatched } from '../main/unwatched.ts';
import { quiet } from '../vault/memory-keyring.ts';

const [value, other, kept] = [randomValue(21), randomValue(22), randomValue(23)];
const keptToken = { tokenId: '0b8f3c1e-7f63-4c52-9a2b-111111111111', label: 'terraform' };
let home: string;
let chosen: string | null;
let asked: string[];
let answer: boolean;
let told: PlaintextView[];
let notes: string[];
let desk: PlaintextDesk;

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keyturn-plain-'));
  chosen = null;
  asked = [];
  answer = true;
  told = [];
  notes = [];
  desk = make();
});
afterEach(() => {
  desk.close();
  rmSync(home, { recursive: true, force: true });
});

function make(env: Record<string, string> = {}, limits = usualLimits): PlaintextDesk {
  return new PlaintextDesk({
    clock: systemClock,
    watch: unwatched,
    dialogs: {
      openFile: async () => null,
      saveFile: async () => null,
      openFolder: async () => chosen,
      confirm: async (question, detail) => {
        asked.push(`${question} ${detail}`);
        return answer;
      },
    },
    log: quiet,
    around: { home, platform: 'linux', env },
    limits,
    keptValues: () => [Secret.fromText(kept)],
    keptAs: (secret) => (secret.equals(Secret.fromText(kept)) ? keptToken : null),
    hosts: () => [],
    orgBeside,
    onChanged: (view) => told.push(view),
    note: (action, sentence) => notes.push(`${action} ${sentence}`),
  });
}

function put(name: string, text: string | Buffer, mode = 0o600): string {
  const path = join(home, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  chmodSync(path, mode);
  return path;
}

async function look(folder: string | null = null): Promise<PlaintextView> {
  chosen = folder;
  if (folder !== null) await desk.chooseFolder();
  desk.look();
  await expect.poll(() => desk.view().state, { interval: 5 }).not.toBe('looking');
  return desk.view();
}
const shown = ({ findings }: PlaintextView) =>
  findings.map(({ place, lines, kept, org }) => [place, lines.join(','), kept?.label ?? null, org]);
const only = ({ findings }: PlaintextView): Finding => {
  const [first] = findings;
  if (first === undefined || findings.length !== 1) throw new Error(`${findings.length} were found.`);
  return first;
};

describe('the search', () => {
  it('reads every known place, and says where a token is and whose org is beside it', async () => {
    put('.okta/okta.yaml', `okta:\n  client:\n    orgUrl: https://acme.okta.com\n    token: ${value}\n`);
    put('.env', `OKTA_API_TOKEN=${kept}\n`);
    put('.bash_history', `ls\ncurl -H "Authorization: SSWS ${value}" https://acme.okta.com/api/v1/users\n`);
    put('.zsh_history', `: 1:0;export OKTA_API_TOKEN=${value}\n`);
    put('.local/share/fish/fish_history', `- cmd: set -x OKTA_TOKEN ${value}\n  when: 1\n`);
    put('.netrc', `machine acme.okta.com\nlogin x\npassword ${value}\n`);
    put('.config/Code/User/settings.json', `{ "env": { "OKTA_API_TOKEN": "${value}" } }`);
    put('elsewhere.txt', `OKTA_API_TOKEN=${value}`);
    desk = make({ SHELL_OKTA_TOKEN: other, HISTFILE: join(home, 'my-history') });
    put('my-history', `okta --token ${other}\n`);
    expect(shown(await look()).sort()).toEqual(
      [
        ['SHELL_OKTA_TOKEN', '', null, null],
        ['~/.okta/okta.yaml', '4', null, 'acme.okta.com'],
        ['~/.env', '1', 'terraform', null],
        ['~/.bash_history', '2', null, 'acme.okta.com'],
        ['~/.zsh_history', '1', null, null],
        ['~/.local/share/fish/fish_history', '1', null, null],
        ['~/.netrc', '3', null, 'acme.okta.com'],
        ['~/.config/Code/User/settings.json', '1', null, null],
        ['~/my-history', '1', null, null],
      ].sort(),
    );
  });

  it('reads no file outside of the chosen folder when a folder in it becomes a link during the search', async () => {
    const top = dirname(put('code/a.txt', 'nothing'));
    put('code/sub/.env', `OKTA_API_TOKEN=${value}\n`);
    const outside = dirname(put('outside/.env', `OKTA_API_TOKEN=${other}\n`));
    const found: string[] = [];
    const swap = () => {
      renameSync(join(top, 'sub'), join(home, 'moved'));
      symlinkSync(outside, join(top, 'sub'));
    };
    const looked = await lookIn({
      ...{ around: { home, platform: 'linux', env: {} }, folder: top, hosts: [], limits: usualLimits },
      ...{ kept: new KeptFinder(marksOf([])), signal: new AbortController().signal },
      onPlace: (path) => {
        // It has not entered the folder yet.
        if (path.endsWith('a.txt')) swap();
      },
      onFound: ({ text }) => found.push(text),
    });
    expect(found).toEqual([]);
    expect(looked).toMatchObject({ unreadable: 1 });
  });

  it('reads a chosen folder that is a link itself', async () => {
    put('real/.env', `OKTA_API_TOKEN=${value}\n`);
    symlinkSync(join(home, 'real'), join(home, 'chosen'));
    expect(shown(await look(join(home, 'chosen'))).map(([place]) => place)).toEqual(['~/real/.env']);
  });

  it('reads the chosen folder and its subfolders, and says what it left out', async () => {
    put('code/a/.env', `OKTA_API_TOKEN=${value}\n`);
    put('code/b/prod.tfvars', `api_token = "${value}"\n`);
    put('code/b/terraform.tfstate', `{"serial":1,"outputs":{"okta_token":{"value":"${value}"}}}`);
    put('code/c/x.postman_environment.json', `{"values":[{"key":"apikey","value":"SSWS ${value}"}]}`);
    put('code/node_modules/x/.env', `OKTA_API_TOKEN=${other}\n`);
    put('code/.git/config', `OKTA_API_TOKEN=${other}\n`);
    put('code/picture.png', Buffer.concat([Buffer.from([0, 1, 2]), Buffer.from(`SSWS ${other}`)]));
    const outside = put('outside/.env', `OKTA_API_TOKEN=${other}\n`);
    symlinkSync(dirname(outside), join(home, 'code/link'));
    symlinkSync(outside, join(home, 'code/.env.link'));
    put('code/large.txt', `${'x'.repeat(9_000_000)} OKTA_API_TOKEN=${other}`);
    const view = await look(join(home, 'code'));
    expect(
      shown(view)
        .map(([place]) => place)
        .sort(),
    ).toEqual([
      '~/code/a/.env',
      '~/code/b/prod.tfvars',
      '~/code/b/terraform.tfstate',
      '~/code/c/x.postman_environment.json',
    ]);
    expect(view.findings.filter(({ cleanable }) => !cleanable).map(({ place }) => place)).toEqual([
      '~/code/b/terraform.tfstate',
    ]);
    expect(view.leftOut).toEqual([
      '1 file of more than 8 MB was not read.',
      '2 folders named .git or node_modules skipped.',
      '2 links were not followed.',
      '1 binary file skipped.',
    ]);
  });

  it('stops at its bounds and says so', async () => {
    for (let n = 0; n < 30; n++) put(`code/${n}.txt`, 'nothing');
    desk = make({}, { ...usualLimits, files: 10 });
    const few = await look(join(home, 'code'));
    expect(few).toMatchObject({ state: 'done', looked: 10 });
    expect(few.leftOut[0]).toBe('Keyturn stopped after 10 files. Choose a smaller folder for the rest.');
    desk = make({}, { ...usualLimits, ms: 0 });
    expect((await look(join(home, 'code'))).leftOut[0]).toContain('stopped after 0 seconds');
  });

  it('stops at once when cancelled, and keeps what it found', async () => {
    put('.env', `OKTA_API_TOKEN=${value}\n`);
    for (let n = 0; n < 3_000; n++) put(`code/${n}.txt`, 'nothing');
    chosen = join(home, 'code');
    await desk.chooseFolder();
    desk.look();
    await expect.poll(() => desk.view().findings.length, { interval: 1 }).toBe(1);
    desk.cancel();
    await expect.poll(() => desk.view().state).toBe('cancelled');
    expect(desk.view().looked).toBeLessThan(3_000);
    expect(only(desk.view()).place).toBe('~/.env');
  });

  it('gives the app its turns', async () => {
    for (let n = 0; n < 500; n++) put(`code/${n}.txt`, 'nothing');
    chosen = join(home, 'code');
    await desk.chooseFolder();
    let turns = 0;
    let looking = true;
    const count = () => {
      turns++;
      if (looking) setImmediate(count);
    };
    desk.look();
    count();
    await expect.poll(() => desk.view().state, { interval: 20 }).toBe('done');
    looking = false;
    // One turn for each file and more.
    expect(turns).toBeGreaterThan(500);
  });

  it('never gives the window a value, and wipes every one when the page is closed', async () => {
    put('.env', `OKTA_API_TOKEN=${value}\n`);
    const { id } = only(await look());
    const { secret } = desk.found(id);
    expect(secret.use(String)).toBe(value);
    expect(JSON.stringify(told)).not.toContain(value.slice(4, 20));
    desk.close();
    expect(desk.view()).toMatchObject({ state: 'idle', findings: [] });
    expect(await codeOf(() => desk.found(id))).toBe('not-found');
  });

  it('gives the wizard no kept value, because script in the window could send it to another org', async () => {
    put('.env', `OKTA_API_TOKEN=${kept}\n`);
    const { id } = only(await look());
    expect(await codeOf(() => desk.found(id))).toBe('already-kept');
  });
});

describe('cleaning up', () => {
  it('removes the whole line or nothing, keeps the mode, and leaves no copy', async () => {
    const path = put('code/.env', `A=1\nOKTA_API_TOKEN=${kept}\nB=2\n`, 0o640);
    const { id } = only(await look(join(home, 'code')));
    const cleaned = only(await desk.cleanUp(id));
    expect(asked).toEqual([
      'Remove the token from ~/code/.env? The line becomes a comment. Run the program with keyturn exec instead. An editor that has the file open may save the value again. Keyturn keeps the token as terraform.',
    ]);
    expect(cleaned).toMatchObject({ cleanable: false, kept: keptToken });
    expect(cleaned.cleaned).toBe(
      'Keyturn removed the token from ~/code/.env. Rotate the token, because it was in plain text.',
    );
    expect(readFileSync(path, 'utf8')).toMatch(/^A=1\n# Keyturn removed OKTA_API_TOKEN\. .*\nB=2\n$/);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readdirSync(dirname(path))).toEqual(['.env']);
    expect(notes).toEqual(['plaintext.cleaned Keyturn removed it from ~/code/.env.']);
  });

  it('changes nothing without a yes, and says what is lost when the token is not kept', async () => {
    const path = put('.env', `OKTA_API_TOKEN=${value}\n`);
    answer = false;
    const { id } = only(await look());
    expect(await codeOf(() => desk.cleanUp(id))).toBe('cancelled');
    expect(asked[0]).toContain('Keyturn does not keep this token. After this, its value is lost');
    expect(readFileSync(path, 'utf8')).toContain(value);
    answer = true;
    await desk.cleanUp(id);
    // The page still holds it, so that it can be taken in.
    expect(desk.found(id).secret.use(String)).toBe(value);
  });

  it('removes every place of a value from a file, and leaves the other tokens there', async () => {
    const path = put('.env', `A_TOKEN=${kept}\nB_OKTA_TOKEN=${other}\nC="x ${kept}"\n`);
    const { findings } = await look();
    expect(findings.map(({ lines }) => lines)).toEqual([[1, 3], [2]]);
    await desk.cleanUp(findings[0]?.id ?? '');
    expect(readFileSync(path, 'utf8')).not.toContain(kept);
    await desk.cleanUp(findings[1]?.id ?? '');
    expect(readFileSync(path, 'utf8')).not.toContain(other);
  });

  it.each([
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['Latin-1 and CRLF', (text: string) => Buffer.concat([Buffer.from([0xe9, 13, 10]), Buffer.from(text)])],
  ])('keeps every other byte of %s', async (_name, bytesOf) => {
    const line = `password ${kept}`;
    const path = put('.netrc', bytesOf(`machine x\r\n${line}\r\nend`));
    await desk.cleanUp(only(await look()).id);
    expect(readFileSync(path)).toEqual(bytesOf('machine x\r\npassword taken-out-by-Keyturn\r\nend'));
  });

  it('removes every command of a history that used the token a thousand times', async () => {
    const call = `curl -H 'Authorization: SSWS ${value}' https://acme.okta.com\n`;
    const path = put('.bash_history', `cd a\n${`#1764000000\n${call}`.repeat(1_000)}#1764000001\nls\n`);
    await desk.cleanUp(only(await look()).id);
    expect(readFileSync(path, 'utf8')).toBe('cd a\n#1764000001\nls\n');
  });

  it('removes a base64 header of Postman whole, and keeps the export valid JSON', async () => {
    const packed = Buffer.from(`SSWS ${kept}`).toString('base64');
    const text = JSON.stringify({ auth: { basic: [{ key: 'password', value: packed }] } });
    const path = put('code/x.postman_collection.json', text);
    await desk.cleanUp(only(await look(join(home, 'code'))).id);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({
      auth: { basic: [{ key: 'password', value: 'taken-out-by-Keyturn' }] },
    });
  });

  it('refuses a file that changed since the search', async () => {
    const path = put('.env', `OKTA_API_TOKEN=${kept}\n`);
    const { id } = only(await look());
    put('.env', `NEW=1\nOKTA_API_TOKEN=${kept}\n`);
    const failed = await desk.cleanUp(id).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Failed);
    expect((failed as Failed).failure.sentence).toBe(
      '~/.env was not changed: it was changed after the search. Search again.',
    );
    expect(readFileSync(path, 'utf8')).toContain(kept);
  });

  it('refuses a file with a second name, because that would keep the value', async () => {
    const path = put('.env', `OKTA_API_TOKEN=${kept}\n`);
    linkSync(path, join(home, 'second'));
    expect(await codeOf(async () => desk.cleanUp(only(await look()).id))).toBe('file');
    expect(readFileSync(path, 'utf8')).toContain(kept);
  });

  it('says which copies and commits may still hold the value', async () => {
    put('code/.git/HEAD', 'ref: x');
    put('code/.env', `OKTA_API_TOKEN=${kept}\n`);
    put('code/.env.bak', 'x');
    put('code/.env~', 'x');
    const { id } = only(await look(join(home, 'code')));
    expect(only(await desk.cleanUp(id)).cleaned).toBe(
      'Keyturn removed the token from ~/code/.env. Check these too: .env.bak, .env~. Earlier commits of Git may still hold the token. Rotate the token, because it was in plain text.',
    );
  });

  it('leaves a place alone that is released while the dialog is open', async () => {
    const path = put('.env', `OKTA_API_TOKEN=${kept}\n`);
    const { id } = only(await look());
    const cleaning = desk.cleanUp(id);
    desk.close();
    expect(await codeOf(() => cleaning)).toBe('not-found');
    expect(readFileSync(path, 'utf8')).toContain(kept);
    expect(existsSync(path)).toBe(true);
  });
});
