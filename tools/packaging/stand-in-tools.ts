import { spawnSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyTool } from './stand-in.ts';

const has = (command: string): string | null => {
  const found = spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command], { encoding: 'utf8' }).stdout.trim();
  return found === '' ? null : found;
};

/**
 * Makes electron-builder use this computer's tools instead of its downloads, through its own variables (app-builder-lib, toolsets/linux).
 * Returns the targets that these tools can make, and what cannot be checked. dpkg-deb makes the .deb from exactly what electron-builder
 * passes to fpm. mksquashfs makes the AppImage, with a few bytes as its runtime.
 */
export async function linuxTools(
  folder: string,
  calls: string,
): Promise<{ targets: string[]; notReached: string[] }> {
  const targets: string[] = [];
  const notReached: string[] = [];
  await mkdir(calls, { recursive: true });
  if (process.platform === 'linux' && has('dpkg-deb') !== null) {
    const fpm = join(folder, 'fpm');
    await copyTool(join(import.meta.dirname, 'fpm-by-dpkg.mjs'), fpm);
    process.env.CUSTOM_FPM_PATH = fpm;
    targets.push('deb');
  } else {
    notReached.push('linux: the .deb (dpkg-deb is not installed)');
  }
  notReached.push("linux: the .rpm (fpm, electron-builder's download, calls rpmbuild)");
  const mksquashfs = has('mksquashfs');
  if (process.platform === 'linux' && mksquashfs !== null) {
    const tools = join(folder, 'appimage');
    await mkdir(join(tools, 'runtimes'), { recursive: true });
    await mkdir(join(tools, 'lib/x64'), { recursive: true });
    await symlink(mksquashfs, join(tools, 'mksquashfs'));
    await writeFile(join(tools, 'desktop-file-validate'), '');
    await writeFile(join(tools, 'runtimes/runtime-x64'), '\x7fELF a stand-in');
    process.env.APPIMAGE_TOOLS_PATH = tools;
    targets.push('AppImage');
    notReached.push("linux: a start of the AppImage (its runtime is electron-builder's download)");
  } else {
    notReached.push('linux: the AppImage (mksquashfs is not installed)');
  }
  return { targets: targets.length === 0 ? ['dir'] : targets, notReached };
}
