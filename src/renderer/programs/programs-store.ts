import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { ProgramCall, ProgramsState } from '../../shared/contract/programs.ts';
import { bridge } from '../bridge.ts';

interface Known extends ProgramsState {
  /** The last calls by token, newest first; those of tokens that were looked at. */
  readonly calls: Readonly<Record<string, readonly ProgramCall[]>>;
}

const mostShown = 50;

/** Programs that wait, that were allowed, and what they called. */
export const usePrograms = create<Known>(() => ({
  address: null,
  trouble: '',
  asks: [],
  allowances: [],
  calls: {},
}));

export async function loadPrograms(): Promise<void> {
  const read = await bridge.programs.state();
  if (read.ok) usePrograms.setState(read.value);
}

export async function loadCalls(tokenId: string): Promise<void> {
  const read = await bridge.programs.calls({ tokenId });
  if (!read.ok) return;
  usePrograms.setState(({ calls }) => ({ calls: { ...calls, [tokenId]: read.value.slice(0, mostShown) } }));
}

export const programsChanged = (state: EventPayload<'programsChanged'>): void => usePrograms.setState(state);

export function programCalled({ call }: EventPayload<'programCalled'>): void {
  const { tokenId } = call;
  if (tokenId === null) return;
  usePrograms.setState(({ calls }) => {
    const before = calls[tokenId];
    // Of a token that was not looked at, all are read when it is.
    return before === undefined
      ? {}
      : { calls: { ...calls, [tokenId]: [call, ...before].slice(0, mostShown) } };
  });
}
