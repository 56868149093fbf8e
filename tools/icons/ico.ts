/** A square picture: its pixels as red, green, blue and alpha, a byte each, row by row from the top. */
export interface Pixels {
  readonly size: number;
  readonly rgba: Uint8Array;
  /** The same as a PNG, for a picture of 256 pixels. */
  readonly png?: Buffer;
}

/**
 * Returns a Windows icon file with these pictures, up to 256 pixels. Each is a 32-bit bitmap, which every Windows version reads at every
 * size. Compressed pictures are safe only at 256 pixels, where the PNG is used (Microsoft, "Icons": ICONDIR, ICONDIRENTRY,
 * BITMAPINFOHEADER).
 */
export function icoOf(pictures: readonly Pixels[]): Buffer {
  const bitmaps = pictures.map((picture) =>
    picture.size === 256 && picture.png !== undefined ? picture.png : bitmapOf(picture),
  );
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let at = header.length;
  for (const [n, { size }] of pictures.entries()) {
    const length = bitmaps[n]?.length ?? 0;
    const entry = 6 + 16 * n;
    // The format writes 256 as 0.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(length, entry + 8);
    header.writeUInt32LE(at, entry + 12);
    at += length;
  }
  return Buffer.concat([header, ...bitmaps]);
}

function bitmapOf({ size, rgba }: Pixels): Buffer {
  // The mask has a bit for each pixel, in rows of four bytes. Only old programs need it; alpha has the same information.
  const mask = Buffer.alloc(size * Math.ceil(size / 32) * 4);
  const header = Buffer.alloc(40);
  header.writeUInt32LE(40, 0);
  header.writeInt32LE(size, 4);
  // The height covers the picture and the mask.
  header.writeInt32LE(size * 2, 8);
  header.writeUInt16LE(1, 12);
  header.writeUInt16LE(32, 14);
  header.writeUInt32LE(size * size * 4 + mask.length, 20);
  const pixels = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const from = (y * size + x) * 4;
      // Rows go from bottom to top, and blue comes first.
      const to = ((size - 1 - y) * size + x) * 4;
      for (const [channel, source] of [2, 1, 0, 3].entries()) pixels[to + channel] = rgba[from + source] ?? 0;
    }
  }
  return Buffer.concat([header, pixels, mask]);
}
