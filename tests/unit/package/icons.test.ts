import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toIcns } from '../../../tools/icons/icns.ts';
import { icoOf } from '../../../tools/icons/ico.ts';

const icons = join(import.meta.dirname, '../../../resources/icons');
const read = (name: string) => readFileSync(join(icons, name));

/** The side of a PNG by its own header (W3C, PNG third edition, 11.2.1). */
function sideOf(png: Buffer): number {
  expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
  expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20));
  return png.readUInt32BE(16);
}

function readIco(ico: Buffer): { size: number; bytes: Buffer }[] {
  expect(ico.readUInt32LE(0)).toBe(0x0001_0000);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const offset = ico.readUInt32LE(at + 12);
    return { size: ico[at] || 256, bytes: ico.subarray(offset, offset + ico.readUInt32LE(at + 8)) };
  });
}

function readIcns(icns: Buffer): Map<string, Buffer> {
  expect(icns.subarray(0, 4).toString()).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const entries = new Map<string, Buffer>();
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    entries.set(icns.subarray(at, at + 4).toString(), icns.subarray(at + 8, at + icns.readUInt32BE(at + 4)));
  }
  return entries;
}

it("Windows' icon holds every size up to 256, which electron-builder asks for", () => {
  const pictures = readIco(read('icon.ico'));
  expect(pictures.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  for (const { size, bytes } of pictures) {
    if (size === 256) expect(bytes.equals(read('256x256.png'))).toBe(true);
    // A bitmap's header: its own length, then its width.
    else expect([bytes.readUInt32LE(0), bytes.readInt32LE(4)]).toEqual([40, size]);
  }
});

it('macOS’s icon holds every size up to 1024, with the same pictures as Linux’s', () => {
  const entries = [...readIcns(read('icon.icns'))];
  expect(Object.fromEntries(entries.map(([kind, png]) => [kind, sideOf(png)]))).toEqual({
    ic07: 128,
    ic08: 256,
    ic09: 512,
    ic10: 1024,
    ic11: 32,
    ic12: 64,
    ic13: 256,
    ic14: 512,
  });
  for (const [, png] of entries) {
    const side = sideOf(png);
    if (side <= 512) expect(png.equals(read(`${side}x${side}.png`))).toBe(true);
  }
});

it('every picture is as large as its name says', () => {
  const sizes = readdirSync(icons).flatMap((name) => /^(\d+)x\1\.png$/.exec(name)?.[1] ?? []);
  expect(sizes.length).toBeGreaterThan(5);
  for (const size of sizes) expect(sideOf(read(`${size}x${size}.png`))).toBe(Number(size));
});

it('what goes into an .icns comes out unchanged', () => {
  const sizes = [32, 64, 128, 256, 512, 1024];
  const all = fc.tuple(
    ...sizes.map((size) => fc.uint8Array().map((png) => ({ size, png: Buffer.from(png) }))),
  );
  fc.assert(
    fc.property(all, (pictures) => {
      const entries = readIcns(toIcns(pictures));
      expect(entries.size).toBe(8);
      expect(entries.get('ic10')).toEqual(pictures.at(-1)?.png);
      expect(entries.get('ic11')).toEqual(pictures[0]?.png);
    }),
  );
});

it('says which picture an .icns lacks', () => {
  expect(() => toIcns([{ size: 128, png: Buffer.alloc(0) }])).toThrow('256');
});

it('writes a bitmap of 256 pixels when there is no PNG for it', () => {
  const [picture] = readIco(icoOf([{ size: 256, rgba: new Uint8Array(256 * 256 * 4) }]));
  expect([picture?.size, picture?.bytes.readUInt32LE(0)]).toEqual([256, 40]);
});
