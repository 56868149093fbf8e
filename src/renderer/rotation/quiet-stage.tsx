import { useEffect, useState } from 'react';
import type { ListedToken, Rotation } from '../../shared/contract/rotation.ts';
import { ago, fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/field.tsx';
import type { Calls } from '../ui/use-call.ts';
import { Stage, type StageProps } from './stage.tsx';

const waits: readonly (readonly [minutes: string, words: string])[] = [
  ['0', 'No wait'],
  ['10', '10 minutes'],
  ['30', '30 minutes'],
  ['60', '1 hour'],
  ['1440', '1 day'],
  ['10080', '7 days'],
];

/** Whether anybody still uses the old token, by the System Log and by the movement of its expiry. */
export function QuietStage({ rotation, doing, now, run }: StageProps) {
  const { quiet, id: rotationId, state } = rotation;
  const active = state === 'handing-over';
  const done = quiet?.verdict === 'quiet';
  // The first look is free of clicks; after that main looks every two minutes.
  useEffect(() => {
    if (active && quiet === null) void run(bridge.rotation.checkQuiet({ rotationId }));
  }, [active, quiet, rotationId, run]);

  if (!active && quiet === null) {
    return (
      <Stage
        state="later"
        title="Old token quiet"
        line={`The System Log must show no use for ${waitWords(rotation.quietMinutes)}`}
      />
    );
  }
  return (
    <Stage
      state={done ? 'done' : active ? 'now' : 'later'}
      busy={doing === 'checking'}
      title="Old token quiet"
      line={
        quiet === null ? (
          'Looking whether the old token is still used.'
        ) : (
          <span role="status" className={quiet.verdict === 'in-use' ? 'ink-attention' : ''}>
            {quiet.sentence} Looked {ago(quiet.at, now)}.
          </span>
        )
      }
    >
      {active && (
        <>
          {quiet !== null && <Witnesses quiet={quiet} now={now} />}
          {rotation.oldOktaTokenId === null && <PickOld rotationId={rotationId} run={run} />}
          <div className="row-flex">
            <Button
              disabled={doing !== ''}
              onClick={() => void run(bridge.rotation.checkQuiet({ rotationId }))}
            >
              Check now
            </Button>
            <span className="inline-choice">
              <Choice
                label="Must be quiet for"
                value={String(rotation.quietMinutes)}
                options={waits}
                onChange={(event) =>
                  void run(
                    bridge.rotation.setQuietMinutes({ rotationId, minutes: Number(event.target.value) }),
                  )
                }
              />
            </span>
          </div>
          <p className="small muted">
            Calls that write no event do not show in the System Log; most reads write none. Okta moves a
            token's expiry with every use, so that is the second witness.
          </p>
        </>
      )}
    </Stage>
  );
}

const waitWords = (minutes: number): string =>
  waits.find(([value]) => value === String(minutes))?.[1].toLowerCase() ?? `${minutes} minutes`;

function Witnesses({ quiet, now }: { quiet: NonNullable<Rotation['quiet']>; now: number }) {
  const { log, expiry } = quiet;
  return (
    <dl className="details small">
      <div>
        <dt>System Log</dt>
        <dd>
          {!log.read
            ? `Not read: ${log.why}.`
            : log.last === null
              ? 'No event by the old token since the hand-over.'
              : `${log.more === true ? 'At least ' : ''}${log.calls} ${log.calls === 1 ? 'event' : 'events'}, the last ${ago(log.last.at, now)} from ${log.last.address} by ${log.last.userAgent}: ${log.last.eventType}`}
        </dd>
      </div>
      <div>
        <dt>Its expiry in Okta</dt>
        <dd>
          {!expiry.read
            ? `Not read: ${expiry.why}.`
            : expiry.moved
              ? `Has moved since the hand-over${expiry.lastUse === null ? '' : `: last used ${ago(expiry.lastUse, now)}`}.`
              : 'Has not moved since the hand-over.'}
        </dd>
      </div>
    </dl>
  );
}

function PickOld({ rotationId, run }: { rotationId: string; run: Calls['run'] }) {
  const [list, setList] = useState<readonly ListedToken[] | null>(null);
  return (
    <div className="banner tone-attention">
      <div className="grow stack">
        <p>
          <b>Which one is the old token?</b> Its owner has several, and Okta does not say which is which.
        </p>
        {list === null ? (
          <div>
            <Button
              onClick={() =>
                void run(bridge.rotation.candidates({ rotationId })).then((found) => setList(found ?? []))
              }
            >
              Show them
            </Button>
          </div>
        ) : list.length === 0 ? (
          <p>The list of API tokens cannot be read with the new token.</p>
        ) : (
          <ul className="plain-list">
            {list.map(({ id, name, created, lastUse }) => (
              <li key={id} className="row-flex">
                <span className="grow">
                  {name}{' '}
                  <span className="muted small">
                    {created === null ? '' : `made ${fullDate(created)}`}
                    {lastUse === null ? '' : `, last used ${fullDate(lastUse)}`}
                  </span>
                </span>
                <Button onClick={() => void run(bridge.rotation.pickOld({ rotationId, oktaTokenId: id }))}>
                  This one
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
