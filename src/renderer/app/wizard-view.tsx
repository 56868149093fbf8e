import { useEffect, useState } from 'react';
import { bridge } from '../bridge.ts';
import { AppGuide } from '../service/app-guide.tsx';
import { useApps } from '../service/apps-store.ts';
import { ServiceResult } from '../service/service-result.tsx';
import { began, forgotten, useTesting } from '../testing/testing-store.ts';
import { selectToken, useTokens } from '../tokens/tokens-store.ts';
import { PasscodeDialog } from '../ui/passcode-dialog.tsx';
import { CurtainOffer } from '../vault/curtain.tsx';
import { useVault } from '../vault/vault-store.ts';
import type { AppShown } from '../wizard/app-steps.tsx';
import { Wizard } from '../wizard/wizard.tsx';
import { failed, testBegan, useWizard } from '../wizard/wizard-store.ts';
import { draftDiagnosis } from './diagnoses.tsx';
import { closeWizard, show, type WizardFor } from './view-store.ts';

/** Shows the wizard over the app. At the end it shows the page of the token. */
export function WizardView({ tokenId, orgId, findingId }: WizardFor) {
  const orgs = useTokens((state) => state.orgs);
  const keptIn = useVault((state) => state.status?.keptIn ?? null);
  const first = useTokens((state) => state.tokens.length === 0);
  const draftId = useWizard((state) => state.draftId);
  const test = useTesting((state) => (draftId === null ? null : (state.tests[draftId] ?? null)));
  useEffect(() => {
    if (draftId !== null) return () => forgotten(draftId);
  }, [draftId]);
  const apps = useApps((state) => state.apps);
  const appShown = (appId: string): AppShown => {
    const app = apps.find(({ id }) => id === appId);
    return {
      clientId: app?.clientId ?? '',
      accepted: app?.lastTest?.outcome.kind === 'accepted',
      guide: app?.plan != null && <AppGuide plan={app.plan} app={app} />,
      result: app?.lastTest != null && <ServiceResult test={app.lastTest} ofToken={false} />,
    };
  };
  // The dialog of the passcode has its own form, so it is outside the form of the wizard.
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <Wizard
        tokenId={tokenId}
        orgId={orgId}
        findingId={findingId}
        orgs={orgs}
        keptIn={keptIn}
        saveFoot={first && <CurtainOffer onChoose={() => setChoosing(true)} />}
        test={test}
        onTest={testDraft}
        diagnose={draftDiagnosis}
        app={appShown}
        onAppKept={appKept}
        onClose={closeWizard}
        onSaved={(token) => {
          selectToken(token.id);
          closeWizard();
          // After a token from a file was added, the page of files comes next.
          if (findingId === null) show('tokens');
        }}
      />
      {choosing && <PasscodeDialog change="choose" onClose={() => setChoosing(false)} />}
    </>
  );
}

/** Shows the page of the app that the wizard kept. */
function appKept(appId: string): void {
  selectToken(appId);
  closeWizard();
  show('tokens');
}

/** Tests the draft's value. It drops the result of an earlier value. */
async function testDraft(draftId: string): Promise<void> {
  forgotten(draftId);
  testBegan();
  const started = await bridge.wizard.test({ draftId });
  if (started.ok) began(draftId, started.value.jobId);
  else failed(started.error);
}
