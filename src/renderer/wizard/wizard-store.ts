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
  /** Where the token lies that is to be taken in, or null when one is to be pasted. */
  readonly foundIn: string | null;
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
  foundIn: null,
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

/** The wizard has failed at something, and says so; null when that is over. */
export const failed = (failure: Failure | null) => useWizard.setState({ failure });

/** Main has begun the draft; one for a known org begins at the capture. */
export const draftBegan = ({
  draftId,
  org,
  profile,
  found,
}: Pick<WizardState, 'org' | 'profile'> & {
  readonly draftId: string;
  readonly found: { readonly where: string; readonly org: string | null } | null;
}) =>
  useWizard.setState({
    draftId,
    org,
    profile,
    foundIn: found?.where ?? null,
    orgInput: found?.org ?? '',
    ...(org === null ? {} : { orgInput: org.host, step: 'capture' }),
  });

/** The Org URL field was changed. */
export const orgTyped = (orgInput: string) => useWizard.setState({ orgInput, failure: null });

/** Okta is being asked about an org. */
export const orgAsked = (orgInput: string) => useWizard.setState({ busy: true, failure: null, orgInput });

/** The org has answered. Another org means another token: what was captured for the first is wiped in main. */
export const orgFound = (org: OrgIdentity) =>
  useWizard.setState(({ org: before }) => ({
    org,
    ...(before?.origin === org.origin ? {} : { capture: null, choices: [], tested: null }),
  }));

/** What was begun has ended. */
export const idle = () => useWizard.setState({ busy: false });

/** The token got a name for the Admin Console. */
export const named = (tokenName: string) => useWizard.setState({ tokenName });

/** A token was captured; what was said of an earlier one is over. */
export const captured = (capture: Capture) => useWizard.setState({ capture, choices: [], failure: null });

/** What was pasted is no token. An earlier capture stays. */
export const refused = (failure: Failure) => useWizard.setState({ choices: [], failure });

/** Several values were pasted, and the person has to choose. */
export const mustChoose = (choices: Capture['choices']) => useWizard.setState({ failure: null, choices });

/** The captured token is being tested, so it is not tested by itself again. */
export const testBegan = () =>
  useWizard.setState(({ capture }) => ({ tested: capture?.fingerprint ?? null, failure: null }));

/** The profile was filled in; Back loses nothing of it. */
export const profiled = (profile: TokenProfile) => useWizard.setState({ profile });

/** The token is being saved. */
export const saving = (profile: TokenProfile) => useWizard.setState({ busy: true, failure: null, profile });
