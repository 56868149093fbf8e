import type { Remedy } from '../../../shared/contract/diagnosis.ts';

const remedy = (
  action: Remedy['action'],
  label: string,
  sentence: string,
  at: number | null = null,
): Remedy => ({
  action,
  label,
  sentence: sentence.slice(0, 400),
  at,
});

/** The actions a cause can end in, each one button with what it is for. */
export const remedies = {
  testAgain: (sentence = 'Test again.') => remedy('test-again', 'Test again', sentence),
  /** `at` is in milliseconds since 1970. */
  wait: (at: number) =>
    remedy(
      'wait-and-test',
      'Wait, then test',
      'Keyturn can wait for the limit to free up and test by itself.',
      at,
    ),
  paste: (sentence: string) => remedy('paste-again', 'Paste it again', sentence),
  changeOrg: (sentence: string) => remedy('change-org', 'Change the Org URL', sentence),
  tokensPage: (sentence: string) => remedy('open-tokens-page', 'Open Admin Console', sentence),
  ownerPage: (sentence: string) => remedy('open-owner-page', 'Open the owner in Okta', sentence),
  network: (sentence: string) => remedy('open-network-settings', 'Open proxy and certificates', sentence),
  oktaStatus: (sentence: string) => remedy('open-okta-status', 'Open status.okta.com', sentence),
  report: (sentence: string) => remedy('copy-report', 'Copy report', sentence),
} as const;
