import { Check, CircleHelp, CircleX, Minus } from 'lucide-react';
import type { ServiceRow, ServiceTest } from '../../shared/contract/service.ts';
import { Icon } from '../ui/icons.tsx';
import { pageShared } from '../ui/page-words.ts';
import { ResultBanner } from '../ui/result-banner.tsx';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import styles from './service.module.css';
import { words } from './words.ts';

const verdicts = {
  works: [Check, typography.healthy, words.serviceResult.works],
  lacks: [CircleX, typography.failing, words.serviceResult.lacksIt],
  unknown: [CircleHelp, typography.muted, pageShared.notKnown],
  'not-tried': [CircleHelp, typography.muted, words.serviceResult.notTried],
  fewer: [Minus, typography.muted, words.serviceResult.noLonger],
} as const;
const reads = {
  allowed: words.serviceResult.readsIt,
  denied: words.serviceResult.doesNot,
  unknown: pageShared.notKnown,
} as const;
const needs = { read: words.serviceResult.read, manage: pageShared.change } as const;

/** Shows the result of an app's test. When the app replaces a token, it also shows what the token may do. */
export function ServiceResult({ test, ofToken }: { readonly test: ServiceTest; readonly ofToken: boolean }) {
  const now = useNow(15_000);
  return (
    <>
      <ResultBanner outcome={test.outcome} measured={test} now={now} />
      {test.rows.length > 0 && <ServiceRows test={test} ofToken={ofToken} />}
      {test.dpop !== null && (
        <p className={`${typography.muted} ${typography.small}`}>
          {test.dpop ? words.serviceResult.demandsProof : words.serviceResult.takesBearer}
        </p>
      )}
    </>
  );
}

/** Shows what the job needs and what the app reads, by family of endpoints. */
export function ServiceRows({ test, ofToken }: { readonly test: ServiceTest; readonly ofToken: boolean }) {
  return (
    <table className={tables.table}>
      <caption className={typography.hidden}>
        {ofToken ? words.serviceResult.besideToken : words.serviceResult.byFamily}
      </caption>
      <thead>
        <tr>
          <th scope="col">{pageShared.endpoints}</th>
          <th scope="col">{words.serviceResult.theJob}</th>
          {ofToken && <th scope="col">{words.serviceResult.theToken}</th>}
          <th scope="col">{words.serviceResult.theApp}</th>
        </tr>
      </thead>
      <tbody>
        {test.rows.map((row) => (
          <Row key={row.family} row={row} ofToken={ofToken} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ row, ofToken }: { readonly row: ServiceRow; readonly ofToken: boolean }) {
  const [icon, ink, word] = verdicts[row.verdict];
  return (
    <tr>
      <th scope="row" className={styles.family}>
        {row.label}
      </th>
      <td className={styles.short}>
        {row.need === null ? (
          <span className={typography.muted}>{words.serviceResult.nothing}</span>
        ) : (
          needs[row.need]
        )}
      </td>
      {ofToken && (
        <td className={styles.short}>
          {row.token === null ? (
            <span className={typography.muted}>{words.serviceResult.notLooked}</span>
          ) : (
            reads[row.token]
          )}
        </td>
      )}
      <td>
        <span className={`${styles.verdict} ${ink}`}>
          <Icon of={icon} />
          {word}
        </span>
        <span className={`${typography.muted} ${typography.small} ${styles.why}`}>{row.sentence}</span>
      </td>
    </tr>
  );
}
