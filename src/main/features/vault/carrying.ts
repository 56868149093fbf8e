import type { CredentialCounts } from '../../../shared/credential-counts.ts';
import { Failed } from '../../base/failure.ts';
import { type Watch, writeFileAtomically } from '../../base/files.ts';
import { isHostName } from '../../base/host-shape.ts';
import type { Clock } from '../../base/ports.ts';
import type { Secret } from '../../base/secret.ts';
import { openAge, readAge, sealAge } from '../../vault/age-file.ts';
import { type Carried, readCarried, writeCarried } from './carried.ts';
import { words } from './words.ts';

/** What a file carries. */
type Content = Pick<Carried, 'orgs' | 'tokens' | 'apps'>;

export interface CarryingNeeds {
  readonly clock: Clock;
  readonly watch: Watch;
  /**
   * Returns the tokens and apps whose values and keys can be decrypted, with their orgs, and the number of revoked or unreadable tokens that
   * it left out.
   */
  readonly carried: () => Content & { leftOut: number };
  /** Keeps the tokens and apps in one transaction, except those whose value or key is already kept. Returns how many it added. */
  readonly keep: (content: Content) => CredentialCounts;
}

/**
 * Encrypts every token and app as an age file for another computer. Decrypts and compares the result before it writes the file. Throws Failed
 * `file` when it cannot write the file, and then leaves an earlier file as it was.
 */
export async function exportTokens(
  { clock, watch, carried }: CarryingNeeds,
  path: string,
  passphrase: Secret,
): Promise<CredentialCounts & { leftOut: number }> {
  const { leftOut, ...content } = carried();
  const text = writeCarried({ writtenAt: clock.now(), ...content });
  const sealed = await sealAge(text, passphrase);
  if ((await openAge(Buffer.from(sealed), passphrase)) !== text) {
    throw new Failed('file', words.carrying.notProved, words.carrying.tryAgain);
  }
  writeFileAtomically(path, sealed, watch);
  return { tokens: content.tokens.length, apps: content.apps.length, leftOut };
}

/**
 * Adds the tokens and apps of an age file. What is already kept stays as it is, and so does an org. Throws Failed `wrong-passphrase` or
 * `file`, and then adds nothing.
 */
export async function importTokens(
  { keep }: CarryingNeeds,
  path: string,
  passphrase: Secret,
): Promise<{ added: CredentialCounts; alreadyHere: CredentialCounts }> {
  const content = readCarried(await openAge(readAge(path), passphrase));
  if (content === 'newer') {
    throw new Failed('file', words.carrying.newerVersion, words.carrying.installNewer);
  }
  if (content === 'foreign') {
    throw new Failed('file', words.carrying.noTokens, words.carrying.chooseExported);
  }
  const origins = new Set(content.orgs.map(({ origin }) => origin));
  const carried = [...content.tokens, ...content.apps];
  if (![...origins].every(isOrigin) || !carried.every(({ origin }) => origins.has(origin))) {
    throw new Failed('file', words.carrying.noOrg, words.carrying.exportAgain);
  }
  const added = keep(content);
  const alreadyHere = {
    tokens: content.tokens.length - added.tokens,
    apps: content.apps.length - added.apps,
  };
  return { added, alreadyHere };
}

/**
 * Returns whether a text is an https origin, because a token never goes to another origin. The host has the characters of a name only,
 * because Keyturn writes the origin into commands and configurations that a person copies.
 */
function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.origin === text && isHostName(url.hostname);
}
