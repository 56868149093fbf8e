import { useState } from 'react';
import type { KeptIn } from '../../shared/contract/vault-status.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import { RecoveryKeyShown } from '../ui/recovery-key-shown.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import styles from './vault.module.css';
import { words } from './words.ts';

interface RecoveryKeyOfferProps {
  /** Whether a token is kept and the offer was not answered yet. */
  readonly open: boolean;
  readonly keptIn: KeptIn | null;
  readonly onAnswered: () => void;
}

/**
 * Offers the recovery key below the list. It covers nothing, because a person who has just saved a token wants to test it. Shows the key
 * once and keeps it nowhere.
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
    <section className={styles.offer} aria-label={shared.recoveryKey}>
      <h2>{words.recoveryKeyOffer.askMakeKey}</h2>
      <p className={`${typography.small} ${typography.muted}`}>
        {keptIn?.kind === 'passphrase'
          ? words.recoveryKeyOffer.ifPassphraseForgotten
          : words.recoveryKeyOffer.ifKeyringReset}
      </p>
      <FailureNote failure={failure} />
      <div className={layout.actions}>
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
