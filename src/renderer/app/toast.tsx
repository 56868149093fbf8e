import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Failure } from '../bridge.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { words } from './words.ts';

const staysMs = 20_000;

interface ToastProps {
  readonly failure: Failure;
  readonly tone: 'failing' | 'attention';
  readonly onClose: () => void;
}

/** A message in the corner. What has failed stays until it is closed; a warning goes by itself, since its page has it too. */
export function Toast({ failure, tone, onClose }: ToastProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another message begins the time anew
  useEffect(() => {
    if (tone === 'failing') return;
    const timer = window.setTimeout(onClose, staysMs);
    return () => window.clearTimeout(timer);
  }, [failure, tone]);
  return (
    <div className="toast">
      <FailureNote failure={failure} tone={tone} />
      <button
        type="button"
        className="button quiet icon-only"
        aria-label={words.toast.closeMessage}
        onClick={onClose}
      >
        <Icon of={X} />
      </button>
    </div>
  );
}
