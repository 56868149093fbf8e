import { X } from 'lucide-react';
import { useEffect } from 'react';
import type { Failure } from '../bridge.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';

const staysMs = 20_000;

interface ToastProps {
  readonly words: Failure;
  readonly tone: 'failing' | 'attention';
  readonly onClose: () => void;
}

/** A message in the corner. What has failed stays until it is closed; a warning goes by itself, since its page has it too. */
export function Toast({ words, tone, onClose }: ToastProps) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another message begins the time anew
  useEffect(() => {
    if (tone === 'failing') return;
    const timer = window.setTimeout(onClose, staysMs);
    return () => window.clearTimeout(timer);
  }, [words, tone]);
  return (
    <div className="toast">
      <FailureNote failure={words} tone={tone} />
      <button type="button" className="button quiet icon-only" aria-label="Close message" onClick={onClose}>
        <Icon of={X} />
      </button>
    </div>
  );
}
