import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Failure } from '../bridge.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { tones } from '../ui/tones.ts';
import styles from './shell.module.css';
import { words } from './words.ts';

const staysMs = 20_000;

interface ToastProps {
  readonly failure: Failure;
  readonly tone: 'failing' | 'attention';
  readonly onClose: () => void;
}

/**
 * Shows a message in the corner. A failure stays until the person closes it. A warning disappears by itself, because its page shows it too.
 */
export function Toast({ failure, tone, onClose }: ToastProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another message restarts the time
  useEffect(() => {
    if (tone === 'failing') return;
    const timer = window.setTimeout(onClose, staysMs);
    return () => window.clearTimeout(timer);
  }, [failure, tone]);
  return (
    <div className={`${styles.toast} ${styles.note} ${tones[tone]}`}>
      <FailureNote failure={failure} tone={tone} />
      <Button
        kind="quiet"
        className={buttons.iconOnly}
        aria-label={words.toast.closeMessage}
        onClick={onClose}
      >
        <Icon of={X} />
      </Button>
    </div>
  );
}
