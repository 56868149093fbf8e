import type { LeakedUse, RevokeAttempt } from '../../shared/contract/rotation.ts';
import { ago, clockTime, fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Stage, type StageProps } from './stage.tsx';

/** The end of the old token, and what Okta answered to it afterwards. */
export function RevokeStage({ rotation, doing, now, run }: StageProps) {
  const { proof, attempts, state, id: rotationId } = rotation;
  const last = attempts.findLast(({ whose }) => whose === 'old') ?? null;
  if (proof !== null) {
    return (
      <Stage state="done" title="Revoked, with proof" line={proof.sentence}>
        <Answer attempt={proof} />
        <div className="row-flex">
          <Button onClick={() => void run(bridge.rotation.exportProof({ rotationId, as: 'html' }))}>
            Export as HTML
          </Button>
          <Button onClick={() => void run(bridge.rotation.exportProof({ rotationId, as: 'json' }))}>
            Export as JSON
          </Button>
        </div>
        {rotation.leakedUse !== null && <WhatItDid use={rotation.leakedUse} now={now} />}
      </Stage>
    );
  }
  const tried = state === 'revoking' || (state === 'handing-over' && last !== null);
  return (
    <Stage
      state={state === 'revoking' ? 'failed' : 'later'}
      busy={doing === 'revoking'}
      title={doing === 'revoking' ? 'Revoking' : tried ? 'Revoke, not proven yet' : 'Revoke, and prove it'}
      line={
        last !== null && doing !== 'revoking' ? (
          <span role="alert">{last.sentence}</span>
        ) : (
          'Okta must answer 401 E0000011 to the old token'
        )
      }
    >
      {state === 'revoking' && doing !== 'revoking' && (
        <>
          {last !== null && <Answer attempt={last} />}
          <p className="small muted">
            The old value is kept until its end is proven. Keyturn does not claim what Okta has not answered.
          </p>
          <div>
            <Button kind="primary" onClick={() => void run(bridge.rotation.revoke({ rotationId }))}>
              Try again
            </Button>
          </div>
        </>
      )}
    </Stage>
  );
}

function Answer({ attempt }: { attempt: RevokeAttempt }) {
  const { after, at } = attempt;
  const rows: readonly (readonly [name: string, value: string])[] = [
    [
      'Answer',
      `${after.status === null ? after.word : `HTTP ${after.status}`} ${after.errorCode ?? ''}`.trim(),
    ],
    ['When', `${fullDate(at)}, ${clockTime(at)}`],
    ['Request id', after.requestId ?? ''],
    ['Revoked', attempt.by === 'id' ? 'by its id, with the new token' : 'by itself'],
  ];
  return (
    <dl className="details small">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={name === 'Request id' ? 'mono' : ''}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** What the System Log shows a leaked token did. */
function WhatItDid({ use, now }: { use: LeakedUse; now: number }) {
  if (!use.read) {
    return (
      <p className="small">
        What it did is not known: {use.why}. Look in the System Log of the Admin Console.
      </p>
    );
  }
  return (
    <section className="card">
      <h2>What it did in the last 90 days</h2>
      <p className="muted small">
        {use.events === 0
          ? 'The System Log has no event made with it. Most reads write none, so it may have read all the same.'
          : `${use.more ? 'More than ' : ''}${use.events} ${use.events === 1 ? 'event' : 'events'} in the System Log, by kind and sender. Most reads write none.`}
      </p>
      {use.groups.length > 0 && (
        <table className="compare">
          <thead>
            <tr>
              <th scope="col">Event</th>
              <th scope="col">From</th>
              <th scope="col">By</th>
              <th scope="col">Times</th>
              <th scope="col">Last</th>
            </tr>
          </thead>
          <tbody>
            {use.groups.map((group) => (
              <tr key={`${group.eventType} ${group.address} ${group.userAgent}`}>
                <td>{group.eventType}</td>
                <td>{group.address}</td>
                <td>{group.userAgent}</td>
                <td>{group.count}</td>
                <td>{ago(group.last, now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
