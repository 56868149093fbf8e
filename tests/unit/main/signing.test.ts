import { describe, expect, it } from 'vitest';
import { macSigning, winSigning } from '../../../tools/packaging/signing.ts';

const apple = { APPLE_API_KEY: 'key.p8', APPLE_API_KEY_ID: 'ID', APPLE_API_ISSUER: 'issuer' };
const certificate = { CSC_LINK: 'certificate.p12', CSC_KEY_PASSWORD: 'x' };

describe('signing on macOS', () => {
  it('signs ad hoc where anything is missing, with the entitlement that hardened runtime then needs', () => {
    for (const env of [{}, apple, certificate, { ...apple, ...certificate, APPLE_API_ISSUER: '' }]) {
      const { config, sentence } = macSigning(env);
      expect(config).toMatchObject({
        identity: '-',
        notarize: false,
        entitlements: 'resources/entitlements.mac.adhoc.plist',
      });
      expect(sentence).toContain('ad hoc');
    }
  });

  it('signs with Developer ID and notarises where all is given, without the wide entitlement', () => {
    const { config } = macSigning({ ...apple, ...certificate, KEYTURN_RELEASE: '1' });
    expect(config).toEqual({
      notarize: true,
      entitlements: 'resources/entitlements.mac.plist',
      entitlementsInherit: 'resources/entitlements.mac.plist',
    });
  });

  it('builds no release unsigned, and names what is missing', () => {
    expect(() => macSigning({ ...certificate, KEYTURN_RELEASE: '1' })).toThrow(
      /APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER is not set/,
    );
  });
});

describe('signing on Windows', () => {
  it('demands a signature where a certificate is given, and of a release', () => {
    expect(winSigning({ WIN_CSC_LINK: 'x', WIN_CSC_KEY_PASSWORD: 'y' }).config).toEqual({
      forceCodeSigning: true,
    });
    expect(winSigning({}).sentence).toContain('not signed');
    expect(() => winSigning({ KEYTURN_RELEASE: '1' })).toThrow(
      /WIN_CSC_LINK, WIN_CSC_KEY_PASSWORD is not set/,
    );
  });
});
