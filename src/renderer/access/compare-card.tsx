import { Check, CircleHelp, Diff } from 'lucide-react';
import { useState } from 'react';
import type { Comparison } from '../../shared/contract/access.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { series } from '../../shared/listed.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Choice } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import styles from './access.module.css';
import { words } from './words.ts';

/** Shows two tokens side by side, by their last X-rays. It asks Okta nothing. */
export function CompareCard({ token, others }: { token: Token; others: readonly Token[] }) {
  const [withId, setWithId] = useState('');
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const { failure, run, fail } = useCall();
  const pick = async (withTokenId: string) => {
    setWithId(withTokenId);
    setComparison(null);
    fail(null);
    if (withTokenId === '') return;
    setComparison(await run(bridge.access.compare({ tokenId: token.id, withTokenId })));
  };
  return (
    <section className={`${cards.card} ${cards.scrolls} ${layout.stack}`}>
      <h2>{words.compareCard.compare}</h2>
      {others.length === 0 ? (
        <p className={typography.muted}>{words.compareCard.addSecondToken}</p>
      ) : (
        <Choice
          label={words.compareCard.withXrayOf}
          value={withId}
          onChange={(event) => void pick(event.target.value)}
          options={[
            ['', words.compareCard.chooseAToken],
            ...others.map(({ id, label, orgHost }) => [id, series([label, orgHost])] as const),
          ]}
        />
      )}
      <FailureNote failure={failure} />
      {comparison !== null && <Sides comparison={comparison} />}
    </section>
  );
}

function Sides({ comparison }: { comparison: Comparison }) {
  const { left, right, rows, onlyLeft, onlyRight } = comparison;
  return (
    <>
      <p role="status">{comparison.sentence}</p>
      <table className={tables.table}>
        <caption className={typography.hidden}>{words.compareCard.sideBySide}</caption>
        <thead>
          <tr>
            <th scope="col">{words.compareCard.access}</th>
            <th scope="col">
              {left.label}
              <span className={styles.why}>{fullDate(left.at)}</span>
            </th>
            <th scope="col">
              {right.label}
              <span className={styles.why}>{fullDate(right.at)}</span>
            </th>
            <th scope="col">
              <span className={typography.hidden}>{words.compareCard.alike}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.label}>
              <th scope="row">{row.label}</th>
              <td className={styles.text}>{row.left}</td>
              <td className={styles.text}>{row.right}</td>
              <td>
                <span className={row.same ? `${styles.cell} ${typography.muted}` : styles.cell}>
                  <Icon of={row.same ? Check : row.comparable ? Diff : CircleHelp} />
                  {row.same
                    ? words.compareCard.same
                    : row.comparable
                      ? words.compareCard.differs
                      : pageShared.notKnown}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Only name={words.compareCard.onlyHas(left.label)} lines={onlyLeft} />
      <Only name={words.compareCard.onlyHas(right.label)} lines={onlyRight} />
    </>
  );
}

function Only({ name, lines }: { name: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <h3>{name}</h3>
      <ul className={styles.list}>
        {lines.map((word) => (
          <li key={word}>{word}</li>
        ))}
      </ul>
    </div>
  );
}
