import { Check, CircleHelp, Minus, TriangleAlert } from 'lucide-react';
import type { AccessView, FamilyId, Probe } from '../../shared/contract/access.ts';
import { sentences, series } from '../../shared/listed.ts';
import { clockTime, fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icons.tsx';
import { pageShared } from '../ui/page-words.ts';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import styles from './access.module.css';
import { words } from './words.ts';

const stateShown = {
  allowed: [Check, '', words.xrayCard.allowed],
  denied: [Minus, typography.muted, words.xrayCard.denied],
  unknown: [CircleHelp, typography.muted, pageShared.notKnown],
} as const;
const changeShown = {
  yes: [Check, '', words.xrayCard.yes],
  no: [Minus, typography.muted, words.xrayCard.no],
  unknown: [CircleHelp, typography.muted, pageShared.notKnown],
} as const;

interface XrayCardProps {
  readonly view: AccessView;
  /** Whether an X-ray runs now. */
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onXray: () => void;
}

/** Shows the families of endpoints as a table: what the token may read, what its owner's roles may change, and what its job needs. */
export function XrayCard({ view, busy, disabled, onXray }: XrayCardProps) {
  const newest = view.xrays[0]?.xray;
  const count = (state: Probe['state']) =>
    newest?.probes.filter((probe) => probe.state === state).length ?? 0;
  return (
    <section className={`${cards.card} ${cards.scrolls}`} aria-labelledby="access-xray">
      <div className={cards.head}>
        <h2 id="access-xray">{words.xrayCard.xRay}</h2>
        <Button onClick={onXray} disabled={disabled} aria-busy={busy} aria-describedby="access-plan">
          {busy
            ? pageShared.askingOkta
            : newest === undefined
              ? words.xrayCard.xRay
              : words.xrayCard.xRayAgain}
        </Button>
      </div>
      <p className={`${typography.muted} ${typography.small}`} id="access-plan">
        {view.plan.sentence}
      </p>
      <p className={newest === undefined ? undefined : styles.summary} role="status">
        {newest !== undefined &&
          !busy &&
          words.xrayCard.counts(
            count('allowed'),
            count('denied'),
            count('unknown'),
            <span className={`${typography.muted} ${typography.small}`}>
              {words.xrayCard.effort(
                fullDate(newest.at),
                clockTime(newest.at),
                newest.requests,
                newest.tookMs,
              )}
            </span>,
          )}
      </p>
      {newest !== undefined && (
        <table className={tables.table}>
          <caption className={typography.hidden}>{words.xrayCard.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{pageShared.endpoints}</th>
              <th scope="col">{words.xrayCard.read}</th>
              <th scope="col">{pageShared.change}</th>
              <th scope="col">{words.xrayCard.forItsJob}</th>
            </tr>
          </thead>
          <tbody>
            {newest.probes.map((probe) => (
              <Row key={probe.family} probe={probe} view={view} />
            ))}
          </tbody>
        </table>
      )}
      {newest !== undefined && (
        <p className={`${typography.muted} ${typography.small}`}>{words.xrayCard.method}</p>
      )}
    </section>
  );
}

function Row({ probe, view }: { probe: Probe; view: AccessView }) {
  const change = view.changes.find(({ family }) => family === probe.family);
  const [readIcon, readInk, readWord] = stateShown[probe.state];
  const [changeIcon, changeInk, changeWord] = changeShown[change?.is ?? 'unknown'];
  const changeable = view.families.find(({ id }) => id === probe.family)?.changeable ?? true;
  const small = [
    probe.status === null ? '' : words.xrayCard.http(probe.status),
    probe.errorCode ?? '',
    probe.requestId === null ? '' : words.xrayCard.request(probe.requestId),
  ];
  const explained = probe.state === 'unknown';
  return (
    <>
      <tr className={explained ? styles.explained : ''}>
        <th scope="row" title={probe.asked}>
          {probe.label}
        </th>
        <td title={sentences([probe.sentence, series(small)])}>
          <span className={`${styles.cell} ${readInk}`}>
            <Icon of={readIcon} />
            {readWord}
          </span>
        </td>
        <td title={change?.ground}>
          {changeable ? (
            <span className={`${styles.cell} ${changeInk}`}>
              <Icon of={changeIcon} />
              {changeWord}
            </span>
          ) : (
            <span className={typography.muted}>{words.xrayCard.nothingToChange}</span>
          )}
        </td>
        <td>
          <Job view={view} family={probe.family} />
        </td>
      </tr>
      {explained && (
        <tr className={styles.whyRow}>
          <td colSpan={4}>
            <span className={`${styles.why} ${typography.selectable}`}>
              {probe.sentence} {series(small)}
            </span>
          </td>
        </tr>
      )}
    </>
  );
}

function Job({ view, family }: { view: AccessView; family: FamilyId }) {
  const { judgement } = view;
  if (judgement === null) return <span className={typography.muted}>{words.xrayCard.notJudged}</span>;
  const missing = judgement.missing.find((one) => one.family === family);
  const beyond = judgement.beyond.find((one) => one.family === family);
  const need = judgement.needs.find((one) => one.family === family);
  const pointed = missing ?? beyond;
  if (pointed !== undefined) {
    const text =
      missing !== undefined
        ? missing.access === 'read'
          ? words.xrayCard.lacksRead
          : words.xrayCard.lacksChange
        : beyond?.access === 'manage'
          ? words.xrayCard.moreChange
          : words.xrayCard.moreRead;
    const alarming = missing !== undefined || beyond?.access === 'manage';
    return (
      <span
        className={`${styles.cell} ${alarming ? typography.attention : typography.muted}`}
        title={pointed.ground}
      >
        <Icon of={alarming ? TriangleAlert : Minus} />
        {text}
      </span>
    );
  }
  if (need === undefined) return <span className={typography.muted}>{words.xrayCard.notNeeded}</span>;
  return <span>{need.access === 'read' ? words.xrayCard.needsRead : words.xrayCard.needsChange}</span>;
}
