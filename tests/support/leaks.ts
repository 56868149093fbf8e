import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliDecompressSync, constants, inflateRawSync, inflateSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import type { Message } from './control.ts';

/** A place where a secret could stand: its name, and all the bytes in it. */
export interface Evidence {
  readonly where: string;
  readonly bytes: Buffer;
}

/** Returns every common way in which a text can be written down. */
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
/** What is cut off at its end gives what there is of it. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 * 1024 };

/** Returns where the packed bytes of a gzip member begin, behind its head (RFC 1952, 2.3). */
function behindHead(member: Buffer): number {
  const flags = member[3] ?? 0;
  let at = 10;
  if (flags & 4) at += 2 + (member.length >= at + 2 ? member.readUInt16LE(at) : 0);
  // A name and a comment, each up to a zero byte.
  for (const flag of [8, 16]) if (flags & flag) at = member.indexOf(0, at) + 1;
  return flags & 2 ? at + 2 : at;
}

/** Returns what `bytes` hold in packed form: gzip anywhere in them, or all of them as zlib, raw deflate or brotli. */
function unpacked(bytes: Buffer): Buffer[] {
  const found: Buffer[] = [];
  const attempt = (unpack: () => Buffer): void => {
    try {
      found.push(unpack());
    } catch {
      // It is not packed in this way.
    }
  };
  for (let at = bytes.indexOf(gzipMark); at >= 0; at = bytes.indexOf(gzipMark, at + 1)) {
    const member = bytes.subarray(at);
    // Not by gunzip, which refuses what more stands behind a member.
    attempt(() => inflateRawSync(member.subarray(behindHead(member)), lenient));
  }
  attempt(() => inflateSync(bytes, lenient));
  attempt(() => inflateRawSync(bytes, lenient));
  attempt(() => brotliDecompressSync(bytes, { maxOutputLength: lenient.maxOutputLength }));
  return found;
}

/** Returns which of `secrets` (by their names) stand in `evidence`, however they are spelled or packed, as "place: name". */
export function leaksIn(evidence: Iterable<Evidence>, secrets: ReadonlyMap<string, string>): string[] {
  const sought = [...secrets].map(([name, text]) => ({ name, forms: spellings(text) }));
  const found = new Set<string>();
  for (const { where, bytes } of evidence) {
    for (const layer of [bytes, ...unpacked(bytes)]) {
      // UTF-16 of these forms has zero bytes; most of what is looked through, heaps among it, has none.
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

/** Gives every file below `folder`, named by its path from there. */
export function* filesIn(folder: string): Generator<Evidence> {
  for (const file of filePaths(folder)) {
    yield { where: `file ${relative(folder, file)}`, bytes: readFileSync(file) };
  }
}

/** Returns messages between page and main as evidence, those of one channel and direction together. */
export function messagesIn(messages: readonly Message[]): Evidence[] {
  const byChannel = Map.groupBy(messages, ({ direction, channel }) => `message ${direction} ${channel}`);
  return [...byChannel].map(([where, some]) => textIn(where, some.map(({ text }) => text).join('\n')));
}

/** Returns the files below `folder` in which a text stands, however it is spelled or packed. */
export function filesWith(folder: string, text: string): string[] {
  const secrets = new Map([['it', text]]);
  return filePaths(folder).filter(
    (file) => leaksIn([{ where: file, bytes: readFileSync(file) }], secrets).length > 0,
  );
}

/** Returns what the page shows and keeps: the document of each frame, its fields' values, and both storages. */
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
 * Returns the page's memory as Chromium writes it down: strings of every world, the DOM, closures. Of a string longer than that, V8
 * writes the first 1,024 characters.
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

/** Returns the files below `folder`, by their paths from there. */
export const filesBelow = (folder: string): string[] =>
  filePaths(folder)
    .map((file) => relative(folder, file))
    .sort();
