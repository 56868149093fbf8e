/**
 * Child of kill-to-app.test.ts: takes the one token in the vault at `folder` that is not revoked from its app to the revoke. It says when it
 * begins and when it is done.
 */
import { readFileSync } from 'node:fs';
import { compose } from '../../../src/main/app/compose.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { stillWorld } from '../main/still-world.ts';
import { MemoryKeyring } from '../vault/memory-keyring.ts';

const [, , folder = '', keyFile = '', ca = '', origin = ''] = process.argv;
const keyring = new MemoryKeyring();
keyring.key = readFileSync(keyFile);
const app = compose(stillWorld({ userData: folder, extraCaFile: ca, keyring }));
await app.start();
const { rotation, tokens, wizard } = app.handlers;
// The first call loads the client and opens a connection; the kills are to hit what comes after.
const { draftId } = await wizard.begin({});
await wizard.checkOrg({ draftId, input: origin });

const token = ((await tokens.list({})) as Token[]).find(({ revokedAt }) => revokedAt === null);
if (token === undefined) throw new Error('There is no token to revoke.');
process.send?.('begins');
const { id: rotationId, checklist } = await rotation.beginToApp({ tokenId: token.id });
for (const { id: itemId } of checklist) await rotation.tick({ rotationId, itemId, done: true });
await rotation.checkQuiet({ rotationId });
const { state } = await rotation.revoke({ rotationId, insist: 'revoke anyway' });
process.send?.(state);
await app.end();
process.disconnect?.();
