import { clip } from '../../../shared/clip.ts';
import type { Door } from '../../../shared/contract/programs.ts';
import type { Refusal } from './gate.ts';
import type { Usable } from './lending.ts';
import type { DoorStore } from './store.ts';
import { words } from './words.ts';

/** A credential, and the rules of its door. */
export interface AtDoor {
  readonly token: Usable;
  readonly door: Door;
}

/** Returns the credential of a name in addresses, or why no program may use it. Throws Failed `not-found` for one that was removed. */
export function credentialAt(
  alias: string,
  { doors, token: tokenOf }: { readonly doors: DoorStore; readonly token: (tokenId: string) => Usable },
): AtDoor | Refusal {
  const [tokenId, door] = [...doors.all()].find(([, one]) => one.alias === alias) ?? [];
  if (tokenId === undefined || door === undefined) {
    return { status: 404, sentence: words.visits.noToken(clip(alias, 60)) };
  }
  const token = tokenOf(tokenId);
  if (token.revokedAt !== null) return { status: 410, sentence: words.visits.revoked };
  if (!token.readable) return { status: 409, sentence: words.visits.unreadable };
  return { token, door };
}
