import { clip } from '../../../shared/clip.ts';
import type { Secret } from '../../base/secret.ts';
import { holdsValue } from '../../base/value-forms.ts';
import type { OktaClient } from '../../okta/client.ts';
import { isReading } from './allowances.ts';
import type { Knock, Passage } from './gate.ts';
import { handOn, type Reply, refusal, takenFrom } from './reply.ts';
import { words } from './words.ts';

/** A call that the gate and a person let through. */
export interface LetCall {
  readonly knock: Knock;
  readonly passage: Passage;
  readonly body: Buffer | null;
  readonly origin: string;
  readonly secret: Secret;
  /** The address that the program's `next` links lead to, with the token's name. */
  readonly address: string;
  readonly signal: AbortSignal;
}

/** The outcome of a call. */
export interface Outcome {
  readonly reply: Reply;
  /** The sentence that says why Okta's answer was not handed on. It is empty when it was. */
  readonly refused: string;
  readonly requestId: string | null;
  readonly accepted: boolean;
}

/** For a call that may have been carried out although no answer came. A program, or who reads its output, must not take it for undone. */
const { unknown } = words.passing;

/**
 * Makes a call and answers the program with Okta's answer. Where Okta carried the call out, the reply says so, whatever went wrong
 * afterwards. Where that is not known, the reply says that it is not known, so that nobody takes the call for undone. Rejects with the
 * signal's reason when the program hangs up.
 */
export async function passCall(client: Pick<OktaClient, 'pass'>, call: LetCall): Promise<Outcome> {
  const { knock, passage, body, origin, secret, address, signal } = call;
  const not = (status: number, sentence: string, isUnknown = false): Outcome => ({
    reply: refusal(status, sentence, isUnknown ? { 'x-keyturn-outcome': 'unknown' } : {}),
    refused: sentence,
    requestId: null,
    accepted: false,
  });
  const passed = await client
    .pass({
      origin,
      secret,
      method: knock.method,
      path: passage.path,
      search: passage.search,
      headers: takenFrom(knock.headers),
      body,
      signal,
    })
    .catch((error: unknown) => {
      signal.throwIfAborted();
      return error instanceof Error ? error : new Error(String(error));
    });
  if (passed instanceof Error) {
    return not(502, `${words.passing.wentWrong} ${unknown}`, true);
  }
  if ('outcome' in passed) {
    const { sentence, remedy } = passed.outcome;
    // A read changes nothing, so it does not matter whether it was carried out.
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
    if (!holdsValue(passed, secret)) {
      return { reply: handOn(passed, origin, address), refused: '', requestId, accepted };
    }
  } catch {
    // An answer that could not be looked through is not handed on.
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
