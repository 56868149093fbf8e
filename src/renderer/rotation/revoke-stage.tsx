import type { LeakedUse, RevokeAttempt } from '../../shared/contract/rotation.ts';
import { inSentence } from '../../shared/in-sentence.ts';
import { series } from '../../shared/listed.ts';
import { ago, dateAndTime } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import detailsList from '../ui/details-list.module.css';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { Stage } from '../ui/stage.tsx';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './rotation.module.css';
import type { StageProps } from './stage-props.ts';
import { words } from './words.ts';

/** Revokes the old token, and shows what Okta answered to it afterwards. */
export function RevokeStage({ rotation, doing, now, run }: StageProps) {
  const { proof, attempts, state, id: rotationId, mode } = rotation;
  const toApp = mode === 'to-app';
  const last = attempts.findLast(({ whose }) => whose === 'old') ?? null;
  if (proof !== null) {
    return (
      <Stage state="done" title={words.revokeStage.revokedWithProof} line={proof.sentence}>
        <Answer attempt={proof} />
        <div className={layout.actions}>
          <Button onClick={() => void run(bridge.rotation.exportProof({ rotationId, as: 'html' }))}>
            {words.revokeStage.exportAsHtml}
          </Button>
          <Button onClick={() => void run(bridge.rotation.exportProof({ rotationId, as: 'json' }))}>
            {words.revokeStage.exportAsJson}
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
      title={
        doing === 'revoking'
          ? words.revokeStage.revoking
          : tried
            ? words.revokeStage.notProvenYet
            : words.revokeStage.revokeAndProve
      }
      line={
        last !== null && doing !== 'revoking' ? (
          <span role="alert">{last.sentence}</span>
        ) : (
          words.revokeStage[toApp ? 'mustBeRefusedBeside' : 'mustBeRefused']
        )
      }
    >
      {state === 'revoking' && doing !== 'revoking' && (
        <>
          {last !== null && <Answer attempt={last} />}
          <p className={`${typography.small} ${typography.muted}`}>
            {words.revokeStage[toApp ? 'ownValueKept' : 'valueKept']}
          </p>
          <div>
            <Button kind="primary" onClick={() => void run(bridge.rotation.revoke({ rotationId }))}>
              {shared.tryAgain}
            </Button>
          </div>
        </>
      )}
    </Stage>
  );
}

function Answer({ attempt }: { attempt: RevokeAttempt }) {
  const { after, at, witness } = attempt;
  const byId = witness === undefined ? words.revokeStage.byId : words.revokeStage.byIdBeside;
  const rows: readonly (readonly [name: string, value: string, mono?: true])[] = [
    [
      words.revokeStage.answer,
      `${after.status === null ? after.word : words.revokeStage.http(after.status)} ${after.errorCode ?? ''}`.trim(),
    ],
    [pageShared.when, dateAndTime(at)],
    [words.revokeStage.requestId, after.requestId ?? '', true],
    [words.revokeStage.revoked, attempt.by === 'id' ? byId : words.revokeStage.byItself],
    [words.revokeStage.alsoAsked, witness === undefined ? '' : witnessWords(witness)],
  ];
  return (
    <dl className={`${detailsList.details} ${typography.small}`}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value, mono]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={mono && typography.mono}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

function witnessWords({ name, answered, status, requestId }: NonNullable<RevokeAttempt['witness']>): string {
  const { http, notAccepted, requestId: id } = words.revokeStage;
  const answer = status === null ? notAccepted : http(status);
  const request = answered && requestId !== null ? `${inSentence(id)} ${requestId}` : '';
  return series([`${name}: ${answer}`, request]);
}

/** Shows what a leaked token did, by the System Log. */
function WhatItDid({ use, now }: { use: LeakedUse; now: number }) {
  if (!use.read) {
    return <p className={typography.small}>{words.revokeStage.deedsNotKnown(use.why)}</p>;
  }
  return (
    <section className={cards.card}>
      <h2>{words.revokeStage.whatItDid}</h2>
      <p className={`${typography.muted} ${typography.small}`}>
        {use.events === 0
          ? words.revokeStage.noEvent
          : use.more
            ? words.revokeStage.moreThanEvents(use.events)
            : words.revokeStage.eventsInLog(use.events)}
      </p>
      {use.groups.length > 0 && (
        <table className={styles.compare}>
          <thead>
            <tr>
              <th scope="col">{words.revokeStage.event}</th>
              <th scope="col">{words.revokeStage.from}</th>
              <th scope="col">{words.revokeStage.by}</th>
              <th scope="col">{words.revokeStage.times}</th>
              <th scope="col">{words.revokeStage.last}</th>
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
