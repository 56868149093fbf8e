import { useEffect, useState } from 'react';
import type { ListedToken, Rotation } from '../../shared/contract/rotation.ts';
import { inSentence } from '../../shared/in-sentence.ts';
import { series } from '../../shared/listed.ts';
import { ago, fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import detailsList from '../ui/details-list.module.css';
import { Choice } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { Stage } from '../ui/stage.tsx';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import type { Calls } from '../ui/use-call.ts';
import styles from './rotation.module.css';
import type { StageProps } from './stage-props.ts';
import { type QuietTerms, words } from './words.ts';

const waits: readonly (readonly [minutes: string, words: string])[] = [
  ['0', words.quietStage.noWait],
  ['10', words.quietStage.tenMinutes],
  ['30', words.quietStage.halfAnHour],
  ['60', words.quietStage.anHour],
  ['1440', words.quietStage.aDay],
  ['10080', words.quietStage.sevenDays],
];

/** Shows whether anybody still uses the old token. The System Log and the date of its expiry tell. */
export function QuietStage({ rotation, doing, now, run }: StageProps) {
  const { quiet, id: rotationId, state, mode } = rotation;
  const terms = words.quietStage.terms[mode];
  const active = state === 'handing-over';
  const done = quiet?.verdict === 'quiet';
  // The first look needs no click. After that main looks every two minutes.
  useEffect(() => {
    if (active && quiet === null) void run(bridge.rotation.checkQuiet({ rotationId }));
  }, [active, quiet, rotationId, run]);

  if (!active && quiet === null) {
    return (
      <Stage
        state="later"
        title={terms.title}
        line={words.quietStage.mustBeQuiet(waitWords(rotation.quietMinutes))}
      />
    );
  }
  return (
    <Stage
      state={done ? 'done' : active ? 'now' : 'later'}
      busy={doing === 'checking'}
      title={terms.title}
      line={
        quiet === null ? (
          words.quietStage.checking(terms)
        ) : (
          <span role="status" className={quiet.verdict === 'in-use' ? typography.attention : ''}>
            {words.quietStage.looked(quiet.sentence, ago(quiet.at, now))}
          </span>
        )
      }
    >
      {active && (
        <>
          {quiet !== null && <Witnesses quiet={quiet} terms={terms} now={now} />}
          {rotation.oldOktaTokenId === null && <PickOld rotationId={rotationId} terms={terms} run={run} />}
          <div className={layout.actions}>
            <Button
              disabled={doing !== ''}
              onClick={() => void run(bridge.rotation.checkQuiet({ rotationId }))}
            >
              {words.quietStage.checkNow}
            </Button>
            <span className={styles.inlineChoice}>
              <Choice
                label={words.quietStage.quiet}
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
          <p className={`${typography.small} ${typography.muted}`}>
            {words.quietStage.whyTwoWitnesses} {mode === 'to-app' && words.quietStage.testIsUse}
          </p>
        </>
      )}
    </Stage>
  );
}

const waitWords = (minutes: number): string =>
  inSentence(waits.find(([value]) => value === String(minutes))?.[1] ?? words.quietStage.minutes(minutes));

function Witnesses({
  quiet,
  terms,
  now,
}: {
  quiet: NonNullable<Rotation['quiet']>;
  terms: QuietTerms;
  now: number;
}) {
  const { log, expiry } = quiet;
  return (
    <dl className={`${detailsList.details} ${typography.small}`}>
      <div>
        <dt>{words.quietStage.systemLog}</dt>
        <dd>
          {!log.read
            ? words.quietStage.notRead(log.why)
            : log.last === null
              ? words.quietStage.noEvent(terms)
              : log.more === true
                ? words.quietStage.atLeastEvents(
                    log.calls,
                    ago(log.last.at, now),
                    log.last.address,
                    log.last.userAgent,
                    log.last.eventType,
                  )
                : words.quietStage.events(
                    log.calls,
                    ago(log.last.at, now),
                    log.last.address,
                    log.last.userAgent,
                    log.last.eventType,
                  )}
        </dd>
      </div>
      <div>
        <dt>{words.quietStage.expiryInOkta}</dt>
        <dd>
          {!expiry.read
            ? words.quietStage.notRead(expiry.why)
            : expiry.moved
              ? expiry.lastUse === null
                ? words.quietStage.moved(terms)
                : words.quietStage.movedAndUsed(terms, ago(expiry.lastUse, now))
              : words.quietStage.notMoved(terms)}
        </dd>
      </div>
    </dl>
  );
}

function PickOld({ rotationId, terms, run }: { rotationId: string; terms: QuietTerms; run: Calls['run'] }) {
  const [list, setList] = useState<readonly ListedToken[] | null>(null);
  return (
    <div className={`${banners.banner} ${tones.attention}`}>
      <div className={`${layout.grow} ${layout.stack}`}>
        <p>
          {words.quietStage.whichIsOld(terms, (text) => (
            <b>{text}</b>
          ))}
        </p>
        {list === null ? (
          <div>
            <Button
              onClick={() =>
                void run(bridge.rotation.candidates({ rotationId })).then((found) => setList(found ?? []))
              }
            >
              {words.quietStage.showThem}
            </Button>
          </div>
        ) : list.length === 0 ? (
          <p>{words.quietStage.listNotReadable(terms)}</p>
        ) : (
          <ul className={styles.plainList}>
            {list.map(({ id, name, created, lastUse }) => (
              <li key={id} className={layout.row}>
                <span className={layout.grow}>
                  {name}{' '}
                  <span className={`${typography.muted} ${typography.small}`}>
                    {series([
                      created === null ? '' : words.quietStage.made(fullDate(created)),
                      lastUse === null ? '' : words.quietStage.lastUsed(fullDate(lastUse)),
                    ])}
                  </span>
                </span>
                <Button onClick={() => void run(bridge.rotation.pickOld({ rotationId, oktaTokenId: id }))}>
                  {words.quietStage.thisOne}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}
