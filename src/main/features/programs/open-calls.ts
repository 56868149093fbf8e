import type { Refusal } from './gate.ts';

/** Says that Keyturn ended an open call. `refusal` is the answer for the program. */
export class CallEnded extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.sentence);
    this.name = 'CallEnded';
    this.refusal = refusal;
  }
}

/** What decides whether an open call may go on. */
export interface OpenCall {
  /** The id of the entry Always or of the allowance that let the call through. Null when a person allowed this call once. */
  readonly allowedBy: string | null;
  /** Returns whether the rules still let the call through. */
  readonly stillFits: () => boolean;
}

/** Keeps the calls that a person allowed and that Okta has not answered yet, so that they end with what allowed them. */
export class OpenCalls {
  readonly #open = new Map<AbortController, OpenCall>();

  /** Runs `work` for a call. The signal that `work` gets ends with `signal`, and with a CallEnded when `end` ends the call. */
  async during<T>(
    call: OpenCall,
    signal: AbortSignal,
    work: (signal: AbortSignal) => Promise<T>,
  ): Promise<T> {
    const ending = new AbortController();
    this.#open.set(ending, call);
    try {
      return await work(AbortSignal.any([signal, ending.signal]));
    } finally {
      this.#open.delete(ending);
    }
  }

  /** Ends the open calls for which `ends` returns true. Their programs get `refusal` as the answer. */
  end(ends: (call: OpenCall) => boolean, refusal: Refusal): void {
    for (const [ending, call] of [...this.#open]) if (ends(call)) ending.abort(new CallEnded(refusal));
  }
}
