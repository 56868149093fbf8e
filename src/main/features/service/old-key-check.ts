import { clip } from '../../../shared/clip.ts';
import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { OldKeyCheck } from '../../../shared/contract/service.ts';
import { outcome } from '../../okta/outcomes.ts';
import { type AskAccess, askAccess } from './access-token.ts';
import { words } from './words.ts';

/**
 * Returns whether Okta's answer says that it does not know the signer: `invalid_client` (RFC 6749, 5.2; Okta, OAuth error codes). Okta gives
 * it for a removed key, and also for a wrong Client ID, a deactivated app and a wrong clock.
 */
export const isKeyRefusal = ({ errorCode }: Outcome): boolean => errorCode === 'invalid_client';

/** Returns Okta's answer to one assertion. It wipes a given access token at once. Rejects with the signal's reason when aborted. */
export async function answerTo(ask: AskAccess): Promise<Outcome> {
  const access = await askAccess(ask);
  if (access.kind === 'refused') return access.outcome;
  access.value.wipe();
  return outcome('accepted', words.keyRotation.gaveToken(new URL(ask.origin).host), '');
}

/**
 * Returns what the two answers prove. The answer to the new key separates a removed key from everything else that gets `invalid_client`: the
 * two assertions differ in nothing but the key. Pure.
 */
export function judged(
  host: string,
  oldKid: string,
  old: Outcome,
  fresh: Outcome | null,
  at: number,
): OldKeyCheck {
  const proven = isKeyRefusal(old) && fresh?.kind === 'accepted';
  const said = proven
    ? words.keyRotation.proven(host, oldKid, old.status)
    : old.kind === 'accepted'
      ? words.keyRotation.stillAccepted(host)
      : fresh === null
        ? words.keyRotation.noAnswer(old.sentence)
        : words.keyRotation.bothRefused(host, fresh.sentence);
  return { at, old, new: fresh, proven, sentence: clip(said, 600) };
}
