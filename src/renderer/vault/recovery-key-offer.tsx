import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useVaultCall } from './use-vault-call.ts';

/** Offers the recovery key, shows it once, and keeps it nowhere. */
export function RecoveryKeyDialog({ onClose }: { onClose: () => void }) {
  const { failure, busy, run } = useVaultCall();
  const [key, setKey] = useState<string | null>(null);
  const [written, setWritten] = useState(false);
  const decline = async () => {
    await run(bridge.vault.declineRecoveryKey());
    onClose();
  };
  if (key === null) {
    return (
      <Dialog name="Recovery key" onClose={() => void decline()}>
        <h1>Make a recovery key?</h1>
        <p>
          If this computer's keyring is ever reset, your tokens cannot be opened without it. A recovery key is
          a second way in. It is shown once and kept nowhere, so write it down.
        </p>
        <FailureNote failure={failure} />
        <div className="dialog-foot">
          <Button disabled={busy} onClick={() => void decline()}>
            Not now
          </Button>
          <Button
            kind="primary"
            disabled={busy}
            onClick={() =>
              void run(bridge.vault.makeRecoveryKey()).then((made) => setKey(made?.recoveryKey ?? null))
            }
          >
            Make a recovery key
          </Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog name="Recovery key" onClose={() => undefined}>
      <h1>Write this down</h1>
      <p>Whoever has this key and your vault file can open your tokens. Keep it apart from this computer.</p>
      <p className="recovery-key" data-testid="recovery-key">
        {key}
      </p>
      <label className="row-flex">
        <input type="checkbox" checked={written} onChange={(event) => setWritten(event.target.checked)} />I
        have written it down
      </label>
      <div className="dialog-foot">
        <Button onClick={() => void bridge.app.copyText({ text: key })}>Copy</Button>
        <Button kind="primary" disabled={!written} onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
