import { useEffect, useId, useState } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import type { UsageShare } from '../../shared/contract/usage.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useCall } from '../ui/use-call.ts';

/** The token's own part of the org's limits: read from Okta when shown, changed there after asking. */
export function ShareCard({ token }: { token: Token }) {
  const [share, setShare] = useState<UsageShare | null>(null);
  const { failure, busy, run } = useCall();
  const [editing, setEditing] = useState<{ percentage: number; concurrencyPercentage: number } | null>(null);
  const [asking, setAsking] = useState(false);
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
    <section className="card" aria-label="Share of the limits">
      <div className="card-head">
        <h2>This token's share of the limits</h2>
        {share !== null && editing === null && (
          <Button
            kind="link"
            className="small"
            onClick={() =>
              setEditing({
                percentage: Math.max(5, share.percentage),
                concurrencyPercentage: Math.max(5, share.concurrencyPercentage),
              })
            }
          >
            Change
          </Button>
        )}
      </div>
      {share === null && failure === null && <p className="muted small">Asking Okta…</p>}
      {share !== null && editing === null && (
        <p>
          {share.percentage} % of every rate limit of the org, {share.concurrencyPercentage} % of the calls at
          a time{share.own ? '' : " (Okta's default)"}.
        </p>
      )}
      {editing !== null && (
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            setAsking(true);
          }}
        >
          <div className="row-flex share-fields">
            <Percent
              name="Of every rate limit (%)"
              value={editing.percentage}
              set={(percentage) => setEditing({ ...editing, percentage })}
            />
            <Percent
              name="Of the calls at a time (%)"
              value={editing.concurrencyPercentage}
              set={(concurrencyPercentage) => setEditing({ ...editing, concurrencyPercentage })}
            />
          </div>
          <div className="row-flex">
            <Button type="submit" kind="primary" disabled={busy}>
              Change in Okta
            </Button>
            <Button onClick={() => setEditing(null)} disabled={busy}>
              Cancel
            </Button>
          </div>
        </form>
      )}
      {failure !== null && share === null ? (
        <p className="small">
          Not known. {failure.sentence} <span className="muted">{failure.remedy}</span>
        </p>
      ) : (
        <FailureNote failure={failure} />
      )}
      {asking && editing !== null && (
        <Confirm
          name="Change the share in Okta?"
          act="Change it"
          keep="Leave it"
          onKeep={() => setAsking(false)}
          onAct={() => void save()}
        >
          <p>
            <b>{token.label}</b> may then use {editing.percentage} % of every rate limit of {token.orgHost}{' '}
            and {editing.concurrencyPercentage} % of its calls at a time. Programs that call more often than
            that are refused. It takes effect in Okta at once and is in the System Log.
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
    <div className="field">
      <label htmlFor={id}>{name}</label>
      <input
        id={id}
        className="input"
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
