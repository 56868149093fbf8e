import { useState } from 'react';
import type { VaultStatus } from '../../shared/contract/vault-status.ts';
import { Button } from '../ui/button.tsx';
import layout from '../ui/layout.module.css';
import { type PasscodeChange, PasscodeDialog } from '../ui/passcode-dialog.tsx';
import { shared } from '../ui/words.ts';
import { Setting } from './setting.tsx';
import { words } from './words.ts';

/** Chooses, changes and removes the passcode, or says that there is none. */
export function PasscodeSetting({ lock }: { readonly lock: VaultStatus['lock'] }) {
  const [change, setChange] = useState<PasscodeChange | null>(null);
  return (
    <>
      <Setting
        name={shared.passcode}
        words={
          lock.passcode !== 'none'
            ? words.passcodeSetting.bound
            : lock.systemProof === null
              ? words.passcodeSetting.curtain
              : words.passcodeSetting.onlySystem
        }
      >
        <div className={layout.actions}>
          {lock.passcode === 'none' && (
            <Button onClick={() => setChange('choose')}>{words.passcodeSetting.choose}</Button>
          )}
          {lock.passcode === 'choose-anew' && (
            <Button onClick={() => setChange('anew')}>{words.passcodeSetting.anew}</Button>
          )}
          {lock.passcode === 'chosen' && (
            <>
              <Button onClick={() => setChange('change')}>{words.passcodeSetting.change}</Button>
              <Button onClick={() => setChange('remove')}>{words.passcodeSetting.remove}</Button>
            </>
          )}
        </div>
      </Setting>
      {change !== null && <PasscodeDialog change={change} onClose={() => setChange(null)} />}
    </>
  );
}
