import { Bot, TriangleAlert } from 'lucide-react';
import type { InventoryToken } from '../../shared/contract/access.ts';
import { ago, date, fullDate } from '../../shared/time-words.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { pageShared } from '../ui/page-words.ts';
import pills from '../ui/pill.module.css';
import tables from '../ui/table.module.css';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './access.module.css';
import { words } from './words.ts';

interface InventoryTableProps {
  readonly tokens: readonly InventoryToken[];
  readonly now: number;
  readonly onAdopt: () => void;
  readonly onOpen: (tokenId: string) => void;
  readonly onRevoke: (token: InventoryToken) => void;
}

/** Shows the tokens of an org, one row for each. It marks tokens that are worth a look. */
export function InventoryTable({ tokens, now, onAdopt, onOpen, onRevoke }: InventoryTableProps) {
  return (
    <table className={`${tables.table} ${styles.inventory}`} aria-label={words.inventoryTable.apiTokens}>
      <thead>
        <tr>
          <th scope="col">{shared.token}</th>
          <th scope="col">{words.inventoryTable.owner}</th>
          <th scope="col">{words.inventoryTable.created}</th>
          <th scope="col">{words.inventoryTable.lastUse}</th>
          <th scope="col">{words.inventoryTable.expires}</th>
          <th scope="col">{words.inventoryTable.network}</th>
          <th scope="col">
            <span className={typography.hidden}>{words.inventoryTable.whatCanBeDone}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map((token) => (
          <tr key={token.id}>
            <th scope="row">
              <span className={`${styles.name} ${typography.selectable}`}>{token.name}</span>
              {token.agent && (
                <span className={`${pills.pill} ${tones.quiet} ${styles.flag}`} title={token.clientName}>
                  <Icon of={Bot} />
                  {words.inventoryTable.agent}
                </span>
              )}
              {token.flags.map(({ flag, word, sentence }) => (
                <span
                  key={flag}
                  className={`${pills.pill} ${tones.attention} ${styles.flag}`}
                  title={sentence}
                >
                  <Icon of={TriangleAlert} />
                  {word}
                </span>
              ))}
            </th>
            <td className={styles.text}>
              <span className={typography.selectable}>{token.owner.words}</span>
              {token.owner.status !== null && token.owner.status !== 'ACTIVE' && (
                <span className={styles.why}>{token.owner.status}</span>
              )}
            </td>
            <td>
              <When at={token.createdAt} words={(at) => fullDate(at)} />
            </td>
            <td className={styles.lastUse}>
              <When at={token.lastUseAt} words={(at) => ago(at, now)} />
            </td>
            <td>
              <When at={token.expiresAt} words={(at) => date(at)} />
            </td>
            <td>{networkWords(token)}</td>
            <td className={styles.actions}>
              {token.keptAs === null ? (
                !token.agent && (
                  <Button
                    className={buttons.small}
                    onClick={onAdopt}
                    aria-label={words.inventoryTable.adoptNamed(token.name)}
                  >
                    {words.inventoryTable.adopt}
                  </Button>
                )
              ) : (
                <Button
                  className={buttons.small}
                  onClick={() => token.keptAs !== null && onOpen(token.keptAs.tokenId)}
                  aria-label={words.inventoryTable.openNamed(token.keptAs.label)}
                >
                  {words.inventoryTable.open}
                </Button>
              )}
              {token.agent ? (
                <span className={`${typography.muted} ${typography.small}`}>
                  {words.inventoryTable.managedByOkta}
                </span>
              ) : (
                <Button
                  kind="danger"
                  className={buttons.small}
                  onClick={() => onRevoke(token)}
                  aria-label={words.inventoryTable.revokeNamed(token.name)}
                >
                  {pageShared.revoke}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function When({ at, words }: { at: number | null; words: (at: number) => string }) {
  if (at === null) return <span className={typography.muted}>{pageShared.notKnown}</span>;
  return (
    <time dateTime={new Date(at).toISOString()} title={fullDate(at)}>
      {words(at)}
    </time>
  );
}

function networkWords({ network }: InventoryToken): string {
  if (network === null) return pageShared.notKnown;
  if (network.connection === 'ANYWHERE') return words.inventoryTable.any;
  return words.inventoryTable.zones(network.include.length + network.exclude.length);
}
