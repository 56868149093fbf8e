/** A square picture: the length of its side in pixels, and its PNG. */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

/** The entry types of an .icns that hold a PNG, with their pixels: for normal screens and for screens of twice the density (`@2x`). */
const icnsKinds: readonly (readonly [kind: string, size: number])[] = [
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
];

/** Returns a macOS icon of the pictures. Throws when a needed size is missing. */
export function toIcns(pictures: readonly Picture[]): Buffer {
  const entries = icnsKinds.map(([kind, size]) => {
    const picture = pictures.find((candidate) => candidate.size === size);
    if (picture === undefined) throw new RangeError(`An .icns needs a picture of ${size} pixels.`);
    return Buffer.concat([Buffer.from(kind), length(8 + picture.png.length), picture.png]);
  });
  const body = Buffer.concat(entries);
  return Buffer.concat([Buffer.from('icns'), length(8 + body.length), body]);
}

function length(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}
