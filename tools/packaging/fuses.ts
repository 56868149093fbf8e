import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/**
 * What each of Electron's fuses is set to in a release (Electron, docs/tutorial/fuses.md). docs/threat-model.md says what is promised by
 * them. A fuse that Electron adds and that does not stand here makes packaging fail.
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
  // Electron's own default: V8 lets the system catch what a WebAssembly module reads outside its memory. Argon2id is such a module.
  [FuseV1Options.WasmTrapHandlers]: true,
} as const satisfies Record<FuseV1Options, boolean>;

/**
 * Returns where Electron's own program is in the packed folder of a system (`process.platform`'s names). On Linux it stands behind the
 * launcher of resources/linux/keyturn.sh.
 */
export function programIn(folder: string, platform: string): string {
  if (platform === 'darwin') return join(folder, 'Keyturn.app');
  return join(folder, platform === 'win32' ? 'Keyturn.exe' : 'keyturn-bin');
}

/** Sets the fuses of a release in Electron's program. Throws where the program has other fuses than the table above. */
export async function setReleaseFuses(program: string): Promise<void> {
  await flipFuses(program, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...releaseFuses,
  });
}

/**
 * Lets Node's inspector be switched on in a program that is only for tests: Playwright drives Electron's main process by it. Signs it
 * again ad hoc on macOS, where a changed program does not start otherwise.
 */
export async function allowInspector(program: string, platform: string): Promise<void> {
  await flipFuses(program, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: platform === 'darwin',
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/** Reads the fuses back from a program and returns one line for each that is not as in a release; none when all are. */
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
