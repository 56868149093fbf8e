import { KeyRound, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import { Icon } from '../ui/icons.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { filterTokens, pickOrg } from './tokens-store.ts';
import { words } from './words.ts';

/** No token is kept yet: what Keyturn does, and the first step. */
export function NothingYet({ onAdd }: { onAdd: () => void }) {
  const [restoring, setRestoring] = useState(false);
  return (
    <div className={emptyState.empty}>
      <Icon of={KeyRound} />
      <h2>{words.emptyList.noTokensYet}</h2>
      <p>{words.emptyList.whatKeyturnDoes}</p>
      <Button kind="primary" onClick={onAdd}>
        {words.emptyList.addFirstToken}
      </Button>
      {/* Behind the wizard it is still there for a search by name, and the wizard has a button "Back". */}
      <Button kind="link" onClick={() => setRestoring(true)}>
        {words.emptyList.restoreSavedTokens}
      </Button>
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </div>
  );
}

/** The filter leaves nothing: what it looks at, and the way back. */
export function NothingFound() {
  return (
    <div className={emptyState.empty}>
      <Icon of={SearchX} />
      <h2>{words.emptyList.noTokenMatches}</h2>
      <p>{words.emptyList.whatFilterFinds}</p>
      <Button
        onClick={() => {
          filterTokens('');
          pickOrg(null);
        }}
      >
        {words.emptyList.showAllTokens}
      </Button>
    </div>
  );
}
