import { create } from 'zustand';
import type { Result } from '../bridge.ts';

/** A call that waits for the passcode. */
export interface Asked {
  /** Main's sentence that says why it asks. */
  readonly sentence: string;
  readonly answer: (given: boolean) => void;
}

/** Holds the call that waits for the passcode, or null. */
export const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }));

const ask = (asked: Asked): void => useAsked.setState({ asked });
const answered = (): void => useAsked.setState({ asked: null });

/** Makes a call. When main asks for the passcode, the person gives it and the call is made again. Without the passcode it is cancelled. */
export async function withProof<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  const first = await call();
  if (first.ok || first.error.code !== 'proof-needed') return first;
  useAsked.getState().asked?.answer(false);
  const given = await new Promise<boolean>((answer) => ask({ sentence: first.error.sentence, answer }));
  answered();
  return given ? await call() : { ok: false, error: { ...first.error, code: 'cancelled' } };
}
