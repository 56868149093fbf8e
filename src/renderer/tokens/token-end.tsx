import { useState } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import { bringBackMs } from '../../shared/removal.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import { offerUndo } from '../ui/undo-store.ts';
import { useCall } from '../ui/use-call.ts';
import { words } from './page-words.ts';
import { selectToken } from './tokens-store.ts';

interface TokenEndProps {
  readonly token: Token;
  readonly onReplaceNow: () => void;
}

/** Shows the two buttons that end a token: one revokes it in Okta and replaces it, one removes it from this computer. Each asks first. */
export function TokenEnd({ token, onReplaceNow }: TokenEndProps) {
  const [asking, ask] = useState<'replace' | 'remove' | null>(null);
  const { failure, run } = useCall();
  const keep = () => ask(null);
  const remove = async () => {
    ask(null);
    if ((await run(bridge.tokens.remove({ tokenId: token.id }))) === null) return;
    selectToken(null);
    offerUndo({
      sentence: words.tokenEnd.removed(token.label),
      forMs: bringBackMs,
      call: async () => {
        const came = await bridge.tokens.bringBack({ tokenId: token.id });
        if (came.ok) selectToken(token.id);
        return came;
      },
    });
    // The page is closed, and the focused button with it.
    document.getElementById('filter-tokens')?.focus();
  };
  return (
    <>
      <FailureNote failure={failure} />
      <div className={`${pages.end} ${layout.actions}`}>
        {token.readable && token.revokedAt === null && token.rotation === null && (
          <Button kind="danger" onClick={() => ask('replace')}>
            {words.tokenEnd.replaceNow}
          </Button>
        )}
        <Button kind="danger" onClick={() => ask('remove')}>
          {words.tokenEnd.remove}
        </Button>
      </div>
      {asking === 'replace' && (
        <Confirm
          name={words.tokenEnd.askReplace}
          act={words.tokenEnd.revokeItNow}
          keep={pageShared.keepIt}
          onKeep={keep}
          onAct={() => {
            ask(null);
            onReplaceNow();
          }}
        >
          <p>{words.tokenEnd.whatReplacingDoes(<b>{token.label}</b>)}</p>
        </Confirm>
      )}
      {asking === 'remove' && (
        <Confirm
          name={words.tokenEnd.askRemove}
          act={pageShared.remove}
          keep={pageShared.keepIt}
          onKeep={keep}
          onAct={() => void remove()}
        >
          <p>{words.tokenEnd.whatRemovingDoes(<b>{token.label}</b>)}</p>
        </Confirm>
      )}
    </>
  );
}
