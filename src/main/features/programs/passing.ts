import { clip } from '../../../shared/clip.ts';
import type { Secret } from '../../base/secret.ts';
import { holdsValue } from '../../base/value-forms.ts';
import type { OktaClient } from '../../okta/client.ts';
import { isReading } from './allowances.ts';
import type { Knock, Passage } from './gate.ts';
import { handOn, type Reply, refusal, takenFrom } from './reply.ts';
import { words } from './words.ts';

/** A call that was let through. */
export interface LetCall {
  readonly knock: Knock;
  readonly passage: Passage;
  readonly body: Buffer | null;
  readonly origin: string;
  readonly secret: Secret;
  /** Where the program's `next` links lead, with the token's name. */
  readonly address: string;
  readonly signal: AbortSignal;
}

/** What became of it. */
export interface Outcome {
  readonly reply: Reply;
  /** Why Okta's answer was not handed on; empty when it was. */
  readonly refused: string;
  readonly requestId: string | null;
  readonly accepted: boolean;
}

/** For a call that may have been carried out although no answer came. A program, or who reads its output, must not take it for undone. */
const { unknown } = words.passing;

/**
 * Makes a call and answers the program with what Okta said. Where Okta carried it out, the answer says so whatever went wrong afterwards; where that
 * is not known, it says that. Rejects with the signal's reason when the program hangs up.
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
    // What only reads leaves nothing to wonder about.
    return passed.maybeDone && !isReading(knock.method)
      ? not(502, `${sentence} ${unknown}`, true)
      : not(502, `${sentence} ${remedy}`.trim());
  }
  const { status } = passed;
  const accepted = status >= 200 && status < 300;
  const id = passed.headers['x-okta-request-id'];
  const requestId = typeof id === 'string' ? clip(id, 120) : null;
  try {
    // An answer that holds the value would give away what the door is there to keep.
    if (!holdsValue(passed, secret)) {
      return { reply: handOn(passed, origin, address), refused: '', requestId, accepted };
    }
  } catch {
    // Not looked through, it is not handed on.
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
