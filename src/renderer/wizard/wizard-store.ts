import { create } from 'zustand';
import type { OrgIdentity } from '../../shared/contract/orgs.ts';
import type { TokenProfile } from '../../shared/contract/tokens.ts';
import type { Capture } from '../../shared/contract/wizard.ts';
import type { Failure } from '../bridge.ts';

export const steps = ['org', 'create', 'capture', 'test', 'save'] as const;
export type Step = (typeof steps)[number];

interface WizardState {
  readonly draftId: string | null;
  readonly step: Step;
  /** What stands in the Org URL field; kept so that Back loses nothing. */
  readonly orgInput: string;
  readonly org: OrgIdentity | null;
  readonly tokenName: string;
  readonly capture: Capture | null;
  /** Several pasted values of which the person says which one is meant. */
  readonly choices: Capture['choices'];
  /** The capture that was tested last, by its fingerprint: another value is tested anew. */
  readonly tested: string | null;
  readonly profile: TokenProfile | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const start: WizardState = {
  draftId: null,
  step: 'org',
  orgInput: '',
  org: null,
  tokenName: '',
  capture: null,
  choices: [],
  tested: null,
  profile: null,
  busy: false,
  failure: null,
};

/** The wizard as far as a person may see it: the value itself is in main only. */
export const useWizard = create<WizardState>(() => start);

export const resetWizard = () => useWizard.setState(start, true);

/** Goes to a step; what went wrong on the last one is over then. */
export const goTo = (step: Step) => useWizard.setState({ step, failure: null });
