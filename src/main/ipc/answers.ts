import type { Check, Faults } from '../../shared/check.ts';
import { clip } from '../../shared/clip.ts';
import { eventChannelOf } from '../../shared/contract/bridge.ts';
import type { Result } from '../../shared/contract/failure.ts';
import { Failed } from '../base/failure.ts';
import type { Log } from '../base/ports.ts';
import type { Answer } from './channels.ts';
import { parseOnce } from './checked-once.ts';
import { words } from './words.ts';

/** The function that answers a method. */
export type Handler<S> = S extends { request: Check<infer Q>; response: Check<infer R> }
  ? (request: Q) => R | Promise<R>
  : never;

/** Exactly one function for each method of a table. */
export type HandlersOf<Table> = {
  readonly [F in keyof Table]: { readonly [M in keyof Table[F]]: Handler<Table[F][M]> };
};

/** How a method's request and response are checked. */
interface MethodChecks {
  readonly request: Check;
  readonly response: Check;
}

type MethodTable = Readonly<Record<string, Readonly<Record<string, MethodChecks>>>>;

/**
 * Returns the answer to every method of a table: it parses the request, calls the handler, and parses the response. It always resolves
 * with a Result. Throws when a handler is missing.
 */
export function answersOf<Table extends MethodTable>(
  table: Table,
  handlers: HandlersOf<Table>,
  log: Log,
): Answer {
  const routes = new Map<string, (args: readonly unknown[]) => Promise<Result<unknown>>>();
  for (const [feature, specs] of Object.entries(table)) {
    for (const [name, spec] of Object.entries(specs)) {
      const handler = handlerOf(handlers, feature, name);
      const method = `${feature}.${name}`;
      routes.set(method, (args) => call(method, spec, handler, args, log));
    }
  }
  return async (method, args) => {
    const route = routes.get(method);
    if (route === undefined) throw new Error(`${method} is not in the contract.`);
    return route(args);
  };
}

function handlerOf(handlers: object, feature: string, name: string): (request: unknown) => unknown {
  const table: unknown = Reflect.get(handlers, feature);
  const handler: unknown = typeof table === 'object' && table !== null ? Reflect.get(table, name) : undefined;
  if (typeof handler !== 'function') throw new Error(`No handler for ${feature}.${name}`);
  return (request) => Reflect.apply(handler, undefined, [request]);
}

async function call(
  name: string,
  spec: MethodChecks,
  handler: (request: unknown) => unknown,
  args: readonly unknown[],
  log: Log,
): Promise<Result<unknown>> {
  const request = spec.request.safeParse(args[0]);
  if (args.length > 1 || !request.success) {
    // The log names the field and never its value, which may be a secret.
    const where = request.success ? 'arguments' : placesOf(request.error);
    log.note('ipc.bad-request', { name, where: clip(where, 200) });
    return failed(
      new Failed('bad-request', words.router.notUnderstood, words.router.checkInput, clip(where, 200)),
    );
  }
  try {
    const response = parseOnce(spec.response, await handler(request.data));
    if (response.success) return { ok: true, value: response.data };
    log.note('ipc.bad-response', { name, where: clip(faultsIn(response.error), 300) });
    return failed(new Error('response'));
  } catch (error) {
    if (!(error instanceof Failed)) log.note('ipc.unexpected', { name, error: String(error) });
    return failed(error);
  }
}

const placesOf = (error: Faults | undefined): string =>
  error?.issues.map(({ path }) => path.join('.')).join(', ') ?? '';

/** Returns what is wrong, and where, one issue in a line. A compiled check does not say it. */
const faultsIn = (error: Faults | undefined): string =>
  error?.issues.map(({ path, message }) => [path.join('.'), message].join(': ')).join('\n') ?? '';

/** Returns a thrown error as the window gets it. An error without words for people gets general ones. */
export function failed(error: unknown): Result<never> {
  if (error instanceof Failed) return { ok: false, error: error.failure };
  return {
    ok: false,
    error: {
      code: 'unexpected',
      sentence: words.router.unexpected,
      remedy: words.router.reportIt,
      smallPrint: '',
    },
  };
}

/** Sends the events of a table to the window. The table parses each one first, so that nothing else can leave main. */
export interface PublisherOf<Table extends Readonly<Record<string, Check>>> {
  publish<E extends keyof Table & string>(event: E, payload: ReturnType<Table[E]['parse']>): void;
}

/** Returns the publisher of a table of events over `send`, which delivers to the window when there is one. */
export function publisherOf<Table extends Readonly<Record<string, Check>>>(
  events: Table,
  send: (channel: string, payload: unknown) => void,
): PublisherOf<Table> {
  return {
    publish(event, payload) {
      send(eventChannelOf(event), events[event]?.parse(payload));
    },
  };
}
