import { Check, CircleHelp, CircleX, Minus } from 'lucide-react';
import type { ServiceRow, ServiceTest } from '../../shared/contract/service.ts';
import { Icon } from '../ui/icons.tsx';
import { ResultBanner } from '../ui/result-banner.tsx';
import { useNow } from '../ui/use-now.ts';

const verdicts = {
  works: [Check, 'ink-healthy', 'Works'],
  lacks: [CircleX, 'ink-failing', 'Lacks it'],
  unknown: [CircleHelp, 'muted', 'Not known'],
  'not-tried': [CircleHelp, 'muted', 'Not tried'],
  fewer: [Minus, 'muted', 'No longer'],
} as const;
const words = { allowed: 'Reads it', denied: 'Does not', unknown: 'Not known' } as const;
const needs = { read: 'Read', manage: 'Change' } as const;

/** What a test of the app came to, beside what the token may do. */
export function ServiceResult({ test }: { readonly test: ServiceTest }) {
  const now = useNow(15_000);
  return (
    <>
      <ResultBanner outcome={test.outcome} measured={test} now={now} />
      {test.rows.length > 0 && (
        <table className="table">
          <caption className="hidden">The app beside the token, by family of endpoints</caption>
          <thead>
            <tr>
              <th scope="col">Endpoints</th>
              <th scope="col">The job</th>
              <th scope="col">The token</th>
              <th scope="col">The app</th>
            </tr>
          </thead>
          <tbody>
            {test.rows.map((row) => (
              <Row key={row.family} row={row} />
            ))}
          </tbody>
        </table>
      )}
      {test.dpop !== null && (
        <p className="muted small">
          {test.dpop
            ? 'The app demands a proof of possession (DPoP) with every call. Okta’s SDKs give it; a program that cannot needs that switched off in the app.'
            : 'The app takes plain Bearer tokens. Whoever gets one can use it until it ends, within the hour; the app can demand proofs of possession (DPoP).'}
        </p>
      )}
    </>
  );
}

function Row({ row }: { readonly row: ServiceRow }) {
  const [icon, ink, word] = verdicts[row.verdict];
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td>{row.need === null ? <span className="muted">Nothing</span> : needs[row.need]}</td>
      <td>{row.token === null ? <span className="muted">Not looked</span> : words[row.token]}</td>
      <td>
        <span className={`verdict ${ink}`}>
          <Icon of={icon} />
          {word}
        </span>
        <span className="muted small why">{row.sentence}</span>
      </td>
    </tr>
  );
}
