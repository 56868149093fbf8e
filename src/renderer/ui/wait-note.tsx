import typography from './typography.module.css';
import { useNow } from './use-now.ts';
import { words } from './words.ts';

/** Returns how many seconds are left until `at`, and updates this every second. Returns 0 when there is no wait. */
export function useSecondsUntil(at: number | null): number {
  const now = useNow(1000);
  return at === null ? 0 : Math.max(0, Math.ceil((at - now) / 1000));
}

/** Counts down the wait after too many wrong attempts. */
export function WaitNote({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return null;
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  return (
    <p className={typography.attention} role="timer">
      {words.waitNote.tooMany(clock)}
    </p>
  );
}
