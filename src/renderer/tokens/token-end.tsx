import { useState } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useCall } from '../ui/use-call.ts';
import { selectToken } from './tokens-store.ts';

interface TokenEndProps {
  readonly token: Token;
  readonly onReplaceNow: () => void;
}

/** The two ways a token ends: revoked in Okta and replaced, or removed from this computer. Each asks first. */
export function TokenEnd({ token, onReplaceNow }: TokenEndProps) {
  const [asking, ask] = useState<'replace' | 'remove' | null>(null);
  const { failure, run } = useCall();
  const keep = () => ask(null);
  const remove = async () => {
    ask(null);
    if ((await run(bridge.tokens.remove({ tokenId: token.id }))) === null) return;
    selectToken(null);
    // The page goes, and what had the focus with it.
    document.getElementById('filter-tokens')?.focus();
  };
  return (
    <>
      <FailureNote failure={failure} />
      <div className="page-end row-flex">
        {token.readable && token.revokedAt === null && token.rotation === null && (
          <Button kind="danger" onClick={() => ask('replace')}>
            Replace now
          </Button>
        )}
        <Button kind="danger" onClick={() => ask('remove')}>
          Remove from Keyturn
        </Button>
      </div>
      {asking === 'replace' && (
        <Confirm
          name="Replace this token now?"
          act="Revoke it now"
          keep="Keep it"
          onKeep={keep}
          onAct={() => {
            ask(null);
            onReplaceNow();
          }}
        >
          <p>
            Use this when a token has leaked. Keyturn revokes <b>{token.label}</b> in Okta at once and proves
            it. Every program that uses it stops working until you hand over its replacement. Keyturn shows
            what the System Log says the token did.
          </p>
        </Confirm>
      )}
      {asking === 'remove' && (
        <Confirm
          name="Remove from Keyturn?"
          act="Remove"
          keep="Keep it"
          onKeep={keep}
          onAct={() => void remove()}
        >
          <p>
            <b>{token.label}</b> and its history are removed from this computer. The token itself continues to
            work in Okta until somebody revokes it or nobody uses it for 30 days.
          </p>
        </Confirm>
      )}
    </>
  );
}
