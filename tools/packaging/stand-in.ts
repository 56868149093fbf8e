import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { FuseV1Options } from '@electron/fuses';

/** The marker that @electron/fuses searches for in a program (electron, docs/tutorial/fuses.md, "Flipping fuses"). */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** Returns the fuse wire of Electron's program before packaging: schema 1, one "1" for each known fuse. */
export function freshWire(): Buffer {
  const count = Object.values(FuseV1Options).filter((value) => typeof value === 'number').length;
  return Buffer.concat([Buffer.from(sentinel), Buffer.from([1, count]), Buffer.from('1'.repeat(count))]);
}

async function put(file: string, content: string | Buffer, mode = 0o644): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, content);
  await chmod(file, mode);
}

const besideProgram = [
  'LICENSE',
  'LICENSES.chromium.html',
  'locales/en-US.pak',
  'resources.pak',
  'icudtl.dat',
];

/**
 * Creates a stand-in folder for a system's unpacked Electron (`process.platform`'s names), with everything that electron-builder reads:
 * names, property lists and a fuse wire. Nothing in it runs.
 */
export async function layOutStandIn(folder: string, platform: string): Promise<void> {
  if (platform === 'darwin') return await layOutMac(folder);
  for (const name of besideProgram) await put(join(folder, name), name);
  if (platform === 'win32') {
    // electron-builder reads and writes its resources, so it must be a real program for Windows; a small one comes with electron-builder.
    const known = createRequire(import.meta.url).resolve('electron-winstaller/package.json');
    const program = await readFile(join(dirname(known), 'vendor/Setup.exe'));
    await put(join(folder, 'electron.exe'), Buffer.concat([program, freshWire()]));
    return;
  }
  await put(join(folder, 'electron'), Buffer.concat([Buffer.from('stand-in'), freshWire()]), 0o755);
  await put(join(folder, 'chrome-sandbox'), 'stand-in', 0o755);
  await put(join(folder, 'chrome_crashpad_handler'), 'stand-in', 0o755);
}

const plist = (values: Record<string, string>): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n' +
  `<plist version="1.0"><dict>${Object.entries(values)
    .map(([key, value]) => `<key>${key}</key><string>${value}</string>`)
    .join('')}</dict></plist>\n`;

async function layOutMac(folder: string): Promise<void> {
  for (const name of ['LICENSE', 'LICENSES.chromium.html']) await put(join(folder, name), name);
  const contents = join(folder, 'Electron.app/Contents');
  const app = (at: string, name: string, id: string): Promise<void> =>
    put(
      join(at, 'Info.plist'),
      plist({
        CFBundleExecutable: name,
        CFBundleName: name,
        CFBundleDisplayName: name,
        CFBundleIdentifier: id,
        CFBundlePackageType: 'APPL',
      }),
    );
  await app(contents, 'Electron', 'com.github.Electron');
  await put(join(contents, 'MacOS/Electron'), 'stand-in', 0o755);
  await put(join(contents, 'Resources/electron.icns'), 'icns');
  const framework = join(contents, 'Frameworks/Electron Framework.framework/Electron Framework');
  await put(framework, freshWire(), 0o755);
  await put(join(dirname(framework), 'Resources/en.lproj/locale.pak'), 'en');
  for (const kind of ['', ' (Renderer)', ' (GPU)', ' (Plugin)']) {
    const name = `Electron Helper${kind}`;
    const helper = join(contents, `Frameworks/${name}.app/Contents`);
    await app(helper, name, 'com.github.Electron.helper');
    await put(join(helper, `MacOS/${name}`), 'stand-in', 0o755);
  }
}

/** Copies a tool into a folder under another name and makes it executable. */
export async function copyTool(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await copyFile(from, to);
  await chmod(to, 0o755);
}
