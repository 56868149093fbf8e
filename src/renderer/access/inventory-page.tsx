import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import type { InventoryToken } from '../../shared/contract/access.ts';
import type { Org } from '../../shared/contract/orgs.ts';
import { clockTime } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import fields from '../ui/field.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './access.module.css';
import { filterInventory, pickInventoryOrg, readInventory, useInventory } from './inventory-store.ts';
import { InventoryTable } from './inventory-table.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { words } from './words.ts';

interface InventoryPageProps {
  readonly orgs: readonly Org[];
  /** Opens the wizard for a token of this org. */
  readonly onAdopt: (orgId: string) => void;
  readonly onOpen: (tokenId: string) => void;
}

const filters: readonly (readonly [value: string, words: string])[] = [
  ['all', words.inventoryPage.allTokens],
  ['flagged', words.inventoryPage.worthALook],
  ['unused', words.inventoryPage.unused],
  ['owner', words.inventoryPage.ownerNotActive],
  ['super-admin', words.inventoryPage.ofSuperAdmin],
  ['any-address', words.inventoryPage.openToAnyAddress],
  ['not-kept', words.inventoryPage.notKeptHere],
];

/** Returns whether a token of the inventory is of the chosen kind. */
function isShown(token: InventoryToken, filter: string): boolean {
  const has = (...wanted: string[]) => token.flags.some(({ flag }) => wanted.includes(flag));
  switch (filter) {
    case 'all':
      return true;
    case 'flagged':
      return token.flags.length > 0;
    case 'owner':
      return has('owner-deactivated', 'owner-inactive', 'owner-gone');
    case 'not-kept':
      return token.keptAs === null;
    default:
      return has(filter);
  }
}

/** Shows every API token of an org, including tokens that Keyturn does not keep. */
export function InventoryPage({ orgs, onAdopt, onOpen }: InventoryPageProps) {
  const { orgId, inventory, busy, failure, filter } = useInventory();
  const [revoking, setRevoking] = useState<InventoryToken | null>(null);
  const [revoked, setRevoked] = useState('');
  const org = orgs.find(({ id }) => id === orgId) ?? orgs[0] ?? null;
  const shown = inventory?.tokens.filter((token) => isShown(token, filter)) ?? [];
  return (
    <main className={`${pages.page} ${pages.wide}`} aria-label={shared.inventory}>
      <header className={pages.top}>
        <div className={`${layout.grow} ${pages.heading}`}>
          <h1>{shared.inventory}</h1>
          <p className={typography.muted}>{words.inventoryPage.about}</p>
        </div>
        {org !== null && (
          <>
            <select
              className={`${fields.input} ${styles.org}`}
              aria-label={words.inventoryPage.org}
              value={org.id}
              disabled={busy}
              onChange={(event) => pickInventoryOrg(event.target.value)}
            >
              {orgs.map(({ id, host }) => (
                <option key={id} value={id}>
                  {host}
                </option>
              ))}
            </select>
            <Button
              kind="primary"
              disabled={busy}
              aria-busy={busy}
              onClick={() => {
                setRevoked('');
                void readInventory(org.id);
              }}
            >
              {busy
                ? pageShared.reading
                : inventory === null
                  ? words.inventoryPage.readInventory
                  : words.inventoryPage.readAgain}
            </Button>
          </>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a control in it, it could not be scrolled by the keyboard */}
      <section className={pages.body} tabIndex={0} aria-label={words.inventoryPage.tokensOfOrg}>
        <FailureNote failure={failure} />
        <p className={typography.hidden} role="status">
          {revoked}
        </p>
        {inventory === null || org === null ? (
          <div className={emptyState.empty}>
            <Icon of={ClipboardList} />
            <h2>
              {org === null
                ? words.inventoryPage.noOrgYet
                : busy
                  ? words.inventoryPage.askingOkta
                  : words.inventoryPage.notReadYet}
            </h2>
            <p>{org === null ? words.inventoryPage.addTokenFirst : words.inventoryPage.whatReadingDoes}</p>
          </div>
        ) : (
          <>
            <div className={`${layout.row} ${styles.inventoryHead}`}>
              <p className={layout.grow} role="status">
                {shown.length === inventory.tokens.length
                  ? words.inventoryPage.tokens(inventory.tokens.length)
                  : words.inventoryPage.shownOf(shown.length, inventory.tokens.length)}{' '}
                <span className={`${typography.muted} ${typography.small}`}>
                  {words.inventoryPage.readAt(clockTime(inventory.at), inventory.by.label)}
                </span>
              </p>
              <select
                className={`${fields.input} ${styles.org}`}
                aria-label={words.inventoryPage.show}
                value={filter}
                onChange={(event) => filterInventory(event.target.value)}
              >
                {filters.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </div>
            {inventory.notes.map((note) => (
              <p key={note} className={`${typography.muted} ${typography.small}`}>
                {note}
              </p>
            ))}
            {shown.length === 0 ? (
              <div className={emptyState.empty}>
                <h2>{words.inventoryPage.noneOfThese}</h2>
                <p>
                  {inventory.tokens.length === 0
                    ? words.inventoryPage.noneValid
                    : words.inventoryPage.noneMatches}
                </p>
              </div>
            ) : (
              <InventoryTable
                tokens={shown}
                now={inventory.at}
                onAdopt={() => onAdopt(org.id)}
                onOpen={onOpen}
                onRevoke={setRevoking}
              />
            )}
          </>
        )}
      </section>
      {revoking !== null && inventory !== null && org !== null && (
        <RevokeDialog
          orgId={org.id}
          orgHost={org.host}
          token={revoking}
          by={inventory.by}
          onClose={() => setRevoking(null)}
          onRevoked={() => {
            setRevoked(words.inventoryPage.revoked(revoking.name));
            setRevoking(null);
            void readInventory(org.id);
          }}
        />
      )}
    </main>
  );
}
