import type { Caller } from './caller.ts';
import type { Knock, Refusal } from './gate.ts';
import type { Usable } from './lending.ts';
import { type Reply, refusal } from './reply.ts';
import type { ProgramRun } from './run-greeting.ts';

/** A call as it arrived at the door. Keyturn reads the caller and the body only after the gate, when it needs them. */
export interface Visit {
  readonly knock: Knock;
  readonly port: number;
  /** The program's address before the token's name: `http://127.0.0.1:4730`, or a run's own. */
  readonly address: string;
  /** What `keyturn exec` says about the call. Only such a call can get the value. It is null for a call at the port of Settings. */
  readonly run: Pick<ProgramRun, 'rules'> | null;
  /** Returns who is at the other end, or null when the system does not say. */
  caller(): Promise<Caller | null>;
  body(): Promise<Buffer | null | 'too-long'>;
  /** Ends when the program hangs up. */
  readonly signal: AbortSignal;
}

/** The facts of a call that are known so far, for the list of calls. */
export interface Known {
  token: Usable | null;
  caller: Caller | null;
  requestId: string | null;
  refused: string;
}

/** Returns a refusal for a program, and notes it for the list of calls. */
export function turnAway(known: Known, { status, sentence }: Refusal, headers: Reply['headers'] = {}): Reply {
  known.refused = sentence;
  return refusal(status, sentence, headers);
}
