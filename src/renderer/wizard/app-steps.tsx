import { ExternalLink } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import type { ServiceJobs } from '../../shared/contract/service.ts';
import type { TokenProfile } from '../../shared/contract/tokens.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { ClientIdField } from '../ui/client-id-field.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import { JobFields, readJob } from '../ui/job-fields.tsx';
import { pageShared } from '../ui/page-words.ts';
import { OrgFacts } from './org-step.tsx';
import { proposedName } from './proposed-name.ts';
import { StepFrame } from './step-frame.tsx';
import { appKept, failed, goTo, idle, useWizard, working } from './wizard-store.ts';
import { words } from './words.ts';

/** What the app's steps show of the kept app. The feature of apps makes it. */
export interface AppShown {
  /** The Client ID that was given, or empty. */
  readonly clientId: string;
  readonly accepted: boolean;
  /** The steps in the Admin Console, with the public key. */
  readonly guide: ReactNode;
  /** The result of the newest test, or nothing. */
  readonly result: ReactNode;
}

interface StepProps {
  readonly onCancel: () => void;
}

/** Shows the second step of an app: asks for its name and its job, and lets main keep it with a new key. */
export function JobStep({ onCancel }: StepProps) {
  const { draftId, org, busy } = useWizard();
  const [jobs, setJobs] = useState<ServiceJobs | null>(null);
  useEffect(() => {
    void bridge.service.jobs().then((answer) => (answer.ok ? setJobs(answer.value) : failed(answer.error)));
  }, []);
  const keep = async (form: HTMLFormElement) => {
    if (draftId === null || jobs === null || busy) return;
    const label = String(new FormData(form).get('label') ?? '').trim();
    if (label === '') {
      return failed({
        code: 'bad-request',
        sentence: words.appSteps.labelEmpty,
        remedy: words.appSteps.giveName,
        smallPrint: '',
      });
    }
    const profile: TokenProfile = {
      label,
      purpose: '',
      environment: org?.environment ?? 'production',
      tags: [],
      consumers: [],
      rotateEveryDays: 90,
    };
    working();
    const kept = await bridge.service.add({ draftId, profile, job: readJob(form, jobs) });
    if (kept.ok) return appKept(kept.value.id);
    idle();
    failed(kept.error);
  };
  return (
    <StepFrame
      heading={words.steps.job}
      lead={words.appSteps.nameAndJob}
      onCancel={onCancel}
      onBack={() => goTo('org')}
      onSubmit={(form) => void keep(form)}
      forward={
        <Button kind="primary" type="submit" disabled={busy || jobs === null} aria-busy={busy}>
          {busy ? words.appSteps.makingKey : words.appSteps.makeKey}
        </Button>
      }
    >
      <OrgFacts />
      <Field
        label={words.appSteps.label}
        name="label"
        aria-required
        maxLength={120}
        defaultValue={proposedName('app', org?.environment ?? '', Date.now())}
      />
      {jobs !== null && <JobFields jobs={jobs} before={null} />}
    </StepFrame>
  );
}

/** Shows the third step of an app: leads through making it in the Admin Console. */
export function MakeStep({ onCancel, app }: StepProps & { readonly app: AppShown }) {
  const appId = useWizard((state) => state.appId);
  const open = async () => {
    if (appId === null) return;
    const opened = await bridge.service.openConsole({ appId });
    failed(opened.ok ? null : opened.error);
  };
  return (
    <StepFrame
      heading={words.steps.make}
      lead={words.appSteps.followSteps}
      onCancel={onCancel}
      onSubmit={() => goTo('try')}
      forward={
        <Button kind="primary" type="submit">
          {pageShared.continue}
        </Button>
      }
    >
      <div>
        <Button onClick={() => void open()}>
          <Icon of={ExternalLink} />
          {pageShared.openAdminConsole}
        </Button>
      </div>
      {app.guide}
    </StepFrame>
  );
}

/** Shows the last step of an app: asks for its Client ID and tests it. */
export function TryStep({
  onCancel,
  app,
  onDone,
}: StepProps & { readonly app: AppShown; readonly onDone: () => void }) {
  const { appId, busy } = useWizard();
  const test = async (form: HTMLFormElement) => {
    if (appId === null || busy) return;
    const clientId = String(new FormData(form).get('clientId') ?? '').trim();
    working();
    const kept =
      clientId === app.clientId && clientId !== ''
        ? null
        : await bridge.service.setClient({ appId, clientId });
    const tested = kept !== null && !kept.ok ? kept : await bridge.service.test({ appId });
    idle();
    if (!tested.ok) failed(tested.error);
  };
  return (
    <StepFrame
      heading={words.steps.try}
      lead={words.appSteps.giveClientId}
      onCancel={onCancel}
      onBack={() => goTo('make')}
      onSubmit={(form) => void test(form)}
      forward={
        <>
          {!app.accepted && (
            <Button onClick={onDone} disabled={busy}>
              {words.appSteps.finishLater}
            </Button>
          )}
          <Button kind={app.accepted ? 'plain' : 'primary'} type="submit" disabled={busy} aria-busy={busy}>
            {busy ? words.appSteps.testing : words.appSteps.testTheApp}
          </Button>
          {app.accepted && (
            <Button kind="primary" onClick={onDone} disabled={busy}>
              {words.appSteps.done}
            </Button>
          )}
        </>
      }
    >
      <ClientIdField clientId={app.clientId} autoFocus />
      {app.result}
    </StepFrame>
  );
}
