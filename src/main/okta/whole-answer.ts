import type { Dispatcher } from 'undici';
import type { Headers } from './rate-limits.ts';

/** A request to send. */
export interface OneRequest {
  readonly dispatcher: Dispatcher;
  readonly origin: string;
  readonly method: string;
  /** The path with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer | null;
  readonly signal: AbortSignal;
  /** Called when the answer begins. */
  readonly onBegun?: () => void;
}

/** An answer with its whole body. */
export interface WholeAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Buffer;
}

/**
 * Sends a request and returns its whole answer. Never follows a redirect. Rejects with undici's error, or with the signal's reason.
 *
 * Why not undici's own `request`: it makes a stream of each body, which takes longer than everything else that Keyturn does for a call.
 */
export function wholeAnswer({ dispatcher, signal, onBegun, ...request }: OneRequest): Promise<WholeAnswer> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    let sending: Dispatcher.DispatchController | null = null;
    const abort = () => {
      reject(signal.reason);
      // A request that still waits for a connection has no controller. It ends when its turn comes.
      sending?.abort(signal.reason);
    };
    const over = () => signal.removeEventListener('abort', abort);
    signal.addEventListener('abort', abort);
    let status = 0;
    let headers: Headers = {};
    const chunks: Buffer[] = [];
    dispatcher.dispatch(
      { ...request, method: request.method as Dispatcher.HttpMethod },
      {
        onRequestStart(controller) {
          sending = controller;
          if (signal.aborted) controller.abort(signal.reason);
        },
        onResponseStart(_controller, answered, told) {
          // A status of 1xx comes before the answer (RFC 9110, section 15.2).
          if (answered < 200) return;
          status = answered;
          headers = told;
          onBegun?.();
        },
        onResponseData(_controller, chunk) {
          chunks.push(chunk);
        },
        onResponseEnd() {
          over();
          const [first] = chunks;
          resolve({
            status,
            headers,
            body: chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks),
          });
        },
        onResponseError(_controller, error) {
          over();
          reject(error);
        },
      },
    );
  });
}
