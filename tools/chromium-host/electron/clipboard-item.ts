import { onlyClass } from '../not-here.ts';

type Bookmark = Electron.ClipboardBookmark;
type Payload = Blob | string | Bookmark | Promise<Blob | string>;

/** The only format whose payload is not bytes. */
export const bookmarkType = 'electron application/bookmark';
/** The mark of items that were read. They are not written again (lib/browser/api/clipboard-item.ts). */
const wasRead = Symbol('read from the clipboard');

/** Electron's ClipboardItem (docs/api/clipboard-item.md). */
class ClipboardItem {
  readonly #parts: Readonly<Record<string, Payload>>;
  readonly #read: boolean;

  constructor(parts: Readonly<Record<string, Payload>>, origin?: typeof wasRead) {
    if (parts === null || typeof parts !== 'object' || Array.isArray(parts))
      throw new TypeError(
        "Failed to construct 'ClipboardItem': 1 argument required — an object mapping MIME types to payloads.",
      );
    if (Object.keys(parts).length === 0)
      throw new TypeError("Failed to construct 'ClipboardItem': at least one MIME type is required.");
    this.#parts = { ...parts };
    this.#read = origin === wasRead;
  }

  get types(): string[] {
    return Object.keys(this.#parts);
  }

  async getType(type: string): Promise<Blob | Bookmark> {
    if (!Object.hasOwn(this.#parts, type))
      throw new Error(`The type '${type}' was not found in the ClipboardItem`);
    const part = await this.#parts[type];
    if (part instanceof Blob || type === bookmarkType) return part as Blob | Bookmark;
    return new Blob([String(part)], { type });
  }

  /** Returns the payloads as bytes, for the clipboard. Rejects with a TypeError for one that is neither a string nor a Blob. */
  async toBytes(): Promise<Map<string, Buffer>> {
    if (this.#read) {
      throw new TypeError(
        'clipboard.write cannot accept a ClipboardItem returned from clipboard.read() — construct a new ClipboardItem to write.',
      );
    }
    const bytes = new Map<string, Buffer>();
    for (const [type, given] of Object.entries(this.#parts)) {
      const part = await given;
      if (part instanceof Blob) bytes.set(type, Buffer.from(await part.arrayBuffer()));
      else if (typeof part === 'string') bytes.set(type, Buffer.from(part, 'utf8'));
      else if (type === bookmarkType && part !== null && typeof part === 'object')
        bytes.set(type, Buffer.from(JSON.stringify(part), 'utf8'));
      else throw new TypeError('ClipboardItem payload values must be a string or a Blob');
    }
    return bytes;
  }
}

export type ClipboardItemHere = ClipboardItem;
export const ClipboardItemHere = onlyClass('ClipboardItem', ClipboardItem);

/** Returns the result of `clipboard.read`. */
export const readItem = (formats: ReadonlyMap<string, Buffer>): ClipboardItemHere =>
  new ClipboardItemHere(
    Object.fromEntries(
      [...formats].map(([type, bytes]) => [type, new Blob([new Uint8Array(bytes)], { type })]),
    ),
    wasRead,
  );
