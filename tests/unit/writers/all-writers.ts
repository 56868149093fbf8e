import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { takeDemoFolder } from '../../../src/demo/folder.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import { activityHandlers } from '../../../src/main/features/activity/handlers.ts';
import { ActivityLog } from '../../../src/main/features/activity/store.ts';
import { NewsSeen } from '../../../src/main/features/app/news-seen.ts';
import { writeEnvFile } from '../../../src/main/features/handover/env-file.ts';
import { lifeHandlers } from '../../../src/main/features/life/handlers.ts';
import { cleanUp } from '../../../src/main/features/plaintext/clean-up.ts';
import { KeptFinder, marksOf } from '../../../src/main/features/plaintext/kept-marks.ts';
import { hashOfBytes } from '../../../src/main/features/plaintext/look.ts';
import { newRunFile, readRunFile, tellRunFile } from '../../../src/main/features/programs/run-file.ts';
import { rotationHandlers } from '../../../src/main/features/rotation/handlers.ts';
import { defaults } from '../../../src/main/features/settings/before-window.ts';
import { readSettings, writeSettings } from '../../../src/main/features/settings/settings-file.ts';
import { saveResults } from '../../../src/main/features/tasks/job-results.ts';
import { SearchDesk } from '../../../src/main/features/tasks/search-desk.ts';
import { exportTokens } from '../../../src/main/features/vault/carrying.ts';
import { createLog } from '../../../src/main/platform/log.ts';
import { installGuard } from '../../../src/main/terminal/guard-hook.ts';
import { backupParts } from '../../../src/main/vault/backup.ts';
import { addToken } from '../vault/contents.ts';
import { HandClock, quiet } from '../vault/memory-keyring.ts';
import { canary, type World } from './world.ts';

/** One thing that Keyturn writes to a disk. */
export interface Writer {
  readonly name: string;
  /** The file that is written. */
  readonly file: (world: World) => string;
  /** What is in it before; nothing when it is missing. */
  readonly before?: string;
  /** Prepares, and returns the writing itself. */
  readonly make: (world: World) => (() => unknown) | Promise<() => unknown>;
  /** Whether the file is the new one, whole. */
  readonly isNew: (bytes: Buffer, world: World) => boolean;
  /** It says nothing when it fails: what it writes can be missed. */
  readonly silent?: true;
  /** Its file may change also when nothing new is in it: SQLite moves its log into it. */
  readonly changes?: true;
  /** It derives keys from a passphrase, so a run takes a second. */
  readonly slow?: true;
}

/** The lines make every file longer than a page, which a nearly full disk cuts. */
const lines = `${'LINE=of some length, as they are\n'.repeat(175)}`;
const clock = new HandClock();
const never = () => {
  throw new Error('This test does not need it.');
};
const lack = new Proxy({}, { get: never }) as never;
const day = '2026-11-24';
const settings = (world: World) => join(world.own, 'settings.json');

export const writers: readonly Writer[] = [
  {
    name: 'a hand-over into an .env file',
    file: (world) => join(world.place, '.env'),
    before: `TOKEN=old\n${lines}`,
    make: (world) => () =>
      writeEnvFile(
        { kind: 'env-file', path: join(world.place, '.env'), key: 'TOKEN' },
        Secret.fromText(canary),
        clock,
        world.unfinished.watch,
      ),
    isNew: (bytes) => bytes.toString() === `TOKEN=${canary}\n${lines}`,
  },
  {
    name: 'a token taken out of a file',
    file: (world) => join(world.place, 'notes.env'),
    // The other line is a secret of the person's that stays in the file.
    before: `TOKEN=00otherValue_otherValue_otherValue_1234567\nOTHER=${canary}\n${lines}`,
    make: (world) => {
      const path = join(world.place, 'notes.env');
      const secret = Secret.fromText('00otherValue_otherValue_otherValue_1234567');
      const held = { path, kind: 'env', hash: hashOfBytes(readFileSync(path)), secret } as never;
      const kept = new KeptFinder(marksOf([secret]));
      return () => cleanUp(held, kept, [], 1_000_000, world.unfinished.watch);
    },
    isNew: (bytes) => bytes.toString().endsWith(`\nOTHER=${canary}\n${lines}`) && !bytes.includes('00other'),
  },
  {
    name: 'the record of activity as CSV',
    file: (world) => join(world.place, 'record.csv'),
    before: 'an earlier record',
    make: (world) => {
      const log = new ActivityLog(world.vault, 'me');
      const [label, orgHost, requestId] = [canary, 'acme.okta.com', null];
      for (let n = 0; n < 60; n++) {
        log.append({
          ...{ at: n, action: 'token.tested', tokenId: null, label, orgHost, requestId },
          ...{ sentence: 'x'.repeat(60), outcome: 'ok' },
        });
      }
      const handlers = activityHandlers(
        log,
        world.choosing('record.csv'),
        () => 0,
        world.unfinished.watch,
        () => undefined,
      );
      return () => handlers.exportAs({ as: 'csv' });
    },
    isNew: (bytes) => bytes.toString().split(canary).length === 61,
  },
  {
    name: 'the record of a rotation',
    file: (world) => join(world.place, 'rotation.json'),
    before: 'an earlier record',
    make: (world) => {
      const text = canary;
      const rotation = {
        ...{ label: text, orgHost: text, mode: 'usual', state: 'done', startedAt: 0, endedAt: 1 },
        ...{ oldFingerprint: 'a', newFingerprint: 'b', oldOktaTokenId: text, newOktaTokenId: text },
        ...{ comparison: null, confirmed: [], checklist: [], quiet: null, attempts: [], proof: null },
        steps: Array.from({ length: 200 }, (_, at) => ({ state: 'done', at, sentence: text })),
      };
      const { exportProof } = rotationHandlers({
        ...{ desk: { get: () => rotation } as never, tokens: lack, opener: lack, adminUrlOf: never },
        ...{ dialogs: world.choosing('rotation.json'), watch: world.unfinished.watch },
        ...{ now: () => 0, version: '1' },
      });
      return () => exportProof({ rotationId: 'a', as: 'json' });
    },
    isNew: (bytes) => JSON.parse(bytes.toString()).token === canary,
  },
  {
    name: 'the calendar',
    file: (world) => join(world.place, 'keyturn.ics'),
    before: 'an earlier calendar',
    make: (world) => {
      const { exportCalendar } = lifeHandlers(lack, {
        ...{ dialogs: world.choosing('keyturn.ics'), clock, watch: world.unfinished.watch, note: never },
        ...{ tokens: () => [], apps: () => [] },
      });
      return () => exportCalendar({});
    },
    isNew: (bytes) => bytes.toString().endsWith('END:VCALENDAR\r\n'),
  },
  {
    name: 'the results of a job',
    file: (world) => join(world.place, 'results.csv'),
    before: 'earlier results',
    make: (world) => {
      const facts = {
        login: canary,
        userId: 'u',
        before: 'ACTIVE',
        sentence: 'x'.repeat(60),
        at: 1,
        requestId: 'r',
      };
      const rows = (_id: string, _state: null, after: number) =>
        after >= 100
          ? []
          : Array.from({ length: 50 }, (_, n) => ({ no: after + n + 1, state: 'done', facts }));
      return () =>
        saveResults({ rows } as never, 'job', join(world.place, 'results.csv'), world.unfinished.watch);
    },
    isNew: (bytes) => bytes.toString().split(canary).length === 101 && bytes.at(-1) === 10,
  },
  {
    name: 'the users of a search',
    file: (world) => join(world.place, 'users.csv'),
    before: 'earlier users',
    make: (world) => {
      const user = { id: canary, status: 'ACTIVE', profile: {} };
      const page = { users: Array.from({ length: 150 }, () => user), next: null, read: 150 };
      const desk = new SearchDesk({
        ...{ client: lack, clock, publish: never, originOf: never, secretOf: never, searches: lack },
        askers: () => [{ id: 't', orgHost: 'acme.okta.com' }] as never,
        dialogs: world.choosing('users.csv'),
        watch: world.unfinished.watch,
        reading: {
          run: async (_org: string, _token: string, work: never) =>
            (work as (read: unknown) => unknown)(async () => page),
        } as never,
        note: () => undefined,
      });
      return () => desk.exportUsers('o', 't', { search: '', notSignedInForDays: null }, ['id']);
    },
    isNew: (bytes) => bytes.toString().split(canary).length === 151,
  },
  {
    name: 'the tokens for another computer (age)',
    file: (world) => join(world.place, 'tokens.age'),
    before: 'an earlier file',
    slow: true,
    make: (world) => {
      const needs = {
        ...{ clock, watch: world.unfinished.watch, keep: never },
        carried: () => ({ orgs: [], tokens: [], apps: [], leftOut: 0 }),
      };
      return () =>
        exportTokens(needs, join(world.place, 'tokens.age'), Secret.fromText('otter lamp violin creek'));
    },
    isNew: (bytes) => bytes.toString().trimEnd().endsWith('-----END AGE ENCRYPTED FILE-----'),
  },
  {
    name: 'a backup',
    file: (world) => join(world.place, 'a.keyturn-backup'),
    before: 'an earlier backup',
    slow: true,
    make: (world) => {
      const path = join(world.place, 'a.keyturn-backup');
      return () =>
        world.unfinished.during(backupParts(path), () =>
          world.vault.saveBackup(path, Secret.fromText('otter lamp violin creek')),
        );
    },
    isNew: (bytes) => bytes.subarray(-48, -32).toString('latin1') === 'Keyturn seal v1\0',
  },
  {
    name: 'a daily backup',
    file: (world) => join(world.own, 'backups', `${day}.keyturn-daily`),
    make: (world) => () => world.vault.backUp(day),
    isNew: (bytes) => bytes.subarray(0, 15).toString() === 'SQLite format 3' && bytes.length % 4096 === 0,
  },
  {
    name: 'a daily backup that is restored',
    file: (world) => join(world.own, 'keyturn.vault'),
    make: (world) => {
      world.vault.backUp(day);
      addToken(world.vault, 'b', `${canary}b`);
      return () => world.vault.restoreDaily(day);
    },
    // Both vaults are whole: the earlier one stays beside the restored one, and `openAgain` opens what is there.
    isNew: (bytes) => bytes.subarray(0, 15).toString() === 'SQLite format 3',
    changes: true,
  },
  {
    name: 'the settings',
    file: settings,
    before: `${JSON.stringify({ ...defaults, theme: 'dark' }, null, 2)}\n`,
    make: (world) => () => writeSettings(settings(world), { ...defaults, theme: 'light' }),
    isNew: (_, world) => readSettings(settings(world)).theme === 'light',
  },
  {
    name: 'the news that were seen',
    file: (world) => join(world.own, 'news-seen'),
    before: '0.9.0\n',
    silent: true,
    make: (world) => {
      const news = new NewsSeen(join(world.own, 'news-seen'), '1.0.0', quiet);
      return () => news.see();
    },
    isNew: (bytes) => bytes.toString() === '1.0.0\n',
  },
  {
    name: 'the key of the socket',
    file: (world) => join(world.own, 'run', 'door.json'),
    make: (world) => () => tellRunFile(world.own, newRunFile(world.own)),
    isNew: (_, world) => readRunFile(world.own)?.key.length === 32,
  },
  {
    name: 'a line of the log',
    file: (world) => join(world.own, 'log'),
    before: '{"event":"first"}\n',
    silent: true,
    make: (world) => () => createLog(join(world.own, 'log'), clock, (text) => text).note('second'),
    isNew: (bytes) => bytes.toString().split('\n').length === 3 && bytes.toString().endsWith('"second"}\n'),
  },
  {
    name: 'the first line of a new log',
    file: (world) => join(world.own, 'log'),
    silent: true,
    make: (world) => {
      const log = createLog(join(world.own, 'log'), clock, (text) => text);
      writeFileSync(join(world.own, 'log'), 'x'.repeat(1_000_001));
      return () => log.note('second');
    },
    // The full log is `log.1` by then, and a line that a full disk refuses may be missed.
    isNew: (bytes) =>
      bytes.length === 0 || bytes.length === 1_000_001 || /^\{.*"second"\}\n$/.test(bytes.toString()),
  },
  {
    name: 'the entry that starts Keyturn at login',
    file: (world) => join(world.place, 'autostart', 'keyturn.desktop'),
    before: '[Desktop Entry]\nName=Earlier\n',
    make: async (world) => {
      // Loaded only in the child, which has a stand-in for Electron.
      const { startAtLogin } = await import('../../../src/main/platform/login-item.ts');
      process.env.XDG_CONFIG_HOME = world.place;
      return () => startAtLogin(true);
    },
    isNew: (bytes) => bytes.toString().endsWith('X-GNOME-Autostart-enabled=true\n'),
  },
  {
    name: 'the hook of keyturn guard',
    file: (world) => join(world.place, '.git', 'hooks', 'pre-commit'),
    make: (world) => {
      execFileSync('git', ['init', '-q', '--template='], { cwd: world.place });
      process.chdir(world.place);
      return async () => {
        const status = await installGuard();
        if (status !== 0) throw new Error('The hook was not written.');
      };
    },
    isNew: (bytes) => bytes.toString().endsWith('keyturn guard || exit $?\n'),
  },
  {
    name: 'the folder of the demo',
    file: (world) => join(world.own, 'demo', 'keyturn-demo'),
    before: '1',
    make: (world) => () => {
      const kept = takeDemoFolder(join(world.own, 'demo'));
      if (!existsSync(kept) || readdirSync(kept).length > 0) throw new Error('The demo has no empty folder.');
    },
    isNew: (bytes) => Number(bytes.toString()) > 1,
    changes: true,
  },
];

/** Puts down what is in a writer's file before. */
export function putBefore(writer: Writer, world: World): void {
  const file = writer.file(world);
  if (writer.before === undefined) return;
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, writer.before, { mode: 0o600 });
}
