/**
 * Child of crash.test.ts: the whole main process on the vault in `folder`. It adds, tests, rotates, removes, locks, backs up, and makes
 * recovery keys and data keys at random until it is killed, or kills itself before its statement number `dieAt`. It reports what it is about
 * to do, and what the app reported as kept.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { type SQLInputValue, StatementSync } from 'node:sqlite';
import { compose } from '../../src/main/app/compose.ts';
import { words } from '../../src/main/features/vault/words.ts';
import type { Rotation } from '../../src/shared/contract/rotation.ts';
import type { Token } from '../../src/shared/contract/tokens.ts';
import { seeded } from '../support/seeded.ts';
import { MemoryClipboard } from '../unit/main/memory-clipboard.ts';
import { profile } from '../unit/main/samples.ts';
import { stillWorld } from '../unit/main/still-world.ts';
import { randomStep } from '../unit/rotation/random-step.ts';
import { MemoryKeyring } from '../unit/vault/memory-keyring.ts';
import type { Said } from './crash-words.ts';

const [, , folder = '', origin = '', seed = '0', rewrap = 'no', dieAt = '0'] = process.argv;
const random = seeded(Number(seed));

// A kill between two statements of a transaction could leave a half, and no timer finds that moment.
const { run } = StatementSync.prototype;
let statements = 0;
StatementSync.prototype.run = function (...parameters: (SQLInputValue | Record<string, SQLInputValue>)[]) {
  if (++statements === Number(dieAt)) process.kill(process.pid, 'SIGKILL');
  return Reflect.apply(run, this, parameters);
};
const keyring = new MemoryKeyring();
keyring.key = readFileSync(join(folder, '..', 'key'));
keyring.rewrap = rewrap === 'rewrap';
const clipboard = new MemoryClipboard();
const finished = new EventTarget();
const app = compose(
  stillWorld({
    userData: folder,
    extraCaFile: join(folder, '..', 'ca.pem'),
    keyring,
    clipboard,
    dialogs: {
      openFolder: async () => null,
      openFile: async () => null,
      saveFile: async () => join(folder, '..', 'a.keyturn-backup'),
      // Only a new data key asks here, and the answer is yes.
      confirm: async (question) => question === words.newKey.question,
    },
    publish: (event) => void (event === 'testFinished' && finished.dispatchEvent(new Event('test'))),
  }),
);
const say = (what: Said): void => void process.send?.(what);

// A kill may come during the start too: it gets the key, migrates an older form and resumes rotations.
say({ step: 'start' });
await app.start();
// Node keeps compiled code at the end of a process, which a killed one does not reach.
flushCompileCache();
const { rotation, testing, tokens, vault, wizard } = app.handlers;

/** Asks the parent for a new Okta token. */
async function newToken(): Promise<{ id: string; value: string }> {
  say({ ask: 'issue' });
  const [issued] = (await once(process, 'message')) as [{ id: string; value: string }];
  return issued;
}
const list = async () => (await tokens.list({})) as Token[];
const chosen = <T>(all: readonly T[]): T | undefined => all[Math.floor(random() * all.length)];
const spare = async () => (await list()).filter(({ label }) => label.startsWith('spare '));

const works: Readonly<Record<string, () => Promise<void>>> = {
  async add() {
    if ((await list()).length > 30) return;
    const { draftId } = await wizard.begin({});
    await wizard.checkOrg({ draftId, input: origin });
    const { id, value } = await newToken();
    await wizard.captureTyped({ draftId, value });
    await wizard.save({ draftId, profile: profile(`spare ${id}`), anyway: true });
    say({ kept: id });
  },
  async remove() {
    const token = chosen(await spare());
    if (token === undefined || (await spare()).length < 5) return;
    const id = token.label.slice('spare '.length);
    say({ removing: id });
    await tokens.remove({ tokenId: token.id });
    say({ removed: id });
  },
  async test() {
    const token = chosen(await list());
    if (token === undefined || token.revokedAt !== null) return;
    const before = token.lastTest?.id;
    const done = once(finished, 'test');
    await testing.test({ tokenId: token.id });
    await done;
    // The app reports it just before it keeps it. What the list shows is kept.
    for (let tries = 0; tries < 200; tries++) {
      const now = (await list()).find(({ id }) => id === token.id)?.lastTest;
      if (now != null && now.id !== before) return say({ tested: now.id });
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  },
  async rotate() {
    const token = chosen((await list()).filter(({ label }) => label.startsWith('rotated ')));
    if (token === undefined) return;
    const open = ((await rotation.list({})) as Rotation[]).find(
      ({ tokenId, endedAt }) => tokenId === token.id && endedAt === null,
    );
    let id = '';
    const stepping = {
      handlers: app.handlers,
      clipboard,
      random,
      newValue: async () => {
        const issued = await newToken();
        ({ id } = issued);
        return issued.value;
      },
      captured: () => say({ kept: id }),
    };
    if (open !== undefined) await randomStep(stepping, open);
    else if (token.revokedAt === null) {
      await (random() < 0.15
        ? rotation.replaceNow({ tokenId: token.id })
        : rotation.begin({ tokenId: token.id }));
    }
  },
  async lock() {
    await vault.lock({});
    await vault.unlock({});
  },
  async backup() {
    say({ backingUp: true });
    const ids = (await list()).map(({ id }) => id);
    await vault.saveBackup({ passphrase: 'a passphrase' });
    say({ backup: ids });
  },
  async recoveryKey() {
    await vault.makeRecoveryKey({});
  },
  async newKey() {
    await vault.renewKey({});
  },
};
/** Backups take half a second of Argon2, so the test makes fewer of them. */
const bag = 'add add add remove test rotate rotate rotate lock recoveryKey newKey'.split(' ');

for (;;) {
  const name = random() < 0.06 ? 'backup' : (chosen(bag) ?? 'add');
  say({ step: name });
  await works[name]?.();
}
