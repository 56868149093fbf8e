import { useCallback, useEffect, useState } from 'react';
import { cut } from '../../shared/clip.ts';
import type { ActivityEntry } from '../../shared/contract/activity.ts';
import { bridge } from '../bridge.ts';
import { useCall } from '../ui/use-call.ts';

const pageSize = 200;

/** Which entries to read. `about` is the id of a token or an app, or null for everything. */
interface Wanted {
  readonly filter: string;
  readonly about: string | null;
}

/** Reads the record, newest first, and again when an entry is added. `older` reads the page before. */
export function useRecord({ filter, about }: Wanted) {
  const [entries, setEntries] = useState<readonly ActivityEntry[] | null>(null);
  const [more, setMore] = useState(false);
  const { failure, run } = useCall();

  const read = useCallback(
    async (shown: readonly ActivityEntry[]) => {
      const before = shown.at(-1)?.seq;
      const found = await run(
        bridge.activity.list({
          filter: cut(filter, 200),
          limit: pageSize,
          ...(before === undefined ? {} : { before }),
          ...(about === null ? {} : { tokenId: about }),
        }),
      );
      if (found === null) return;
      setEntries([...shown, ...found]);
      setMore(found.length === pageSize);
    },
    [about, filter, run],
  );
  useEffect(() => {
    let waiting: number | undefined;
    const soon = () => {
      window.clearTimeout(waiting);
      waiting = window.setTimeout(() => void read([]), 120);
    };
    soon();
    const off = bridge.events.activityAdded(soon);
    return () => {
      window.clearTimeout(waiting);
      off();
    };
  }, [read]);
  return { entries, more, failure, run, older: () => read(entries ?? []) };
}
