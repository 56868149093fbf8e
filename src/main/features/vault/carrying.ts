import { Failed } from '../../base/failure.ts';
import { writeFileAtomically } from '../../base/files.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { openAge, readAge, sealAge } from '../../vault/age-file.ts';
import { type CarriedOrg, type CarriedToken, readCarried, writeCarried } from './carried.ts';
import { words } from './words.ts';

export interface CarryingNeeds {
  readonly clock: Clock;
  /** Returns the tokens whose values open, with their orgs, and how many revoked or unreadable tokens are left out. */
  readonly carried: () => { orgs: CarriedOrg[]; tokens: CarriedToken[]; leftOut: number };
  /** Keeps the tokens in one transaction, leaving out each whose value is kept already. Returns how many it added. */
  readonly keep: (orgs: readonly CarriedOrg[], tokens: readonly CarriedToken[]) => number;
}

/**
 * Encrypts every token as an age file for another computer, opens that again and compares, and only then writes it. Throws Failed `file` when
 * it cannot be written there; what was there is as it was then.
 */
export async function exportTokens(
  { clock, carried }: CarryingNeeds,
  path: string,
  passphrase: Secret,
): Promise<{ tokens: number; leftOut: number }> {
  const { leftOut, ...content } = carried();
  const text = writeCarried({ writtenAt: clock.now(), ...content });
  const sealed = await sealAge(text, passphrase);
  if ((await openAge(Buffer.from(sealed), passphrase)) !== text) {
    throw new Failed('file', words.carrying.notProved, words.carrying.tryAgain);
  }
  writeFileAtomically(path, sealed);
  return { tokens: content.tokens.length, leftOut };
}

/**
 * Takes the tokens of an age file in beside those that are here. A token whose value is kept here already stays as it is, and so does an
 * org. Throws Failed `wrong-passphrase`, or `file`; nothing was taken in then.
 */
export async function importTokens(
  { keep }: CarryingNeeds,
  path: string,
  passphrase: Secret,
): Promise<{ added: number; alreadyHere: number }> {
  const content = readCarried(await openAge(readAge(path), passphrase));
  if (content === 'newer') {
    throw new Failed('file', words.carrying.newerVersion, words.carrying.installNewer);
  }
  if (content === 'foreign') {
    throw new Failed('file', words.carrying.noTokens, words.carrying.chooseExported);
  }
  const origins = new Set(content.orgs.map(({ origin }) => origin));
  if (![...origins].every(isOrigin) || !content.tokens.every(({ origin }) => origins.has(origin))) {
    throw new Failed('file', words.carrying.noOrg, words.carrying.exportAgain);
  }
  const added = keep(content.orgs, content.tokens);
  return { added, alreadyHere: content.tokens.length - added };
}

/** A token is only ever sent to an https origin. */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.origin === text;
}
