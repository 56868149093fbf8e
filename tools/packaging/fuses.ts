import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * The value of each Electron fuse in a release (Electron, docs/tutorial/fuses.md). docs/threat-model.md says what they guarantee. A new
 * fuse of Electron that is missing here makes packaging fail.
 */
export const releaseFuses = {
  [FuseV1Options.RunAsNode]: false,
  [FuseV1Options.EnableCookieEncryption]: true,
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: false,
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
  [FuseV1Options.OnlyLoadAppFromAsar]: true,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
  // Electron's own default: V8 lets the system catch a WebAssembly module's reads outside its memory. Argon2id is such a module.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies Record<FuseV1Options, boolean>;

/**
 * Returns the path of Electron's own program in the packed folder of a system (`process.platform`'s names). On Linux the launcher
 * resources/linux/keyturn.sh starts it.
 */
export function programIn(folder: string, platform: string): string {
  if (platform === 'darwin') return join(folder, 'Keyturn.app');
  return join(folder, platform === 'win32' ? 'Keyturn.exe' : 'keyturn-bin');
}

/** Sets the fuses of a release in Electron's program. Throws when the program has other fuses than the table above. */
export async function setReleaseFuses(program: string): Promise<void> {
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...releaseFuses,
  });
}

/**
 * Enables Node's inspector in a program that is only for tests, because Playwright controls Electron's main process through it. On macOS it
 * signs the program ad hoc again, because a changed program would not start.
 */
export async function allowInspector(program: string, platform: string): Promise<void> {
  await flipFuses(program, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Reads the fuses of a program. Returns one line for each fuse that differs from a release. */
export async function wrongFuses(program: string): Promise<string[]> {
  const wire: Record<string, unknown> = { ...(await getCurrentFuseWire(program)) };
  const { version, ...states } = wire;
  const wrong =
    version === FuseVersion.V1 ? [] : [`the fuses are of schema ${version}, not ${FuseVersion.V1}`];
  for (const [fuse, wanted] of Object.entries(releaseFuses)) {
    const name = FuseV1Options[Number(fuse)];
    const state = states[fuse];
    if (state !== (wanted ? FuseState.ENABLE : FuseState.DISABLE)) {
      wrong.push(`${name} is ${sayState(state)}, not ${wanted ? 'on' : 'off'}`);
    }
    delete states[fuse];
  }
  for (const fuse of Object.keys(states)) wrong.push(`fuse ${fuse} is not known here`);
  return wrong;
}

function sayState(state: unknown): string {
  if (state === FuseState.ENABLE) return 'on';
  if (state === FuseState.DISABLE) return 'off';
  if (state === FuseState.REMOVED) return 'removed';
  return 'missing';
}
