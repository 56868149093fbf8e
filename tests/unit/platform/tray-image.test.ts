import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { trayImage } from '../../../src/main/platform/tray-image.ts';
import { icoOf } from '../../../tools/icons/ico.ts';
import { readPng } from '../../support/png.ts';

const folder = join(import.meta.dirname, '../../../resources/tray');
const image = (name: string) => readPng(readFileSync(join(folder, name)));
/** The pixels of a picture as [red, green, blue, alpha]. */
const pixels = ({ rgba }: { rgba: Uint8Array }) =>
  Array.from({ length: rgba.length / 4 }, (_one, n) => [...rgba.subarray(n * 4, n * 4 + 4)]);

describe("the tray's image", () => {
  it.each([
    ['darwin', false, 'trayTemplate.png'],
    ['darwin', true, 'trayAttentionTemplate.png'],
    ['win32', false, 'tray.ico'],
    ['win32', true, 'trayAttention.ico'],
    ['linux', false, 'tray.png'],
    ['linux', true, 'trayAttention.png'],
    ['freebsd', true, 'trayAttention.png'],
  ] as const)('on %s, attention %s: %s', (platform, attention, wanted) => {
    expect(trayImage(platform, attention)).toBe(wanted);
    expect(existsSync(join(folder, wanted))).toBe(true);
  });

  it.each([
    ['trayTemplate', 16],
    ['trayAttentionTemplate', 16],
    ['tray', 24],
    ['trayAttention', 24],
  ])('%s exists for both densities', (name, size) => {
    expect(image(`${name}.png`)).toMatchObject({ width: size, height: size });
    expect(image(`${name}@2x.png`)).toMatchObject({ width: size * 2, height: size * 2 });
  });

  it('templates are black and alpha, and no other file name is taken for one', () => {
    const templates = readdirSync(folder).filter((name) => name.includes('Template'));
    expect(templates).toHaveLength(4);
    for (const name of templates) {
      expect(name).toMatch(/Template(@2x)?\.png$/);
      const all = pixels(image(name));
      expect(all.filter(([red, green, blue]) => red !== 0 || green !== 0 || blue !== 0)).toEqual([]);
      const alphas = all.map(([, , , alpha]) => alpha);
      expect(alphas.filter((alpha) => alpha === 0).length).toBeGreaterThan(all.length / 3);
      expect(alphas.filter((alpha) => alpha === 255).length).toBeGreaterThan(20);
    }
  });

  it('shows by its form that a person is needed: the images differ without their colours', () => {
    for (const [calm, attention] of [
      ['trayTemplate@2x.png', 'trayAttentionTemplate@2x.png'],
      ['tray@2x.png', 'trayAttention@2x.png'],
    ] as const) {
      const alphas = (name: string) => pixels(image(name)).map(([, , , alpha]) => (alpha ?? 0) > 127);
      const other = alphas(attention);
      expect(alphas(calm).filter((one, n) => one !== other[n]).length).toBeGreaterThan(40);
    }
  });

  it.each(['tray.ico', 'trayAttention.ico'])('%s has a bitmap for each scale of Windows', (name) => {
    const file = readFileSync(join(folder, name));
    expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 6]);
    const sizes = Array.from({ length: 6 }, (_one, n) => {
      const entry = 6 + 16 * n;
      const [length, at] = [file.readUInt32LE(entry + 8), file.readUInt32LE(entry + 12)];
      expect(at + length).toBeLessThanOrEqual(file.length);
      expect([file.readUInt32LE(at), file.readUInt16LE(at + 14)]).toEqual([40, 32]);
      expect(file.readInt32LE(at + 8)).toBe(2 * file.readInt32LE(at + 4));
      return file[entry];
    });
    expect(sizes).toEqual([16, 20, 24, 32, 40, 48]);
  });

  it('stores a bitmap in an icon file upside down, blue first', () => {
    const file = icoOf([
      { size: 2, rgba: Uint8Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16]) },
    ]);
    expect([...file.subarray(22 + 40, 22 + 40 + 16)]).toEqual([
      11, 10, 9, 12, 15, 14, 13, 16, 3, 2, 1, 4, 7, 6, 5, 8,
    ]);
  });
});
