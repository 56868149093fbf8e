import type { TokenProfile } from './contract/tokens.ts';
import { series } from './listed.ts';
import { environmentNames } from './profile/words.ts';

const fields = ['label', 'purpose', 'environment', 'tags', 'consumers', 'rotateEveryDays'] as const;
type Field = (typeof fields)[number];

/** Returns the fields that differ between two profiles. */
export const changedFields = (before: TokenProfile, after: TokenProfile): Field[] =>
  fields.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));

/** Returns the value of a field in one line, as the window shows it. */
export function fieldValue(profile: TokenProfile, name: Field): string {
  switch (name) {
    case 'environment':
      return environmentNames[profile.environment];
    case 'tags':
      return series(profile.tags);
    case 'consumers':
      return series(profile.consumers.map(({ name, where }) => (where === '' ? name : `${name} (${where})`)));
    default:
      return String(profile[name]);
  }
}
