import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { ProgramCall, ProgramsState } from '../../shared/contract/programs.ts';
import { bridge } from '../bridge.ts';

interface Known extends ProgramsState {
  /** The last calls by token, newest first. A token has no entry here until its page is opened. */
  readonly calls: Readonly<Record<string, readonly ProgramCall[]>>;
}

const mostShown = 50;

/** Holds the programs that wait, the programs that were allowed, and their calls. */
export const usePrograms = create<Known>(() => ({
  address: null,
  trouble: '',
  asks: [],
  allowances: [],
  always: [],
  calls: {},
}));

/** Reads the programs that wait and those that are allowed. */
export async function loadPrograms(): Promise<void> {
  const read = await bridge.programs.state();
  if (read.ok) usePrograms.setState(read.value);
}

/** Reads the last calls of a token by programs. */
export async function loadCalls(tokenId: string): Promise<void> {
  const read = await bridge.programs.calls({ tokenId });
  if (!read.ok) return;
  usePrograms.setState(({ calls }) => ({ calls: { ...calls, [tokenId]: read.value.slice(0, mostShown) } }));
}

/** Takes the programs from main. */
export const programsChanged = (state: EventPayload<'programsChanged'>): void => usePrograms.setState(state);

/** Takes a program's call that main reported. */
export function programCalled({ call }: EventPayload<'programCalled'>): void {
  const { tokenId } = call;
  if (tokenId === null) return;
  usePrograms.setState(({ calls }) => {
    const before = calls[tokenId];
    // The page of a token reads all its calls when it opens.
    return before === undefined
      ? {}
      : { calls: { ...calls, [tokenId]: [call, ...before].slice(0, mostShown) } };
  });
}
