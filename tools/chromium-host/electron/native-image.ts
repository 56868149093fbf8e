import { only } from '../not-here.ts';

/** Electron's `nativeImage` (docs/api/native-image.md): where an image comes from, not its pixels. */
export const nativeImage = only('nativeImage', {
  createEmpty: () => ({ isEmpty: () => true, path: '' }),
  createFromPath: (path: string) => ({ isEmpty: () => false, path }),
  createFromBuffer: (buffer: Buffer) => ({ isEmpty: () => buffer.length === 0, toPNG: () => buffer }),
});
