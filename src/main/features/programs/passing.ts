import { clip } from '../../../shared/clip.ts';
import { holdsValue } from '../../base/value-forms.ts';
import type { OktaClient } from '../../okta/client.ts';
import { isReading } from './allowances.ts';
import type { Knock, Passage } from './gate.ts';
import type { Lent } from './lending.ts';
import { CallEnded } from './open-calls.ts';
import { handOn, type Reply, refusal, takenFrom } from './reply.ts';
import { words } from './words.ts';

/** A call that the gate and a person allowed. */
export interface LetCall {
  readonly knock: Knock;
  readonly passage: Passage;
  readonly body: Buffer | null;
  readonly origin: string;
  readonly lent: Lent;
  /** The address that the program's `next` links lead to, with the token's name. */
  readonly address: string;
  readonly signal: AbortSignal;
}

/** The outcome of a call. */
export interface Outcome {
  readonly reply: Reply;
  /** The sentence that says why Keyturn did not hand on Okta's answer. It is empty when Keyturn did. */
  readonly refused: string;
  readonly requestId: string | null;
  readonly accepted: boolean;
}

/**
 * For a call that Okta may have carried out although no answer arrived. A program, or a person who reads its output, must not think that
 * nothing happened.
 */
const { unknown } = words.passing;

/**
 * Makes a call and answers the program with Okta's answer. When Okta carried the call out, the reply says so, even if something went wrong
 * afterwards. When this is not known, the reply says so, so that nobody thinks that nothing happened. A call that Keyturn ended is such a
 * call when its request had begun to go out. Rejects with the signal's reason when the program hangs up.
 */
export async function passCall(client: Pick<OktaClient, 'pass'>, call: LetCall): Promise<Outcome> {
  const { knock, passage, body, origin, lent, address, signal } = call;
  const not = (status: number, sentence: string, isUnknown = false): Outcome => ({
    reply: refusal(status, sentence, isUnknown ? { 'x-keyturn-outcome': 'unknown' } : {}),
    refused: sentence,
    requestId: null,
    accepted: false,
  });
  let begun = false;
  const passed = await client
    .pass({
      origin,
      secret: lent.credential,
      method: knock.method,
      path: passage.path,
      search: passage.search,
      headers: takenFrom(knock.headers),
      body,
      onBegin: () => {
        begun = true;
      },
      signal,
    })
    .catch((error: unknown) => {
      if (!(signal.reason instanceof CallEnded)) signal.throwIfAborted();
      return error instanceof Error ? error : new Error(String(error));
    });
  if (passed instanceof CallEnded) {
    const { status, sentence } = passed.refusal;
    return begun && !isReading(knock.method)
      ? not(502, `${sentence} ${unknown}`, true)
      : not(status, sentence);
  }
  if (passed instanceof Error) {
    return not(502, `${words.passing.wentWrong} ${unknown}`, true);
  }
  if ('outcome' in passed) {
    const { sentence, remedy } = passed.outcome;
    // A read changes nothing, so it does not matter whether Okta carried it out.
    return passed.maybeDone && !isReading(knock.method)
      ? not(502, `${sentence} ${unknown}`, true)
      : not(502, `${sentence} ${remedy}`.trim());
  }
  const { status } = passed;
  const accepted = status >= 200 && status < 300;
  const id = passed.headers['x-okta-request-id'];
  const requestId = typeof id === 'string' ? clip(id, 120) : null;
  try {
    // An answer that holds the value would give the token away.
    if (!holdsValue(passed, lent.value)) {
      return { reply: handOn(passed, origin, address), refused: '', requestId, accepted };
    }
  } catch {
    // Keyturn does not hand on an answer that it could not look through.
    return {
      ...not(502, words.passing.notPassedOn(status)),
      requestId,
      accepted,
    };
  }
  return {
    ...not(502, words.passing.heldToken(status)),
    requestId,
    accepted,
  };
}
