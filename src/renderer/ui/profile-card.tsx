import { type ReactNode, useState } from 'react';
import type { TokenProfile } from '../../shared/contract/tokens.ts';
import { profileNames } from '../../shared/profile/words.ts';
import { fieldValue } from '../../shared/profile-changed.ts';
import type { Result } from '../bridge.ts';
import { Button } from './button.tsx';
import cards from './card.module.css';
import detailsList from './details-list.module.css';
import dialogs from './dialog.module.css';
import { FailureNote } from './failure-note.tsx';
import layout from './layout.module.css';
import { words } from './page-words.ts';
import { changedBefore, ProfileFields, profileProblem, readProfile } from './profile-fields.tsx';
import { offerUndo } from './undo-store.ts';
import { useCall } from './use-call.ts';
import { useEditFocus } from './use-edit-focus.ts';
import { shared } from './words.ts';

interface ProfileCardProps {
  readonly profile: TokenProfile;
  /** Facts of its kind. The card leaves out a fact with an empty value. */
  readonly rows: readonly (readonly [name: string, value: string])[];
  /** More lines of the list, as dt and dd. */
  readonly children?: ReactNode;
  /** Saves the changes, and returns the new details. */
  readonly save: (profile: Partial<TokenProfile>) => Promise<Result<TokenProfile>>;
}

/** Shows what a person wrote about a credential, with facts of its kind. The person can edit the details in place. */
export function ProfileCard({ profile, rows, children, save }: ProfileCardProps) {
  const [editing, setEditing] = useState(false);
  const holder = useEditFocus(editing);
  const { failure, run, fail } = useCall();
  const keep = async (wanted: TokenProfile) => {
    const saved = await run(save(wanted));
    if (saved === null) return;
    setEditing(false);
    const before = changedBefore(profile, saved);
    if (before === null) return;
    offerUndo({ sentence: words.profileCard.changed(saved.label), call: () => save(before) });
  };
  if (editing) {
    return (
      <section ref={holder} className={cards.card}>
        <h2>{words.profileCard.editDetails}</h2>
        <form
          className={layout.stack}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const problem = profileProblem(event.currentTarget);
            fail(problem);
            if (problem === null) void keep(readProfile(event.currentTarget, profile));
          }}
        >
          <ProfileFields profile={profile} />
          <FailureNote failure={failure} />
          <div className={dialogs.foot}>
            <Button onClick={() => setEditing(false)}>{shared.cancel}</Button>
            <Button kind="primary" type="submit">
              {words.profileCard.saveDetails}
            </Button>
          </div>
        </form>
      </section>
    );
  }
  const all: ProfileCardProps['rows'] = [
    [profileNames.purpose, profile.purpose],
    [profileNames.environment, fieldValue(profile, 'environment')],
    [profileNames.tags, fieldValue(profile, 'tags')],
    [words.profileCard.usedIn, fieldValue(profile, 'consumers')],
    ...rows,
  ];
  return (
    <section ref={holder} className={cards.card}>
      <div className={cards.head}>
        <h2>{words.profileCard.details}</h2>
        <Button kind="link" onClick={() => setEditing(true)}>
          {words.profileCard.editDetails}
        </Button>
      </div>
      <dl className={detailsList.details}>
        {all
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        {children}
      </dl>
    </section>
  );
}
