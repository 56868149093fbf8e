import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { Readable } from 'node:stream';
import { NetError, nameOf } from './net-errors.ts';
import type { SchemeHandler } from './schemes.ts';

/** The older forms of a scheme's handler (Electron, docs/api/protocol.md, registerStringProtocol and the others). */
export type CallbackKind = 'string' | 'buffer' | 'file' | 'http' | 'stream' | 'any';
export type CallbackHandler = (
  request: Electron.ProtocolRequest,
  callback: (answer: unknown) => void,
) => void;

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.txt': 'text/plain',
};

/** Makes a handler with a callback answer a Request. Only the first call of the callback counts. */
export function fromCallback(
  kind: CallbackKind,
  handler: CallbackHandler,
  fetchUrl: (url: string, init: RequestInit) => Promise<Response>,
): SchemeHandler {
  return async (request) => {
    const bytes = request.body === null ? null : Buffer.from(await request.arrayBuffer());
    const asked: Electron.ProtocolRequest = {
      url: request.url,
      method: request.method,
      headers: Object.fromEntries(request.headers),
      referrer: request.referrer,
      ...(bytes === null ? {} : { uploadData: [{ bytes }] }),
    };
    const answer = await new Promise<unknown>((resolve) => handler(asked, resolve));
    return respond(kind, answer, asked, fetchUrl);
  };
}

async function respond(
  kind: CallbackKind,
  answer: unknown,
  asked: Electron.ProtocolRequest,
  fetchUrl: (url: string, init: RequestInit) => Promise<Response>,
): Promise<Response> {
  if (answer === undefined || answer === null) throw new NetError('ERR_NOT_IMPLEMENTED');
  const whole: Electron.ProtocolResponse =
    typeof answer === 'string'
      ? kind === 'file'
        ? { path: answer }
        : { data: answer }
      : Buffer.isBuffer(answer) || answer instanceof Readable
        ? { data: answer }
        : typeof answer === 'object' && !(answer instanceof Date)
          ? (answer as Electron.ProtocolResponse)
          : fails();
  if (whole.error !== undefined) throw new NetError(nameOf(whole.error));
  const { statusCode: status = 200 } = whole;
  const headers = new Headers({ 'access-control-allow-origin': '*' });
  for (const [name, value] of Object.entries(whole.headers ?? {}))
    for (const one of Array.isArray(value) ? value : [value]) headers.append(name, String(one));
  if (whole.mimeType !== undefined && !headers.has('content-type')) {
    const charset = whole.charset === undefined ? '' : `; charset=${whole.charset}`;
    headers.set('content-type', `${whole.mimeType}${charset}`);
  }
  if (status >= 300 && status < 400 && headers.has('location'))
    return new Response(null, { status, headers });
  const { data } = whole;
  if (kind === 'http' || (kind === 'any' && whole.url !== undefined)) {
    if (typeof whole.url !== 'string' || !URL.canParse(whole.url)) fails();
    const upload = whole.uploadData?.data;
    const init =
      upload === undefined ? {} : { body: typeof upload === 'string' ? upload : new Uint8Array(upload) };
    return fetchUrl(whole.url, { method: whole.method ?? asked.method, ...init });
  }
  if (kind === 'file' || (kind === 'any' && whole.path !== undefined)) {
    if (typeof whole.path !== 'string') fails();
    const { path } = whole;
    const content = await readFile(path).catch(() => {
      throw new NetError('ERR_FILE_NOT_FOUND');
    });
    if (!headers.has('content-type')) headers.set('content-type', types[extname(path)] ?? 'text/plain');
    return new Response(new Uint8Array(content), { status, headers });
  }
  const bare = status === 204 || status === 304;
  if (kind !== 'string' && data instanceof Readable) return new Response(streamOf(data), { status, headers });
  if (kind !== 'buffer' && typeof data === 'string')
    return new Response(bare ? null : data, { status, headers });
  if (kind !== 'string' && Buffer.isBuffer(data))
    return new Response(new Uint8Array(data), { status, headers });
  if ((kind === 'stream' || kind === 'any') && data == null) return new Response(null, { status, headers });
  return fails();
}

function fails(): never {
  throw new NetError('ERR_FAILED');
}

/** Returns a web stream of a Node stream's bytes. Skips chunks that are not bytes. */
function streamOf(readable: NodeJS.ReadableStream): ReadableStream<Uint8Array> {
  const source = readable as Readable;
  let wanted = true;
  return new ReadableStream({
    start(controller) {
      const last = (run: () => void) => {
        if (wanted) run();
        wanted = false;
      };
      source.on('data', (chunk: unknown) => {
        if (wanted && chunk instanceof Uint8Array) controller.enqueue(new Uint8Array(chunk));
      });
      source.on('end', () => last(() => controller.close()));
      source.on('error', (error) => last(() => controller.error(error)));
    },
    cancel() {
      wanted = false;
      source.destroy();
    },
  });
}
