import { useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault.ts';
import { Button } from '../ui/button.tsx';
import { type PasscodeChange, PasscodeDialog } from '../ui/passcode-dialog.tsx';
import { Setting } from './setting.tsx';

const curtain =
  'This lock is a curtain: anybody at this computer opens it with one click. Choose a passcode, and unlocking takes it.';
const bound = 'Unlocking takes it, also after a restart. The keyring alone does not open your tokens.';

/** Chooses, changes and removes the passcode, or says that there is none. */
export function PasscodeSetting({ lock }: { readonly lock: VaultStatus['lock'] }) {
  const [change, setChange] = useState<PasscodeChange | null>(null);
  return (
    <>
      <Setting name="Passcode" words={lock.passcode === 'none' ? curtain : bound}>
        <div className="row-flex">
          {lock.passcode === 'none' && <Button onClick={() => setChange('choose')}>Choose a passcode</Button>}
          {lock.passcode === 'choose-anew' && (
            <Button onClick={() => setChange('anew')}>Choose a new passcode</Button>
          )}
          {lock.passcode === 'chosen' && (
            <>
              <Button onClick={() => setChange('change')}>Change the passcode</Button>
              <Button onClick={() => setChange('remove')}>Remove the passcode</Button>
            </>
          )}
        </div>
      </Setting>
      {change !== null && <PasscodeDialog change={change} onClose={() => setChange(null)} />}
    </>
  );
}
