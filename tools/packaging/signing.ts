/** How the packages of a system are signed. */
export type Signing =
  | { readonly kind: 'signed' }
  /**
   * Unsigned, for tests. On macOS the signature is ad hoc, because an unsigned program with changed fuses does not start on Apple silicon.
   */
  | { readonly kind: 'unsigned' }
  /** A release package was requested and cannot be made. Each entry says what is missing. */
  | { readonly kind: 'impossible'; readonly missing: readonly string[] };

type Env = Readonly<Record<string, string | undefined>>;

const set = (env: Env, name: string): boolean => (env[name] ?? '').trim() !== '';

/** The three ways to log in to Apple's notary service (electron-builder, out/mac/MacTargetHelper.js, getNotarizeOptions). */
const notaryKeys = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
] as const;

function missingForMac(env: Env): string[] {
  const missing: string[] = [];
  if (!set(env, 'CSC_LINK') && !set(env, 'CSC_NAME')) {
    missing.push(
      'a "Developer ID Application" certificate: CSC_LINK (the .p12 file, or its Base64) with CSC_KEY_PASSWORD, or CSC_NAME (its name in the keychain)',
    );
  } else if (set(env, 'CSC_LINK') && !set(env, 'CSC_KEY_PASSWORD')) {
    missing.push('CSC_KEY_PASSWORD, the password of the certificate in CSC_LINK');
  }
  if (!notaryKeys.some((names) => names.every((name) => set(env, name)))) {
    // When one way is partly configured, report what it still needs.
    const begun = notaryKeys.find((names) => names.some((name) => set(env, name)));
    missing.push(
      begun === undefined
        ? "a key for Apple's notary service: APPLE_API_KEY, APPLE_API_KEY_ID and APPLE_API_ISSUER (or APPLE_ID, APPLE_APP_SPECIFIC_PASSWORD and APPLE_TEAM_ID, or APPLE_KEYCHAIN_PROFILE)"
        : `for Apple's notary service: ${begun.filter((name) => !set(env, name)).join(' and ')}`,
    );
  }
  return missing;
}

function missingForWindows(env: Env): string[] {
  const link = set(env, 'WIN_CSC_LINK') || set(env, 'CSC_LINK');
  const password = set(env, 'WIN_CSC_KEY_PASSWORD') || set(env, 'CSC_KEY_PASSWORD');
  if (!link) {
    return [
      'a code signing certificate: WIN_CSC_LINK (the .pfx file, or its Base64) with WIN_CSC_KEY_PASSWORD',
    ];
  }
  return password ? [] : ['WIN_CSC_KEY_PASSWORD, the password of the certificate in WIN_CSC_LINK'];
}

/**
 * Returns how a system's packages (`process.platform`'s names) will be signed. They are unsigned only on explicit request: a missing
 * certificate is never a reason to skip signing. Linux packages have no signature of their own; the release has their checksums and
 * provenance (docs/packaging.md).
 */
export function planSigning(platform: string, env: Env, unsigned: boolean): Signing {
  if (unsigned || (platform !== 'darwin' && platform !== 'win32')) return { kind: 'unsigned' };
  const missing = platform === 'darwin' ? missingForMac(env) : missingForWindows(env);
  return missing.length === 0 ? { kind: 'signed' } : { kind: 'impossible', missing };
}
