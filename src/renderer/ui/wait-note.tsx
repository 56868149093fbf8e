import { minutesAndSeconds } from '../../shared/time-words.ts';
import typography from './typography.module.css';
import { useNow } from './use-now.ts';
import { words } from './words.ts';

/** Returns how many seconds are left until `at`, and updates this every second. Returns 0 when there is no wait. */
export function useSecondsUntil(at: number | null): number {
  const now = useNow(1000);
  return at === null ? 0 : Math.max(0, Math.ceil((at - now) / 1000));
}

/** The longest wait is an hour. Its first second is left out, because minutes and seconds have no sign for an hour. */
const longest = 3_599;

/** Counts down the wait after too many wrong attempts. */
export function WaitNote({ seconds }: { readonly seconds: number }) {
  if (seconds === 0) return null;
  return (
    <p className={typography.attention} role="timer">
      {words.waitNote.tooMany(minutesAndSeconds(Math.min(seconds, longest) * 1000))}
    </p>
  );
}
