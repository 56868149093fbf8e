/** One element of DER: its tag, its own bytes, and the bytes of its content (X.690, 8.1). */
export interface Element {
  readonly tag: number;
  readonly whole: Buffer;
  readonly content: Buffer;
}

/**
 * Returns the elements of `bytes`, in their order. It reads tags of one byte and definite lengths, as DER has them (X.690,
 * 10.1). Returns null for other bytes.
 */
export function elementsOf(bytes: Buffer): Element[] | null {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length; ) {
    const [tag = 0, first = 0] = bytes.subarray(at, at + 2);
    const lengthBytes = first < 0x80 ? 0 : first - 0x80;
    const from = at + 2 + lengthBytes;
    if ((tag & 0x1f) === 0x1f || first === 0x80 || lengthBytes > 4 || from > bytes.length) return null;
    const length = lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes);
    const to = from + length;
    if (to > bytes.length) return null;
    found.push({ tag, whole: bytes.subarray(at, to), content: bytes.subarray(from, to) });
    at = to;
  }
  return found;
}
