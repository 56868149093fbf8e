import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { PasscodeDialog } from '../ui/passcode-dialog.tsx';
import typography from '../ui/typography.module.css';
import { useVault } from './vault-store.ts';
import { words } from './words.ts';

/** Says at the first save that the lock is a curtain, and offers a passcode. It asks for no answer. */
export function CurtainOffer({ onChoose }: { readonly onChoose: () => void }) {
  const isCurtain = useVault(
    ({ status }) =>
      status?.keptIn?.kind === 'keyring' &&
      status.lock.passcode === 'none' &&
      status.lock.systemProof === null,
  );
  if (!isCurtain) return null;
  return (
    <p className={`${typography.muted} ${typography.small}`}>
      {words.curtainOffer.chooseOne((text) => (
        <Button kind="link" onClick={onChoose}>
          {text}
        </Button>
      ))}
    </p>
  );
}

/** Asks for another passcode, once the recovery key has opened the vault in place of a forgotten one. */
export function ForgottenPasscode() {
  const anew = useVault((state) => state.status?.lock.passcode === 'choose-anew');
  const [later, setLater] = useState(false);
  return anew && !later ? <PasscodeDialog change="anew" onClose={() => setLater(true)} /> : null;
}
