import { cut } from '../../shared/clip.ts';
import type { Environment } from '../../shared/contract/orgs.ts';
import type { TokenProfile } from '../../shared/contract/tokens.ts';
import { environmentNames, profileNames } from '../../shared/profile/words.ts';
import { changedFields } from '../../shared/profile-changed.ts';
import type { Failure } from '../bridge.ts';
import { Choice, Field, TextArea } from './field.tsx';
import layout from './layout.module.css';
import { words } from './page-words.ts';
import {
  boundConsumers,
  boundTags,
  consumerLine,
  consumersIn,
  isSeen,
  most,
  overBound,
  tagsIn,
} from './profile-text.ts';

/** Shows the fields of a token's profile. `profileProblem` checks them, and `readProfile` reads them. */
export function ProfileFields({ profile }: { profile: TokenProfile }) {
  return (
    <>
      <Field
        label={profileNames.label}
        name="label"
        aria-required
        maxLength={120}
        defaultValue={profile.label}
      />
      <TextArea
        label={profileNames.purpose}
        name="purpose"
        rows={2}
        maxLength={500}
        defaultValue={profile.purpose}
      />
      <div className={layout.two}>
        <Choice
          label={profileNames.environment}
          name="environment"
          defaultValue={profile.environment}
          options={Object.entries(environmentNames)}
        />
        <Field
          label={profileNames.rotateEveryDays}
          name="rotateEveryDays"
          type="number"
          min={1}
          max={3650}
          required
          defaultValue={profile.rotateEveryDays}
        />
      </div>
      <Field
        label={profileNames.tags}
        name="tags"
        defaultValue={profile.tags.join(', ')}
        hint={words.profileFields.byCommas}
      />
      <TextArea
        label={profileNames.consumers}
        name="consumers"
        rows={2}
        defaultValue={profile.consumers.map(consumerLine).join('\n')}
        hint={words.profileFields.onePerLine}
      />
    </>
  );
}

/** Returns what is wrong in the `ProfileFields` of `form`, or null. The wrong field takes the focus. */
export function profileProblem(form: HTMLFormElement): Failure | null {
  const field = (name: string) => form.elements.namedItem(name) as HTMLInputElement;
  const problem = (at: HTMLInputElement, sentence: string, remedy: string): Failure => {
    at.focus();
    return { code: 'bad-request', sentence, remedy, smallPrint: '' };
  };
  const label = field('label');
  const days = field('rotateEveryDays');
  if (!isSeen(label.value)) {
    return problem(label, words.profileFields.labelEmpty, words.profileFields.giveName);
  }
  if (!days.validity.valid) {
    return problem(days, words.profileFields.notDays, words.profileFields.wholeNumber);
  }
  const [tags, consumers] = [field('tags'), field('consumers')];
  const over = overBound(tagsIn(tags.value), consumersIn(consumers.value, []));
  if (over !== null) {
    const { sentence, remedy } = words.profileFields.over[over];
    return problem(over === 'tags' || over === 'tag' ? tags : consumers, sentence(most[over]), remedy);
  }
  return null;
}

/**
 * Returns the profile in the `ProfileFields` of `form`, within the contract's bounds. A consumer that stays in the list keeps its
 * hand-over.
 */
export function readProfile(form: HTMLFormElement, before: TokenProfile): TokenProfile {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const days = Math.round(Number(text('rotateEveryDays')));
  return {
    label: cut(text('label'), 120),
    purpose: cut(text('purpose'), 500),
    environment: text('environment') as Environment,
    tags: boundTags(tagsIn(text('tags'))),
    consumers: boundConsumers(consumersIn(text('consumers'), before.consumers)),
    rotateEveryDays: Number.isFinite(days) ? Math.min(3650, Math.max(1, days)) : 90,
  };
}

/** Returns the fields of `before` that `after` has changed. Returns null when it has changed none. */
export function changedBefore(before: TokenProfile, after: TokenProfile): Partial<TokenProfile> | null {
  const changed = changedFields(before, after);
  return changed.length === 0 ? null : Object.fromEntries(changed.map((name) => [name, before[name]]));
}
