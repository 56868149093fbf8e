/**
 * Child of kill.test.ts: takes the tokens in the vault at `folder` through rotation after rotation, one random step at a time, until it
 * is killed. It says each value it has captured once the app says that it is kept.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { compose } from '../../../src/main/app/compose.ts';
import type { Rotation } from '../../../src/shared/contract/rotation.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { stillWorld } from '../main/still-world.ts';
import { MemoryKeyring } from '../vault/memory-keyring.ts';
import { randomStep } from './random-step.ts';

const [, , folder = '', keyFile = '', ca = '', origin = ''] = process.argv;
const keyring = new MemoryKeyring();
keyring.key = readFileSync(keyFile);
const clipboard = new MemoryClipboard();
const app = compose(stillWorld({ userData: folder, extraCaFile: ca, keyring, clipboard }));
await app.start();
const { rotation, tokens } = app.handlers;

/** A new token of Okta's, made by the parent. */
async function newValue(): Promise<string> {
  process.send?.({ ask: 'issue' });
  const [value] = (await once(process, 'message')) as [string];
  return value;
}

const stepping = {
  handlers: app.handlers,
  clipboard,
  random: Math.random,
  newValue,
  captured: () => void process.send?.({ captured: true }),
};

// The first call loads the client and opens a connection; the kills are to hit what comes after.
const { draftId } = await app.handlers.wizard.begin({});
await app.handlers.wizard.checkOrg({ draftId, input: origin });
// Node keeps compiled code at the end of a process, which a killed one does not reach.
flushCompileCache();
for (;;) {
  process.send?.({ step: true });
  const all = (await tokens.list({})) as Token[];
  const token = all[Math.floor(Math.random() * all.length)];
  if (token === undefined) throw new Error('The vault is empty.');
  const open = ((await rotation.list({})) as Rotation[]).find(
    ({ tokenId, endedAt }) => tokenId === token.id && endedAt === null,
  );
  if (open !== undefined) await randomStep(stepping, open);
  else if (token.revokedAt === null) {
    await (Math.random() < 0.15
      ? rotation.replaceNow({ tokenId: token.id })
      : rotation.begin({ tokenId: token.id }));
  }
}
