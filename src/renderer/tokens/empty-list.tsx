import { KeyRound, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { pickOrg, useTokens } from './tokens-store.ts';

/** No token is kept yet: what Keyturn does, and the first step. */
export function NothingYet({ onAdd }: { onAdd: () => void }) {
  const [restoring, setRestoring] = useState(false);
  return (
    <div className="empty">
      <Icon of={KeyRound} />
      <h2>No tokens yet</h2>
      <p>
        Keyturn leads you through making an API token in Okta, keeps it encrypted on this computer, and tests
        it.
      </p>
      <Button kind="primary" onClick={onAdd}>
        Add your first token
      </Button>
      {/* Behind the wizard it is still there for a search by name, and the wizard has a button "Back". */}
      <Button kind="link" className="small" onClick={() => setRestoring(true)}>
        Restore saved tokens instead
      </Button>
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </div>
  );
}

/** The filter leaves nothing: what it looks at, and the way back. */
export function NothingFound() {
  return (
    <div className="empty">
      <Icon of={SearchX} />
      <h2>No token matches</h2>
      <p>The filter looks at labels, orgs, owners, tags, purposes and health.</p>
      <Button
        onClick={() => {
          useTokens.setState({ filter: '' });
          pickOrg(null);
        }}
      >
        Show all tokens
      </Button>
    </div>
  );
}
