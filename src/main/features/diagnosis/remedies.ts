import { clip } from '../../../shared/clip.ts';
import type { Remedy } from '../../../shared/contract/diagnosis.ts';
import { words } from './words.ts';

const remedy = (
  action: Remedy['action'],
  label: string,
  sentence: string,
  at: number | null = null,
): Remedy => ({
  action,
  label,
  sentence: clip(sentence, 400),
  at,
});

/** The remedies of the causes. Each one is a button with its purpose. */
export const remedies = {
  testAgain: (sentence = words.remedies.testAgain) =>
    remedy('test-again', words.remedies.testAgainButton, sentence),
  /** `at` is in milliseconds since 1970. */
  wait: (at: number) => remedy('wait-and-test', words.remedies.waitThenTest, words.remedies.canWait, at),
  paste: (sentence: string) => remedy('paste-again', words.remedies.pasteAgain, sentence),
  changeOrg: (sentence: string) => remedy('change-org', words.remedies.changeOrgUrl, sentence),
  tokensPage: (sentence: string) => remedy('open-tokens-page', words.remedies.openAdminConsole, sentence),
  ownerPage: (sentence: string) => remedy('open-owner-page', words.remedies.openOwner, sentence),
  network: (sentence: string) =>
    remedy('open-network-settings', words.remedies.openNetworkSettings, sentence),
  oktaStatus: (sentence: string) => remedy('open-okta-status', words.remedies.openOktaStatus, sentence),
  report: (sentence: string) => remedy('copy-report', words.remedies.copyReport, sentence),
} as const;
