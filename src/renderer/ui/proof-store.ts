import { create } from 'zustand';
import type { Result } from '../bridge.ts';

/** A call that waits for a proof. */
export interface Asked {
  /** Main's sentence about the reason. */
  readonly sentence: string;
  readonly answer: (given: boolean) => void;
}

/** The call that waits for a proof, if there is one. */
export const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }));

const ask = (asked: Asked): void => useAsked.setState({ asked });
const answered = (): void => useAsked.setState({ asked: null });

/**
 * Makes a call. If main asks for a proof, it makes the call again after the person proved who they are. Without the proof, the call is
 * cancelled.
 */
export async function withProof<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  const first = await call();
  if (first.ok || first.error.code !== 'proof-needed') return first;
  useAsked.getState().asked?.answer(false);
  const given = await new Promise<boolean>((answer) => ask({ sentence: first.error.sentence, answer }));
  answered();
  return given ? await call() : { ok: false, error: { ...first.error, code: 'cancelled' } };
}
