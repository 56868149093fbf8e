import { ClipboardList } from 'lucide-react';
import { useState } from 'react';
import type { InventoryToken } from '../../shared/contract/access.ts';
import type { Org } from '../../shared/contract/orgs.ts';
import { clockTime } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { pickInventoryOrg, readInventory, useInventory } from './inventory-store.ts';
import { InventoryTable } from './inventory-table.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

interface InventoryPageProps {
  readonly orgs: readonly Org[];
  /** Begins to keep a token of this org here. */
  readonly onAdopt: (orgId: string) => void;
  readonly onOpen: (tokenId: string) => void;
}

const filters: readonly (readonly [value: string, words: string])[] = [
  ['all', 'All tokens'],
  ['flagged', 'Worth a look'],
  ['unused', 'Unused for 20 days'],
  ['owner', 'Owner not active'],
  ['super-admin', 'Of a super admin'],
  ['any-address', 'Open to any address'],
  ['not-kept', 'Not kept here'],
];

/** Whether a token of the inventory is of what was chosen to be shown. */
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

/** Every token an org has, not only those kept here. */
export function InventoryPage({ orgs, onAdopt, onOpen }: InventoryPageProps) {
  const { orgId, inventory, busy, failure, filter } = useInventory();
  const [revoking, setRevoking] = useState<InventoryToken | null>(null);
  const [revoked, setRevoked] = useState('');
  const org = orgs.find(({ id }) => id === orgId) ?? orgs[0] ?? null;
  const shown = inventory?.tokens.filter((token) => isShown(token, filter)) ?? [];
  return (
    <main className="page wide" aria-label="Inventory">
      <header className="page-top">
        <div className="grow">
          <h1>Inventory</h1>
          <p className="muted">Every API token an org has, whoever made it. Read from Okta when you ask.</p>
        </div>
        {org !== null && (
          <>
            <select
              className="input access-org"
              aria-label="Org"
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
              {busy ? 'Reading…' : inventory === null ? 'Read inventory' : 'Read again'}
            </Button>
          </>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a control in it, it could not be scrolled by the keyboard */}
      <section className="tab-body" tabIndex={0} aria-label="Tokens of the org">
        <FailureNote failure={failure} />
        <p className="hidden" role="status">
          {revoked}
        </p>
        {inventory === null || org === null ? (
          <div className="empty">
            <Icon of={ClipboardList} />
            <h2>{org === null ? 'No org yet' : busy ? 'Asking Okta' : 'Not read yet'}</h2>
            <p>
              {org === null
                ? 'Add a token first: its org can then be asked for all of its tokens.'
                : 'One GET request for the list, and two for each owner. It takes a token whose owner may see the list; nothing is changed.'}
            </p>
          </div>
        ) : (
          <>
            <div className="row-flex access-inventory-head">
              <p className="grow" role="status">
                {shown.length === inventory.tokens.length
                  ? `${inventory.tokens.length} tokens`
                  : `${shown.length} of ${inventory.tokens.length} tokens`}
                <span className="muted small">
                  , read at {clockTime(inventory.at)} with {inventory.by.label}
                </span>
              </p>
              <select
                className="input access-org"
                aria-label="Show"
                value={filter}
                onChange={(event) => useInventory.setState({ filter: event.target.value })}
              >
                {filters.map(([value, words]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </select>
            </div>
            {inventory.notes.map((note) => (
              <p key={note} className="muted small">
                {note}
              </p>
            ))}
            {shown.length === 0 ? (
              <div className="empty">
                <h2>None of these</h2>
                <p>
                  {inventory.tokens.length === 0
                    ? 'The org has no API token that is valid now.'
                    : 'No token of this org is like that.'}
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
            setRevoked(`${revoking.name} was revoked.`);
            setRevoking(null);
            void readInventory(org.id);
          }}
        />
      )}
    </main>
  );
}
