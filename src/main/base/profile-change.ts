import type { TokenProfile } from '../../shared/contract/tokens.ts';
import { profileNames } from '../../shared/profile/words.ts';
import { changedFields, fieldValue } from '../../shared/profile-changed.ts';
import { changedSentence } from './changes.ts';

/** Returns what the record says about a change of the details of a token or an app; empty when nothing changed. Pure. */
export const profileChangeSentence = (before: TokenProfile, after: TokenProfile): string =>
  changedSentence(
    changedFields(before, after).map((name) => ({
      name: profileNames[name],
      from: fieldValue(before, name),
      to: fieldValue(after, name),
    })),
  );
