import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Message } from './control.ts';

/** A place that could hold a secret: its name and all its bytes. */
export interface Evidence {
  readonly where: string;
  readonly bytes: Buffer;
}

/** Returns every common encoding of a text. */
export function spellings(text: string): Buffer[] {
  const base64 = (['base64', 'base64url'] as const).flatMap((encoding) =>
    [0, 1, 2].map((shift) =>
      Buffer.from(`${'x'.repeat(shift)}${text}`)
        .toString(encoding)
        .slice(4, -4),
    ),
  );
  const hex = Buffer.from(text).toString('hex');
  const forms = [
    ...[text, hex, hex.toUpperCase(), encodeURIComponent(text), [...text].toReversed().join('')],
    ...base64,
  ];
  return [...new Set(forms)].flatMap((form) => {
    const utf16 = Buffer.from(form, 'utf16le');
    return [Buffer.from(form), utf16, Buffer.from(utf16).swap16()];
  });
}

const gzipMark = Buffer.from([0x1f, 0x8b, 0x08]);
/** Unpacks truncated data as far as possible. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 };

/** Returns the offset of the packed bytes in a gzip member, after its header (RFC 1952, 2.3). */
function behindHead(member: Buffer): number {
  const flags = member[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (member.length >= at + 2 ? member.readUInt16LE(at) : 0);
  // Skip a name and a comment, which each end with a zero byte.
  for (const flag of [8, 16]) if (flags & flag) at = member.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}

/** Returns the unpacked contents of `bytes`: gzip at any offset, or all of them as zlib, raw deflate or brotli. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const attempt = (unpack: () => Buffer): void => {
    try {
      found.push(unpack());
    } catch {
      // The bytes are not packed in this way.
    }
  };
  for (let at = bytes.indexOf(gzipMark); at >= 0; at = bytes.indexOf(gzipMark, at + 1)) {
    const member = bytes.subarray(at);
    // gunzip does not work here: it refuses data after a member.
    attempt(() => inflateRawSync(member.subarray(behindHead(member)), lenient));
  }
  attempt(() => inflateSync(bytes, lenient));
  attempt(() => inflateRawSync(bytes, lenient));
  attempt(() => brotliDecompressSync(bytes, { maxOutputLength: lenient.maxOutputLength }));
  return found;
}

/** Returns the `secrets` (by name) in `evidence`, in any encoding or packing, as "place: name". */
export function leaksIn(evidence: Iterable<Evidence>, secrets: ReadonlyMap<string, string>): string[] {
  const sought = [...secrets].map(([name, text]) => ({ name, forms: spellings(text) }));
  const found = new Set<string>();
  for (const { where, bytes } of evidence) {
    for (const layer of [bytes, ...unpacked(bytes)]) {
      // UTF-16 of these forms has zero bytes. Most evidence, such as heaps, has none.
      const hasZeros = layer.includes(0);
      for (const { name, forms } of sought) {
        const possible = hasZeros ? forms : forms.filter((form) => !form.includes(0));
        if (possible.some((form) => layer.includes(form))) found.add(`${where}: ${name}`);
      }
    }
  }
  return [...found].sort();
}

/** Returns a text as evidence. */
export const textIn = (where: string, text: string): Evidence => ({ where, bytes: Buffer.from(text) });

/** Yields every file below `folder`, named by its relative path. */
export function* filesIn(folder: string): Generator<Evidence> {
  for (const file of filePaths(folder)) {
    yield { where: `file ${relative(folder, file)}`, bytes: readFileSync(file) };
  }
}

/** Returns messages between page and main as evidence, grouped by channel and direction. */
export function messagesIn(messages: readonly Message[]): Evidence[] {
  const byChannel = Map.groupBy(messages, ({ direction, channel }) => `message ${direction} ${channel}`);
  return [...byChannel].map(([where, some]) => textIn(where, some.map(({ text }) => text).join('\n')));
}

/** Returns the files below `folder` that contain a text, in any encoding or packing. */
export function filesWith(folder: string, text: string): string[] {
  const secrets = new Map([['it', text]]);
  return filePaths(folder).filter(
    (file) => leaksIn([{ where: file, bytes: readFileSync(file) }], secrets).length > 0,
  );
}

/** Returns what the page shows and stores: the document of each frame, its field values, and both storages. */
export async function pageIn(page: Page): Promise<Evidence[]> {
  const documents = await Promise.all(page.frames().map((frame) => frame.content()));
  const fields = await page.evaluate(
    `[...document.querySelectorAll('input, textarea, select')].map(({ value }) => value).join('\\n')`,
  );
  const kept = await page.evaluate('JSON.stringify({ ...localStorage, ...sessionStorage })');
  return [
    textIn('page', [...documents, fields].join('\n')),
    textIn('storage of the page', String(kept)),
    textIn('heap of the page', await heapOf(page)),
  ];
}

/**
 * Returns the page's memory as a Chromium snapshot: strings of every world, the DOM, closures. Of a longer string, V8 writes the first
 * 1,024 characters.
 */
export async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const chunks: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk));
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return chunks.join('');
}

const filePaths = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry: Dirent) => entry.isFile())
    .map((entry: Dirent) => join(entry.parentPath, entry.name));

/** Returns the relative paths of the files below `folder`. */
export const filesBelow = (folder: string): string[] =>
  filePaths(folder)
    .map((file) => relative(folder, file))
    .sort();
