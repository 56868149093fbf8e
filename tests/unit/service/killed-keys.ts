/**
 * Child of key-kill.test.ts: takes the key of the app in the vault at `folder` through rotation after rotation, one random step at a time,
 * until it is killed. The parent is the person in the Admin Console.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { compose } from '../../../src/main/app/compose.ts';
import type { ServiceApp } from '../../../src/shared/contract/service.ts';
import { stillWorld } from '../main/still-world.ts';
import { MemoryKeyring } from '../vault/memory-keyring.ts';

const [, , folder = '', keyFile = '', ca = '', appId = ''] = process.argv;
const keyring = new MemoryKeyring();
keyring.key = readFileSync(keyFile);
const app = compose(stillWorld({ userData: folder, extraCaFile: ca, keyring }));
await app.start();
const { service } = app.handlers;
const its = { appId };

async function inConsole(what: { readonly add?: string; readonly remove?: string }): Promise<void> {
  process.send?.(what);
  await once(process, 'message');
}

/** Does one step. A step that is refused is one, too. */
async function step(): Promise<unknown> {
  const { apps } = await service.list({});
  const rotation = (apps as ServiceApp[]).find(({ id }) => id === appId)?.keyRotation ?? null;
  const dice = Math.random();
  switch (rotation?.state) {
    case 'made':
      if (dice < 0.1) return await service.endKeyRotation(its);
      if (dice < 0.9) await inConsole({ add: rotation.newJwk });
      return await service.testNewKey(its);
    case 'accepted':
      return await (dice < 0.1 ? service.endKeyRotation(its) : service.switchKey(its));
    case 'switched':
      if (dice < 0.1) return await service.endKeyRotation(its);
      if (dice < 0.8) await inConsole({ remove: rotation.oldKid });
      return await service.checkOldKey(its);
    default:
      return await service.rotateKey(its);
  }
}

// The first call loads the client and opens a connection; the kills are to hit what comes after.
await service.test(its);
// Node keeps compiled code at the end of a process, which a killed one does not reach.
flushCompileCache();
for (;;) {
  process.send?.({ step: true });
  await step();
}
