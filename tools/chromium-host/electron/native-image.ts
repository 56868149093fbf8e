import { only } from '../not-here.ts';

const image = (known: object) => only('NativeImage', known);

/** Electron's `nativeImage` (docs/api/native-image.md): the source of an image, not its pixels. */
export const nativeImage = only('nativeImage', {
  createEmpty: () => image({ isEmpty: () => true, path: '' }),
  createFromPath: (path: string) => image({ isEmpty: () => false, path }),
  createFromBuffer: (buffer: Buffer) => image({ isEmpty: () => buffer.length === 0, toPNG: () => buffer }),
});
