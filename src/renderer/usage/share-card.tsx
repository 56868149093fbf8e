import { useEffect, useId, useState } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import type { UsageShare } from '../../shared/contract/usage.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import dialogs from '../ui/dialog.module.css';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import fields from '../ui/field.module.css';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useEditFocus } from '../ui/use-edit-focus.ts';
import { shared } from '../ui/words.ts';
import styles from './usage.module.css';
import { words } from './words.ts';

/**
 * Shows the token's share of the org's limits. It reads the share from Okta when the card opens, and changes it in Okta after a question.
 */
export function ShareCard({ token }: { token: Token }) {
  const [share, setShare] = useState<UsageShare | null>(null);
  const { failure, busy, run } = useCall();
  const [editing, setEditing] = useState<{ percentage: number; concurrencyPercentage: number } | null>(null);
  const [asking, setAsking] = useState(false);
  const holder = useEditFocus(editing !== null);
  useEffect(() => {
    let current = true;
    void run(bridge.usage.share({ tokenId: token.id })).then((read) => {
      if (current && read !== null) setShare(read);
    });
    return () => {
      current = false;
    };
  }, [token.id, run]);
  const save = async () => {
    setAsking(false);
    if (editing === null) return;
    const changed = await run(bridge.usage.setShare({ tokenId: token.id, ...editing }));
    if (changed === null) return;
    setShare(changed);
    setEditing(null);
  };
  return (
    <section ref={holder} className={cards.card} aria-label={words.shareCard.shareOfLimits}>
      <div className={cards.head}>
        <h2>{words.shareCard.heading}</h2>
        {share !== null && editing === null && (
          <Button
            kind="link"
            onClick={() =>
              setEditing({
                percentage: Math.max(5, share.percentage),
                concurrencyPercentage: Math.max(5, share.concurrencyPercentage),
              })
            }
          >
            {pageShared.change}
          </Button>
        )}
      </div>
      {share === null && failure === null && (
        <p className={`${typography.muted} ${typography.small}`}>{pageShared.askingOkta}</p>
      )}
      {share !== null && editing === null && (
        <p>
          {share.own
            ? words.shareCard.share(share.percentage, share.concurrencyPercentage)
            : words.shareCard.shareByDefault(share.percentage, share.concurrencyPercentage)}
        </p>
      )}
      {editing !== null && (
        <form
          className={layout.stack}
          onSubmit={(event) => {
            event.preventDefault();
            setAsking(true);
          }}
        >
          <div className={`${layout.row} ${styles.shareFields}`}>
            <Percent
              name={words.shareCard.percentOfLimits}
              value={editing.percentage}
              set={(percentage) => setEditing({ ...editing, percentage })}
            />
            <Percent
              name={words.shareCard.percentOfCalls}
              value={editing.concurrencyPercentage}
              set={(concurrencyPercentage) => setEditing({ ...editing, concurrencyPercentage })}
            />
          </div>
          <div className={dialogs.foot}>
            <Button onClick={() => setEditing(null)} disabled={busy}>
              {shared.cancel}
            </Button>
            <Button type="submit" kind="primary" disabled={busy}>
              {pageShared.changeInOkta}
            </Button>
          </div>
        </form>
      )}
      {failure !== null && share === null ? (
        <p className={typography.small}>
          {words.shareCard.notKnown(
            failure.sentence,
            <span className={typography.muted}>{failure.remedy}</span>,
          )}
        </p>
      ) : (
        <FailureNote failure={failure} />
      )}
      {asking && editing !== null && (
        <Confirm
          name={words.shareCard.askChange}
          act={words.shareCard.changeIt}
          keep={words.shareCard.leaveIt}
          onKeep={() => setAsking(false)}
          onAct={() => void save()}
        >
          <p>
            {words.shareCard.consequence(
              <b>{token.label}</b>,
              editing.percentage,
              token.orgHost,
              editing.concurrencyPercentage,
            )}
          </p>
        </Confirm>
      )}
    </section>
  );
}

function Percent({
  name,
  value,
  set,
}: {
  readonly name: string;
  readonly value: number;
  readonly set: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className={fields.field}>
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        className={fields.input}
        type="number"
        min={5}
        max={100}
        step={1}
        required
        value={value}
        onChange={(event) => set(event.target.valueAsNumber || 0)}
      />
    </div>
  );
}
