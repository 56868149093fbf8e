import { create } from 'zustand';
import type { Result } from '../bridge.ts';

/** A call that waits for a proof. */
export interface Asked {
  /** Main's sentence that says why it asks. */
  readonly sentence: string;
  readonly answer: (given: boolean) => void;
}

/** The call that waits for a proof, if one does. */
export const useAsked = create<{ asked: Asked | null }>(() => ({ asked: null }));

const ask = (asked: Asked): void => useAsked.setState({ asked });
const answered = (): void => useAsked.setState({ asked: null });

/** Makes a call, and makes it again once the person proved who they are, where main asks for that. A person who does not cancels the call. */
export async function withProof<T>(call: () => Promise<Result<T>>): Promise<Result<T>> {
  const first = await call();
  if (first.ok || first.error.code !== 'proof-needed') return first;
  useAsked.getState().asked?.answer(false);
  const given = await new Promise<boolean>((answer) => ask({ sentence: first.error.sentence, answer }));
  answered();
  return given ? await call() : { ok: false, error: { ...first.error, code: 'cancelled' } };
}
