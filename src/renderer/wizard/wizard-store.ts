import { create } from 'zustand';
import type { OrgIdentity } from '../../shared/contract/orgs.ts';
import type { TokenProfile } from '../../shared/contract/tokens.ts';
import type { Capture } from '../../shared/contract/wizard.ts';
import type { Failure } from '../bridge.ts';

/** The steps of the wizard in their order, by what is added. */
export const stepsOf = {
  token: ['org', 'create', 'capture', 'test', 'save'],
  app: ['org', 'job', 'make', 'try'],
} as const;
/** What the wizard adds: an API token or an OAuth service app. */
export type Kind = keyof typeof stepsOf;
/** The name of a step. */
export type Step = (typeof stepsOf)[Kind][number];

interface WizardState {
  readonly draftId: string | null;
  readonly kind: Kind;
  /** The app that the wizard has kept, or null. It is kept before its key goes into Okta, so that a crash loses nothing. */
  readonly appId: string | null;
  readonly step: Step;
  /** The text of the Org URL field. It is kept, so that Back loses nothing. */
  readonly orgInput: string;
  readonly org: OrgIdentity | null;
  /** Where the token lies that is to be taken in, or null when one is to be pasted. */
  readonly foundIn: string | null;
  readonly tokenName: string;
  readonly capture: Capture | null;
  /** The pasted values, when there are several. The person chooses one. */
  readonly choices: Capture['choices'];
  /** The fingerprint of the capture that was tested last. Another value is tested anew. */
  readonly tested: string | null;
  readonly profile: TokenProfile | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
}

const start: WizardState = {
  draftId: null,
  kind: 'token',
  appId: null,
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

/** Holds what a person may see of the wizard. Only main has the value. */
export const useWizard = create<WizardState>(() => start);

/** Forgets everything of the wizard. */
export const resetWizard = () => useWizard.setState(start, true);

/** Goes to a step. The failure of the step before is no longer shown. */
export const goTo = (step: Step) => useWizard.setState({ step, failure: null });

/** Chooses what the wizard adds. */
export const adds = (kind: Kind) => useWizard.setState({ kind, failure: null });

/** Takes the app that main keeps now, and goes on to making it in Okta. */
export const appKept = (appId: string) =>
  useWizard.setState({ appId, step: 'make', busy: false, failure: null });

/** Says that a call of the wizard runs now. */
export const working = () => useWizard.setState({ busy: true, failure: null });

/** Shows a failure in the wizard, or none. */
export const failed = (failure: Failure | null) => useWizard.setState({ failure });

/** Takes the draft that main has begun. A draft for a known org begins at the capture. */
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

/** Keeps the text of the Org URL field. */
export const orgTyped = (orgInput: string) => useWizard.setState({ orgInput, failure: null });

/** Says that Okta is asked about an org now. */
export const orgAsked = (orgInput: string) => useWizard.setState({ busy: true, failure: null, orgInput });

/** Takes the org that has answered. Another org needs another token, so the capture for the first one is forgotten here and wiped in main. */
export const orgFound = (org: OrgIdentity) =>
  useWizard.setState(({ org: before }) => ({
    org,
    ...(before?.origin === org.origin ? {} : { capture: null, choices: [], tested: null }),
  }));

/** Says that no call of the wizard runs any more. */
export const idle = () => useWizard.setState({ busy: false });

/** Keeps the token's name for the Admin Console. */
export const named = (tokenName: string) => useWizard.setState({ tokenName });

/** Takes a captured token. The failure of an earlier one is no longer shown. */
export const captured = (capture: Capture) => useWizard.setState({ capture, choices: [], failure: null });

/** Shows why a pasted text is no token. An earlier capture stays. */
export const refused = (failure: Failure) => useWizard.setState({ choices: [], failure });

/** Takes several pasted values. The person has to choose one. */
export const mustChoose = (choices: Capture['choices']) => useWizard.setState({ failure: null, choices });

/** Notes that the captured token is tested. It is not tested by itself again. */
export const testBegan = () =>
  useWizard.setState(({ capture }) => ({ tested: capture?.fingerprint ?? null, failure: null }));

/** Keeps the profile that was filled in. Back loses nothing of it. */
export const profiled = (profile: TokenProfile) => useWizard.setState({ profile });

/** Says that the token is being saved. */
export const saving = (profile: TokenProfile) => useWizard.setState({ busy: true, failure: null, profile });
