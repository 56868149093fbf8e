import type { Finding } from '../../shared/contract/plaintext.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './plaintext.module.css';
import { words } from './words.ts';

/** The actions for a found token. */
export interface FindingActions {
  readonly onTakeIn: (findingId: string) => void;
  readonly onCleanUp: (findingId: string) => void;
  readonly onOpen: (tokenId: string) => void;
  readonly onRotate: (tokenId: string) => void;
}

interface FindingsTableProps extends FindingActions {
  readonly findings: readonly Finding[];
  /** True while Keyturn cleans up a place. */
  readonly busy: boolean;
}

/** Shows the places that hold a token, one row for each place. */
export function FindingsTable({ findings, busy, ...actions }: FindingsTableProps) {
  return (
    <table className={`${tables.table} ${styles.found}`} aria-label={words.plaintextPage.places}>
      <thead>
        <tr>
          <th scope="col">{words.findingsTable.place}</th>
          <th scope="col">{shared.token}</th>
          <th scope="col">{words.findingsTable.whySo}</th>
          <th scope="col">
            <span className={typography.hidden}>{words.findingsTable.whatCanBeDone}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {findings.map((finding) => (
          <tr key={finding.id}>
            <th scope="row">
              <span className={`${styles.place} ${typography.selectable}`}>{finding.place}</span>
              <span className={styles.note}>{words.findingsTable.lines(finding.lines)}</span>
              <span className={styles.note}>{finding.cleaned ?? finding.cleanNote}</span>
            </th>
            <td className={styles.text}>
              <span className={typography.selectable}>
                {finding.kept?.label ?? words.findingsTable.notKept}
              </span>
              <span className={`${styles.note} ${typography.mono}`}>
                {words.findingsTable.fingerprint(finding.fingerprint)}
              </span>
              {finding.org !== null && (
                <span className={styles.note}>{words.findingsTable.of(finding.org)}</span>
              )}
            </td>
            <td className={styles.text}>{finding.because}</td>
            <td className={styles.actions}>
              <Actions finding={finding} busy={busy} {...actions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Actions({
  finding: { id, kept, place, cleanable },
  busy,
  onTakeIn,
  onCleanUp,
  onOpen,
  onRotate,
}: FindingActions & { readonly finding: Finding; readonly busy: boolean }) {
  return (
    <>
      {kept === null && (
        <Button
          className={`${buttons.small} ${styles.action}`}
          aria-label={words.findingsTable.takeInFrom(place)}
          onClick={() => onTakeIn(id)}
        >
          {words.findingsTable.takeIn}
        </Button>
      )}
      {cleanable && (
        <Button
          className={`${buttons.small} ${styles.action}`}
          disabled={busy}
          aria-label={words.findingsTable.cleanUpNamed(place)}
          onClick={() => onCleanUp(id)}
        >
          {words.findingsTable.cleanUp}
        </Button>
      )}
      {kept !== null && (
        <>
          <Button
            className={`${buttons.small} ${styles.action}`}
            aria-label={words.findingsTable.openNamed(kept.label)}
            onClick={() => onOpen(kept.tokenId)}
          >
            {words.findingsTable.open}
          </Button>
          <Button
            className={`${buttons.small} ${styles.action}`}
            aria-label={words.findingsTable.rotateNamed(kept.label)}
            onClick={() => onRotate(kept.tokenId)}
          >
            {words.findingsTable.rotate}
          </Button>
        </>
      )}
    </>
  );
}
