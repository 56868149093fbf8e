import { memo, useState } from 'react';
import type { Token, TokenProfile } from '../../shared/contract/tokens.ts';
import type { KeptIn } from '../../shared/contract/vault.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import detailsList from '../ui/details-list.module.css';
import dialogs from '../ui/dialog.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import { environmentWords } from '../ui/org-mark.tsx';
import { pageShared } from '../ui/page-words.ts';
import { changedBefore, ProfileFields, profileProblem, readProfile } from '../ui/profile-fields.tsx';
import typography from '../ui/typography.module.css';
import { offerUndo } from '../ui/undo-store.ts';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { words } from './page-words.ts';

/** Shows what a person said of the token, where it is kept, and its fingerprint. The details can be edited in place. */
export const DetailsCard = memo(function DetailsCard({
  token,
  keptIn,
}: {
  token: Token;
  keptIn: KeptIn | null;
}) {
  const [editing, setEditing] = useState(false);
  const { failure, run, fail } = useCall();
  const save = async (profile: TokenProfile) => {
    const saved = await run(bridge.tokens.update({ tokenId: token.id, profile }));
    if (saved === null) return;
    setEditing(false);
    const before = changedBefore(token, saved);
    if (before === null) return;
    offerUndo({
      sentence: words.detailsCard.changed(saved.label),
      call: () => bridge.tokens.update({ tokenId: token.id, profile: before }),
    });
  };
  if (editing) {
    return (
      <section className={cards.card}>
        <h2>{words.detailsCard.editDetails}</h2>
        <form
          className={layout.stack}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            const problem = profileProblem(event.currentTarget);
            fail(problem);
            if (problem === null) void save(readProfile(event.currentTarget, token));
          }}
        >
          <ProfileFields profile={token} />
          <FailureNote failure={failure} />
          <div className={dialogs.foot}>
            <Button onClick={() => setEditing(false)}>{shared.cancel}</Button>
            <Button kind="primary" type="submit">
              {words.detailsCard.saveDetails}
            </Button>
          </div>
        </form>
      </section>
    );
  }
  const rows: readonly (readonly [name: string, value: string])[] = [
    [words.detailsCard.purpose, token.purpose],
    [words.detailsCard.environment, environmentWords[token.environment]],
    [words.detailsCard.tags, token.tags.join(', ')],
    [
      words.detailsCard.usedIn,
      token.consumers.map(({ name, where }) => (where === '' ? name : `${name} (${where})`)).join(', '),
    ],
    [words.detailsCard.nameInOkta, token.known?.oktaTokenName ?? ''],
    [words.detailsCard.tokenId, token.known?.oktaTokenId ?? ''],
    [words.detailsCard.captured, fullDate(token.capturedAt)],
    [words.detailsCard.kept, keptIn?.sentence ?? ''],
  ];
  return (
    <section className={cards.card}>
      <div className={cards.head}>
        <h2>{words.detailsCard.details}</h2>
        <Button kind="link" onClick={() => setEditing(true)}>
          {words.detailsCard.editDetails}
        </Button>
      </div>
      <dl className={detailsList.details}>
        {rows
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        <div>
          <dt>{pageShared.fingerprint}</dt>
          <dd className={typography.mono}>
            {token.revokedAt !== null
              ? words.detailsCard.none
              : token.readable
                ? token.fingerprint
                : words.detailsCard.notReadable}
          </dd>
        </div>
      </dl>
    </section>
  );
});
