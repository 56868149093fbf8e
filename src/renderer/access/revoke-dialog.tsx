import { useState } from 'react';
import type { InventoryToken } from '../../shared/contract/access.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import { useCall } from '../ui/use-call.ts';

interface RevokeDialogProps {
  readonly orgId: string;
  readonly orgHost: string;
  readonly token: InventoryToken;
  /** The token the revoke is made with. */
  readonly by: { readonly tokenId: string; readonly label: string };
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

/** Asks for the token's name before it is revoked in Okta: that cannot be undone. */
export function RevokeDialog({ orgId, orgHost, token, by, onClose, onRevoked }: RevokeDialogProps) {
  const [typed, setTyped] = useState('');
  const { failure, busy, run } = useCall();
  const same = typed.trim() === token.name.trim();
  const revoke = async () => {
    if (!same || busy) return;
    const revoked = await run(bridge.access.revoke({ orgId, by: by.tokenId, oktaTokenId: token.id, typed }));
    if (revoked !== null) onRevoked();
  };
  return (
    <Dialog name="Revoke in Okta?" role="alertdialog" onClose={() => !busy && onClose()}>
      <h1>Revoke in Okta?</h1>
      <p>
        <b>{token.name}</b> of {token.owner.words} stops working at once at {orgHost}, in every program that
        uses it. This cannot be undone.
      </p>
      {token.keptAs !== null && (
        <p>
          It is kept here as <b>{token.keptAs.label}</b>
          {token.keptAs.tokenId === by.tokenId ? ', and it is the one that this is done with' : ''}.
        </p>
      )}
      <p className="muted small">Done with {by.label}.</p>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void revoke();
        }}
      >
        <Field
          label="Type the name of the token"
          hint={`It is called ${token.name}.`}
          value={typed}
          maxLength={300}
          onChange={(event) => setTyped(event.target.value)}
          autoFocus
        />
        <FailureNote failure={failure} />
        <div className="dialog-foot">
          <Button onClick={onClose} disabled={busy}>
            Leave it
          </Button>
          <Button kind="danger" type="submit" disabled={!same || busy} aria-busy={busy}>
            Revoke
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
