import { Check, CircleHelp, Minus, TriangleAlert } from 'lucide-react';
import type { AccessView, FamilyId, Probe } from '../../shared/contract/access.ts';
import { clockTime, fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';

const stateShown = {
  allowed: [Check, '', 'Allowed'],
  denied: [Minus, 'muted', 'Denied'],
  unknown: [CircleHelp, 'muted', 'Not known'],
} as const;
const changeShown = {
  yes: [Check, '', 'Yes'],
  no: [Minus, 'muted', 'No'],
  unknown: [CircleHelp, 'muted', 'Not known'],
} as const;

interface XrayCardProps {
  readonly view: AccessView;
  /** An X-ray runs now. */
  readonly busy: boolean;
  readonly disabled: boolean;
  readonly onXray: () => void;
}

/** The families as a table: what may be read, what its owner's roles may change, and what its job needs. */
export function XrayCard({ view, busy, disabled, onXray }: XrayCardProps) {
  const newest = view.xrays[0]?.xray;
  const count = (state: Probe['state']) =>
    newest?.probes.filter((probe) => probe.state === state).length ?? 0;
  return (
    <section className="card" aria-labelledby="access-xray">
      <div className="card-head">
        <h2 id="access-xray">X-ray</h2>
        <Button onClick={onXray} disabled={disabled} aria-busy={busy} aria-describedby="access-plan">
          {busy ? 'Asking Okta…' : newest === undefined ? 'X-ray' : 'X-ray again'}
        </Button>
      </div>
      <p className="muted small" id="access-plan">
        {view.plan.sentence}
      </p>
      <p className="access-summary" role="status">
        {newest !== undefined && !busy && (
          <>
            {count('allowed')} allowed, {count('denied')} denied, {count('unknown')} not known.{' '}
            <span className="muted small">
              {fullDate(newest.at)} {clockTime(newest.at)}, {newest.requests} requests, {newest.tookMs} ms
            </span>
          </>
        )}
      </p>
      {newest !== undefined && (
        <table className="table">
          <caption className="hidden">What the token may do, by family of endpoints</caption>
          <thead>
            <tr>
              <th scope="col">Endpoints</th>
              <th scope="col">Read</th>
              <th scope="col">Change</th>
              <th scope="col">For its job</th>
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
        <p className="muted small">
          Reading was tried out; of admin roles only its owner's own. What it may change is told by those
          roles: nothing is ever changed to find out. Limits to certain groups, apps or resource sets are not
          seen here.
        </p>
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
    probe.status === null ? '' : `HTTP ${probe.status}`,
    probe.errorCode ?? '',
    probe.requestId === null ? '' : `request ${probe.requestId}`,
  ].filter((part) => part !== '');
  const explained = probe.state === 'unknown';
  return (
    <>
      <tr className={explained ? 'access-explained' : ''}>
        <th scope="row" title={probe.asked}>
          {probe.label}
        </th>
        <td title={[probe.sentence, ...small].join(' ')}>
          <span className={`access-cell ${readInk}`}>
            <Icon of={readIcon} />
            {readWord}
          </span>
        </td>
        <td title={change?.ground}>
          {changeable ? (
            <span className={`access-cell ${changeInk}`}>
              <Icon of={changeIcon} />
              {changeWord}
            </span>
          ) : (
            <span className="muted">Nothing to</span>
          )}
        </td>
        <td>
          <Job view={view} family={probe.family} />
        </td>
      </tr>
      {explained && (
        <tr className="access-why-row">
          <td colSpan={4}>
            <span className="access-why selectable">
              {probe.sentence} {small.join(', ')}
            </span>
          </td>
        </tr>
      )}
    </>
  );
}

function Job({ view, family }: { view: AccessView; family: FamilyId }) {
  const { judgement } = view;
  if (judgement === null) return <span className="muted">Not judged</span>;
  const missing = judgement.missing.find((one) => one.family === family);
  const beyond = judgement.beyond.find((one) => one.family === family);
  const need = judgement.needs.find((one) => one.family === family);
  const pointed = missing ?? beyond;
  if (pointed !== undefined) {
    const words =
      missing !== undefined
        ? `Lacks ${missing.access === 'read' ? 'read' : 'change'}`
        : beyond?.access === 'manage'
          ? 'More: change'
          : 'More: read';
    const alarming = missing !== undefined || beyond?.access === 'manage';
    return (
      <span className={`access-cell ${alarming ? 'ink-attention' : 'muted'}`} title={pointed.ground}>
        <Icon of={alarming ? TriangleAlert : Minus} />
        {words}
      </span>
    );
  }
  if (need === undefined) return <span className="muted">Not needed</span>;
  return <span>{need.access === 'read' ? 'Needs read' : 'Needs change'}</span>;
}
