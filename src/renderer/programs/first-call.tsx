import { useEffect, useState } from 'react';
import type { FirstCall } from '../../shared/contract/usage.ts';
import { clockTime } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { usePrograms } from './programs-store.ts';
import { words } from './words.ts';

/** How often the check reads the System Log, how soon it reads it first, and for how long, in milliseconds. */
const everyMs = 10_000;
const firstAfterMs = 5_000;
const forMs = 600_000;

/** Shows whether a first call with the token or the app arrived: through Keyturn, or in the System Log. It looks until the person stops it. */
export function FirstCallCheck({
  tokenId,
  kind,
}: {
  /** The token, or the app. */
  readonly tokenId: string;
  readonly kind: keyof typeof words.firstCall.howItWorks;
}) {
  const [begun, setBegun] = useState<number | null>(null);
  const [seen, setSeen] = useState<FirstCall | null>(null);
  const [over, setOver] = useState(false);
  const { failure, run } = useCall();
  const calls = usePrograms((state) => state.calls[tokenId]);
  const passed =
    begun === null
      ? undefined
      : calls?.findLast(({ at, refused, status }) => at >= begun && refused === '' && status < 300);
  const looking = begun !== null && !over && passed === undefined && (seen?.state ?? 'waiting') === 'waiting';
  useEffect(() => {
    if (!looking) return;
    let current = true;
    const look = async (since: number | null): Promise<void> => {
      const found = await run(bridge.usage.firstCall({ tokenId, since }));
      if (!current) return;
      if (found === null) setOver(true);
      else {
        setSeen(found);
        next = setTimeout(() => void look(found.since), since === null ? firstAfterMs : everyMs);
      }
    };
    let next = setTimeout(() => void look(null), 0);
    const end = setTimeout(() => setOver(true), forMs);
    return () => {
      current = false;
      clearTimeout(next);
      clearTimeout(end);
    };
  }, [looking, tokenId, run]);
  const start = () => {
    setSeen(null);
    setOver(false);
    setBegun(Date.now());
  };
  const said =
    passed !== undefined
      ? words.firstCall.throughKeyturn(
          passed.program,
          `${passed.method} ${passed.path}`,
          clockTime(passed.at),
        )
      : seen !== null && seen.call !== null
        ? words.firstCall.inLog(seen.call.type, clockTime(seen.call.at), seen.call.address, seen.call.agent)
        : seen?.state === 'cannot-tell'
          ? words.firstCall.cannotTell(seen.sentence)
          : looking
            ? seen === null || seen.sentence === ''
              ? words.firstCall.waiting
              : words.firstCall.waitingWhy(seen.sentence)
            : over && failure === null
              ? words.firstCall.nothingCame
              : '';
  return (
    <div>
      <h3>{words.firstCall.arrived}</h3>
      <p className={`${typography.muted} ${typography.small}`}>{words.firstCall.howItWorks[kind]}</p>
      <FailureNote failure={failure} />
      <div className={layout.row}>
        <p className={layout.grow} role="status">
          {said}
        </p>
        {looking ? (
          <Button onClick={() => setBegun(null)}>{words.firstCall.stop}</Button>
        ) : (
          <Button onClick={start}>{words.firstCall.look}</Button>
        )}
      </div>
    </div>
  );
}
