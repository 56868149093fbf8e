import type { Host } from '../host.ts';
import { only } from '../not-here.ts';
import { type CallbackHandler, type CallbackKind, fromCallback } from './callback-protocol.ts';
import type { Emulated } from './emulated.ts';
import { NetError } from './net-errors.ts';
import { isBuiltIn, type SchemeHandler, type Schemes } from './schemes.ts';

/** Returns whether a handler returned a response (Electron, lib/browser/api/protocol.ts, validateResponse). */
function isResponse(value: unknown): value is Response {
  if (value === null || typeof value !== 'object') return false;
  if (value instanceof Response) return true;
  const has = (key: string) => Object.hasOwn(value, key);
  const at = (key: string): unknown => Reflect.get(value, key);
  if (has('status') && typeof at('status') !== 'number') return false;
  if (has('statusText') && typeof at('statusText') !== 'string') return false;
  if (has('headers') && typeof at('headers') !== 'object') return false;
  return !has('body') || at('body') === null || at('body') instanceof ReadableStream;
}

/** Wraps the handler of `protocol.handle`: an error in it or an invalid answer becomes ERR_UNEXPECTED, and `Response.error()` becomes ERR_FAILED. */
const fromHandle =
  (handler: (request: Request) => Response | Promise<Response>): SchemeHandler =>
  async (request) => {
    let response: unknown;
    try {
      response = await handler(request);
    } catch (error) {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      throw new NetError('ERR_UNEXPECTED');
    }
    if (!isResponse(response)) throw new NetError('ERR_UNEXPECTED');
    if (response.type === 'error') throw new NetError('ERR_FAILED');
    if (response instanceof Response) return response;
    const {
      body,
      status = 200,
      statusText = '',
      headers,
    } = response as ResponseInit & { body?: ReadableStream | null };
    return new Response(body ?? null, { status, statusText, ...(headers === undefined ? {} : { headers }) });
  };

/** Electron's `protocol` (docs/api/protocol.md). `fetchUrl` fetches the content of another address. */
export function createProtocol(
  host: Host,
  schemes: Schemes,
  fetchUrl: (url: string, init: RequestInit) => Promise<Response>,
  changed: () => void,
) {
  let registered = false;
  const set = (scheme: string, handler: SchemeHandler): boolean => {
    const entry = schemes.entry(scheme);
    if (entry.handler !== null) return false;
    entry.handler = handler;
    changed();
    return true;
  };
  const unset = (scheme: string): boolean => {
    const entry = schemes.entries.get(scheme);
    if (entry?.handler == null) return false;
    entry.handler = null;
    changed();
    return true;
  };
  const has = (scheme: string): boolean => schemes.entries.get(scheme)?.handler != null;
  const by =
    <Handler>(kind: CallbackKind) =>
    (scheme: string, handler: Handler): boolean =>
      set(scheme, fromCallback(kind, handler as CallbackHandler, fetchUrl));
  type Of<Name extends keyof Electron.Protocol> = Electron.Protocol[Name] extends (
    scheme: string,
    handler: infer Handler,
  ) => boolean
    ? Handler
    : never;

  const protocol = {
    registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
      if (host.ready)
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      if (registered) throw new Error('protocol.registerSchemesAsPrivileged should be called only once');
      if (!Array.isArray(customSchemes)) throw new Error('Argument must be an array of custom schemes.');
      for (const { privileges } of customSchemes) {
        if (privileges?.codeCache === true && privileges.standard !== true) {
          throw new Error(
            'Code cache can only be enabled when the custom scheme is registered as standard scheme.',
          );
        }
      }
      registered = true;
      for (const { scheme, privileges } of customSchemes) schemes.entry(scheme).privileges = privileges ?? {};
    },
    handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
      if (!set(scheme, fromHandle(handler))) throw new Error(`Failed to register protocol: ${scheme}`);
    },
    unhandle(scheme: string): void {
      if (!unset(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
    },
    isProtocolHandled: has,
    registerStringProtocol: by<Of<'registerStringProtocol'>>('string'),
    registerBufferProtocol: by<Of<'registerBufferProtocol'>>('buffer'),
    registerFileProtocol: by<Of<'registerFileProtocol'>>('file'),
    registerHttpProtocol: by<Of<'registerHttpProtocol'>>('http'),
    registerStreamProtocol: by<Of<'registerStreamProtocol'>>('stream'),
    /** Takes any of the five forms. electron.d.ts does not have it. */
    registerProtocol: by<CallbackHandler>('any'),
    unregisterProtocol: unset,
    isProtocolRegistered: (scheme: string) => !isBuiltIn(scheme) && has(scheme),
    interceptStringProtocol: by<Of<'interceptStringProtocol'>>('string'),
    interceptBufferProtocol: by<Of<'interceptBufferProtocol'>>('buffer'),
    interceptFileProtocol: by<Of<'interceptFileProtocol'>>('file'),
    interceptHttpProtocol: by<Of<'interceptHttpProtocol'>>('http'),
    interceptStreamProtocol: by<Of<'interceptStreamProtocol'>>('stream'),
    uninterceptProtocol: unset,
    isProtocolIntercepted: (scheme: string) => isBuiltIn(scheme) && has(scheme),
  };
  // `handle` uses the global Request and Response. electron.d.ts has its own interfaces of the same names.
  protocol satisfies Emulated<typeof protocol, Electron.Protocol, 'handle'>;
  return only('protocol', protocol);
}
