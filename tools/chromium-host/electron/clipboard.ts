import { only } from '../not-here.ts';
import { bookmarkType, ClipboardItemHere, readItem } from './clipboard-item.ts';
import type { ClipboardPage } from './clipboard-page.ts';
import type { Emulated } from './emulated.ts';

/** Where the text of a clipboard is. */
interface TextPlace {
  readText(): Promise<string>;
  writeText(text: string): Promise<void>;
}

const plain = 'text/plain';
const standard = new Set([plain, 'text/html', 'text/rtf', 'text/uri-list', 'image/png', 'image/jpeg']);
const raw = /^electron application\/osclipboard;format="(.*)"$/;

/** Returns the type under which a format is read. A format without its own name belongs to the system (docs/api/clipboard.md). */
const asRead = (type: string): string =>
  standard.has(type) || type.startsWith('web ') || type === bookmarkType || raw.test(type)
    ? type
    : `electron application/osclipboard;format="${type}"`;

/** One clipboard. Its text is in the real clipboard; other formats are data while that text stays. */
class Formats {
  readonly #text: TextPlace;
  #others = new Map<string, Buffer>();
  #withText = '';

  constructor(text: TextPlace) {
    this.#text = text;
  }

  get others(): ReadonlyMap<string, Buffer> {
    return this.#others;
  }

  /** Sets the formats one after the other, so that the last write stays. */
  #set(formats: Map<string, Buffer>): Promise<void> {
    const turn = this.#turn.then(() => this.#replace(formats));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #turn: Promise<void> = Promise.resolve();

  async #replace(formats: Map<string, Buffer>): Promise<void> {
    const text = formats.get(plain)?.toString('utf8') ?? '';
    formats.delete(plain);
    // Linux has no bookmarks.
    if (process.platform === 'linux') formats.delete(bookmarkType);
    await this.#text.writeText(text);
    this.#others = formats;
    this.#withText = text;
  }

  async #now(): Promise<Map<string, Buffer>> {
    await this.#turn;
    const text = await this.#text.readText();
    if (text !== this.#withText) this.#others = new Map();
    const found = new Map<string, Buffer>(text === '' ? [] : [[plain, Buffer.from(text, 'utf8')]]);
    for (const [type, bytes] of this.#others) found.set(asRead(type), bytes);
    return found;
  }

  /** The clipboard that main gets. */
  api() {
    const api = {
      readText: async () => (await this.#now()).get(plain)?.toString('utf8') ?? '',
      writeText: async (text: string): Promise<void> => {
        if (typeof text !== 'string') throw new TypeError('Error processing argument at index 0');
        await this.#set(new Map([[plain, Buffer.from(text, 'utf8')]]));
      },
      write: async (items: ClipboardItemHere[]): Promise<void> => {
        const wanted = 'clipboard.write expects an array of ClipboardItem';
        if (!Array.isArray(items)) throw new TypeError(wanted);
        const all = new Map<string, Buffer>();
        for (const item of items) {
          if (!(item instanceof ClipboardItemHere)) throw new TypeError(wanted);
          for (const [type, bytes] of await item.toBytes()) all.set(type, bytes);
        }
        await this.#set(all);
      },
      read: async () => {
        const formats = await this.#now();
        return formats.size === 0 ? [] : [readItem(formats)];
      },
      has: async (type: string) => (await this.#now()).has(type),
      clear: () => {
        void this.#set(new Map()).catch(() => undefined);
      },
    };
    // Items are emulated themselves; held.ts holds them.
    api satisfies Emulated<typeof api, Electron.Clipboard, 'read' | 'write'>;
    return api;
  }
}

/** Chromium cannot reach a desktop's selection, so it is a text in memory. */
function inMemory(): TextPlace {
  let text = '';
  return {
    readText: async () => text,
    writeText: async (next) => {
      text = next;
    },
  };
}

/** Electron's `clipboard` (docs/api/clipboard.md, Promise-based since 44; lib/browser/api/clipboard.ts). */
export function createClipboard(page: ClipboardPage) {
  const system = new Formats(page);
  const clipboard = system.api();
  const selection =
    process.platform === 'linux' ? only('clipboard.selection', new Formats(inMemory()).api()) : undefined;
  return {
    clipboard: only('clipboard', { ...clipboard, selection }),
    ClipboardItem: ClipboardItemHere,
    /** Returns the written formats other than text, for the control channel. */
    rawFormats: () =>
      Object.fromEntries([...system.others].map(([type, bytes]) => [type, bytes.toString('utf8')])),
  };
}
