import { KeyRound, SearchX } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import { Icon } from '../ui/icons.tsx';
import { RestoreDialog } from '../ui/restore-dialog.tsx';
import { filterTokens, pickOrg } from './tokens-store.ts';
import { words } from './words.ts';

/** Shows that no token is kept yet: says what Keyturn does, and offers the first step. */
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
      {/* Its words have no "Back" in them: a search by name finds this button behind the wizard, which has a button "Back". */}
      <Button kind="link" onClick={() => setRestoring(true)}>
        {words.emptyList.restoreSavedTokens}
      </Button>
      {restoring && <RestoreDialog onClose={() => setRestoring(false)} />}
    </div>
  );
}

/** Shows that the filter finds nothing: says what it searches, and offers to show all. */
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
