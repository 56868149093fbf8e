/**
 * How a package is signed, from the environment that builds it. A release (KEYTURN_RELEASE=1) is signed and notarised, or not built;
 * any other build is signed ad hoc on macOS and not at all on Windows. The names are electron-builder's (docs: code-signing-mac,
 * code-signing-win, notarize).
 */
type Environment = Readonly<Record<string, string | undefined>>;

export interface Signing {
  /** electron-builder's settings. */
  readonly config: Readonly<Record<string, unknown>>;
  /** How the build is signed, for whoever builds. */
  readonly sentence: string;
}

const missing = (env: Environment, names: readonly string[]): string[] =>
  names.filter((name) => (env[name] ?? '') === '');

const isRelease = (env: Environment): boolean => env.KEYTURN_RELEASE === '1';

const macNames = ['CSC_LINK', 'CSC_KEY_PASSWORD', 'APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'];

/**
 * Returns electron-builder's `mac` settings for signing. Flipping fuses changes the program, so it is always signed again: an arm64 Mac
 * starts no program without a valid signature. Throws where a release lacks a Developer ID certificate or the key for notarisation.
 */
export function macSigning(env: Environment): Signing {
  const absent = missing(env, macNames);
  if (absent.length === 0) {
    return {
      config: {
        notarize: true,
        entitlements: 'resources/entitlements.mac.plist',
        entitlementsInherit: 'resources/entitlements.mac.plist',
      },
      sentence: 'macOS: signed with the Developer ID certificate and notarised.',
    };
  }
  if (isRelease(env)) {
    throw new Error(
      `macOS: a release is signed and notarised, and ${absent.join(', ')} is not set. Set it, or build without KEYTURN_RELEASE.`,
    );
  }
  return {
    config: {
      identity: '-',
      notarize: false,
      // Under hardened runtime a program signed ad hoc loads a library only if libraries are not checked: they have no team in common.
      entitlements: 'resources/entitlements.mac.adhoc.plist',
      entitlementsInherit: 'resources/entitlements.mac.adhoc.plist',
    },
    sentence: `macOS: signed ad hoc, for this computer only (${absent.join(', ')} is not set).`,
  };
}

/**
 * Returns electron-builder's `win` settings for signing. Throws where a release has no certificate.
 */
export function winSigning(env: Environment): Signing {
  const absent = missing(env, ['WIN_CSC_LINK', 'WIN_CSC_KEY_PASSWORD']);
  if (absent.length === 0) {
    return { config: { forceCodeSigning: true }, sentence: 'Windows: signed with the given certificate.' };
  }
  if (isRelease(env)) {
    throw new Error(
      `Windows: a release is signed, and ${absent.join(', ')} is not set. Set it, or build without KEYTURN_RELEASE.`,
    );
  }
  return { config: {}, sentence: `Windows: not signed (${absent.join(', ')} is not set).` };
}
