/**
 * Child of locked-heap.test.ts: the whole main process. It brings every feature into a state in which it holds a secret, and then locks.
 * Before and after the lock it says which secrets its heap holds, and writes the heap down.
 */
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { queryObjects, writeHeapSnapshot } from 'node:v8';
import { compose } from '../../../src/main/app/compose.ts';
import { freeMemory } from '../../../src/main/base/freed-memory.ts';
import { Secret } from '../../../src/main/base/secret.ts';
import type { Rotation } from '../../../src/shared/contract/rotation.ts';
import type { ServiceApp } from '../../../src/shared/contract/service.ts';
import type { UserJob } from '../../../src/shared/contract/tasks.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { stillWorld } from './still-world.ts';

const [, , folder = '', ca = '', origin = ''] = process.argv;

/** Every secret that was made, by the action that made it; holds no secret alive. */
const made: { readonly secret: WeakRef<Secret>; readonly by: string }[] = [];
let doing = 'start';
function noteDown(secret: Secret): Secret {
  made.push({ secret: new WeakRef(secret), by: doing });
  return secret;
}
const { fromText, fromBytes } = Secret;
Secret.fromText = (text) => noteDown(fromText.call(Secret, text));
Secret.fromBytes = (bytes) => noteDown(fromBytes.call(Secret, bytes));

const { privateKey } = generateKeyPairSync('ec', {
  namedCurve: 'P-256',
  privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  publicKeyEncoding: { type: 'spki', format: 'der' },
});
const PrivateKey = createPrivateKey({ key: privateKey, format: 'der', type: 'pkcs8' })
  .constructor as new () => object;

/** What the heap holds after everything that nothing holds is gone. */
function held(file: string) {
  freeMemory();
  writeHeapSnapshot(file);
  const secrets = made.filter(({ secret }) => secret.deref()?.wiped === false).map(({ by }) => by);
  return {
    secrets: [...new Set(secrets)],
    privateKeys: Number(queryObjects(PrivateKey, { format: 'count' })),
  };
}

// The home folder in which tokens are looked for.
process.env.HOME = folder;
const app = compose(
  stillWorld({
    userData: folder,
    extraCaFile: ca,
    dialogs: {
      openFolder: async () => null,
      openFile: async () => null,
      saveFile: async () => null,
      confirm: async () => true,
    },
  }),
);
await app.start();
const { wizard, tokens, testing, access, rotation, diagnosis, service, usage, plaintext, tasks } =
  app.handlers;

/** Asks the parent for something, a new value of Okta's among it. */
async function ask(what: string): Promise<string> {
  process.send?.({ ask: what });
  const [answer] = (await once(process, 'message')) as [string];
  return answer;
}
const profile = (label: string) => ({
  label,
  purpose: '',
  environment: 'production' as const,
  tags: [],
  consumers: [],
  rotateEveryDays: 90,
});

async function add(label: string): Promise<Token> {
  const { draftId } = await wizard.begin({});
  await wizard.checkOrg({ draftId, input: origin });
  await wizard.captureTyped({ draftId, value: await ask('issue') });
  return await wizard.save({ draftId, profile: profile(label), anyway: true });
}
/** A call that still runs when the vault locks is refused, as it should be. */
const leave = (work: unknown): void => void Promise.resolve(work).catch(() => undefined);

async function hold(): Promise<void> {
  const token = await add('kept');
  const failing = await add('failing');
  doing = 'access';
  await access.xray({ tokenId: token.id });
  await access.setPurpose({ tokenId: token.id, purpose: { kind: 'siem', needs: [] } });
  doing = 'service';
  const beside = (await service.begin({ tokenId: token.id })) as ServiceApp;
  await service.setClient({ appId: beside.id, clientId: '0oa1234567890abcdefg' });
  await service.rotateKey({ appId: beside.id });
  doing = 'diagnosis';
  await ask('revoke the last');
  await testing.test({ tokenId: failing.id });
  while ((await tokens.list({})).find(({ id }) => id === failing.id)?.lastTest == null) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const { draftId } = await wizard.begin({});
  await wizard.checkOrg({ draftId, input: origin });
  doing = 'plan of a job';
  const question = { search: 'profile.login sw "svc-"', notSignedInForDays: null };
  const job = (await tasks.plan({
    orgId: token.orgId,
    tokenId: token.id,
    action: 'suspend',
    source: { kind: 'search', question },
  })) as UserJob;
  await ask('hang');
  doing = 'job that runs';
  await tasks.start({ jobId: job.id, typed: String(job.counts.waiting) });
  doing = 'diagnosis';
  await diagnosis.start({ subject: { tokenId: failing.id } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  doing = 'plaintext';
  writeFileSync(`${folder}/.env`, `OKTA_API_TOKEN=${await ask('issue')}\n`);
  await plaintext.look({});
  while ((await plaintext.view({})).state === 'looking') {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  const [finding] = (await plaintext.view({})).findings;
  if (finding === undefined) throw new Error('no token was found');
  await wizard.begin({ findingId: finding.id });
  doing = 'tokens';
  await tokens.copy({ tokenId: token.id, as: 'curl' });
  doing = 'wizard';
  await wizard.captureTyped({ draftId, value: await ask('issue') });
  leave(wizard.test({ draftId }));
  doing = 'testing';
  leave(testing.test({ tokenId: token.id }));
  doing = 'access that runs';
  leave(access.xray({ tokenId: token.id }));
  doing = 'service that runs';
  leave(service.test({ appId: beside.id }));
  leave(service.testNewKey({ appId: beside.id }));
  doing = 'usage';
  leave(usage.readNow({ tokenId: token.id }));
  doing = 'rotation';
  const begun = (await rotation.begin({ tokenId: token.id })) as Rotation;
  await rotation.captureTyped({ rotationId: begun.id, value: await ask('issue') });
  leave(rotation.compare({ rotationId: begun.id }));
  await new Promise((resolve) => setTimeout(resolve, 300));
}

await hold();
process.send?.({ held: held(`${folder}/before.heapsnapshot`) });
await once(process, 'message');
app.lock();
await new Promise((resolve) => setTimeout(resolve, 1_000));
process.send?.({ held: held(`${folder}/after.heapsnapshot`) });
await once(process, 'message');
process.exit(0);
