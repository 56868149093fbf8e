/** A square picture: how many pixels its side has, and its PNG. */
export interface Picture {
  readonly size: number;
  readonly png: Buffer;
}

/** The kinds of entry in an .icns that hold a PNG, by pixels: plain ones and those for a screen of twice the density (`@2x`). */
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

/** Returns a macOS icon of the pictures. Throws where a size that it needs is not among them. */
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
