import { useState } from 'react';
import type { InventoryToken } from '../../shared/contract/access.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { words } from './words.ts';

interface RevokeDialogProps {
  readonly orgId: string;
  readonly orgHost: string;
  readonly token: InventoryToken;
  /** The token that makes the call. */
  readonly by: { readonly tokenId: string; readonly label: string };
  readonly onClose: () => void;
  readonly onRevoked: () => void;
}

/** Asks for the token's name before Keyturn revokes it in Okta. A revoke cannot be undone. */
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
    <Dialog name={words.revokeDialog.revokeInOkta} role="alertdialog" onClose={() => !busy && onClose()}>
      <h1>{words.revokeDialog.revokeInOkta}</h1>
      <p>{words.revokeDialog.consequence(<b>{token.name}</b>, token.owner.words, orgHost)}</p>
      {token.keptAs !== null && (
        <p>
          {token.keptAs.tokenId === by.tokenId
            ? words.revokeDialog.keptHereAsRevoker(<b>{token.keptAs.label}</b>)
            : words.revokeDialog.keptHereAs(<b>{token.keptAs.label}</b>)}
        </p>
      )}
      <p className={`${typography.muted} ${typography.small}`}>{words.revokeDialog.doneWith(by.label)}</p>
      <form
        className={layout.stack}
        onSubmit={(event) => {
          event.preventDefault();
          void revoke();
        }}
      >
        <Field
          label={words.revokeDialog.typeTheName}
          hint={words.revokeDialog.itIsCalled(token.name)}
          value={typed}
          maxLength={300}
          onChange={(event) => setTyped(event.target.value)}
          autoFocus
        />
        <FailureNote failure={failure} />
        <div className={dialogs.foot}>
          <Button onClick={onClose} disabled={busy}>
            {words.revokeDialog.leaveIt}
          </Button>
          <Button kind="danger" type="submit" disabled={!same || busy} aria-busy={busy}>
            {pageShared.revoke}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
