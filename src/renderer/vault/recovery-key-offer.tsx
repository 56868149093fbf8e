import { useState } from 'react';
import type { KeptIn } from '../../shared/contract/vault.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { withProof } from '../ui/proof-store.ts';
import { RecoveryKeyShown } from '../ui/recovery-key-shown.tsx';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

interface RecoveryKeyOfferProps {
  /** There is something to lose, and the offer was not answered yet. */
  readonly open: boolean;
  readonly keptIn: KeptIn | null;
  readonly onAnswered: () => void;
}

/**
 * Offers the recovery key beside the work and not over it: who has just saved a token wants to test it. Shows the key once and keeps it
 * nowhere.
 */
export function RecoveryKeyOffer({ open, keptIn, onAnswered }: RecoveryKeyOfferProps) {
  const { failure, busy, run } = useCall();
  const [key, setKey] = useState<string | null>(null);
  if (key !== null) {
    return (
      <RecoveryKeyShown
        value={key}
        onDone={() => {
          setKey(null);
          onAnswered();
        }}
      />
    );
  }
  if (!open) return null;
  const decline = async () => {
    if ((await run(bridge.vault.declineRecoveryKey())) !== null) onAnswered();
  };
  const make = async () =>
    setKey((await run(withProof(() => bridge.vault.makeRecoveryKey())))?.recoveryKey ?? null);
  return (
    <section className="offer" aria-label={shared.recoveryKey}>
      <h2>{words.recoveryKeyOffer.askMakeKey}</h2>
      <p className="small muted">
        {keptIn?.kind === 'passphrase'
          ? words.recoveryKeyOffer.ifPassphraseForgotten
          : words.recoveryKeyOffer.ifKeyringReset}
      </p>
      <FailureNote failure={failure} />
      <div className="row-flex">
        <Button disabled={busy} onClick={() => void make()}>
          {words.recoveryKeyOffer.makeKey}
        </Button>
        <Button kind="quiet" disabled={busy} onClick={() => void decline()}>
          {words.recoveryKeyOffer.notNow}
        </Button>
      </div>
    </section>
  );
}
