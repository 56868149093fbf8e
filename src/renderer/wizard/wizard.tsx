import { Check } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Org } from '../../shared/contract/orgs.ts';
import type { TestRecord } from '../../shared/contract/testing.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import type { KeptIn } from '../../shared/contract/vault-status.ts';
import { bridge } from '../bridge.ts';
import { Confirm, Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import { type AppShown, JobStep, MakeStep, TryStep } from './app-steps.tsx';
import { CaptureStep } from './capture-step.tsx';
import { CreateStep } from './create-step.tsx';
import { OrgStep } from './org-step.tsx';
import { SaveStep } from './save-step.tsx';
import { type DraftTest, TestStep } from './test-step.tsx';
import styles from './wizard.module.css';
import { draftBegan, failed, resetWizard, type Step, stepsOf, useWizard } from './wizard-store.ts';
import { words } from './words.ts';

interface WizardProps {
  /** A kept token to paste again, or null for a new one. */
  readonly tokenId: string | null;
  /** An org that is known already, or null to ask for one. */
  readonly orgId: string | null;
  /** A token that lies in a file, or null. */
  readonly findingId: string | null;
  readonly orgs: readonly Org[];
  readonly keptIn: KeptIn | null;
  /** The newest test of the draft, or null when there is none. */
  readonly test: DraftTest | null;
  /** Begins a test of the draft. */
  readonly onTest: (draftId: string) => Promise<void>;
  /** Shows why a draft's test failed. `leave` asks whether to end the wizard. */
  readonly diagnose: (draftId: string, record: TestRecord, leave: () => void) => ReactNode;
  /** Returns what is shown of the app that the wizard keeps. */
  readonly app: (appId: string) => AppShown;
  /** Stands below the fields of the last step. */
  readonly saveFoot: ReactNode;
  readonly onClose: () => void;
  readonly onSaved: (token: Token) => void;
  /** Is told the id of a kept app when its steps end. */
  readonly onAppKept: (appId: string) => void;
}

/** One field of a request, where it is given. */
const given = (id: string | null, name: string): Record<string, string> =>
  id === null ? {} : { [name]: id };

/**
 * Shows "Add token" in five steps, or "Add OAuth app" in four. Each step is one decision. A token is saved by the last step. An app is kept
 * before its public key goes into Okta, because its private key is nowhere else.
 */
export function Wizard(props: WizardProps) {
  const {
    tokenId,
    orgId,
    findingId,
    orgs,
    keptIn,
    test,
    onTest,
    diagnose,
    saveFoot,
    onClose,
    onSaved,
    onAppKept,
  } = props;
  const { step, kind, draftId, appId, failure } = useWizard();
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    resetWizard();
    let draft: string | null = null;
    let gone = false;
    void bridge.wizard
      .begin({ ...given(tokenId, 'tokenId'), ...given(orgId, 'orgId'), ...given(findingId, 'findingId') })
      .then((begun) => {
        if (!begun.ok) return failed(begun.error);
        draft = begun.value.draftId;
        if (gone) return void bridge.wizard.discard({ draftId: draft });
        draftBegan(begun.value);
      });
    return () => {
      gone = true;
      // The next wizard must not begin with the step of this one.
      resetWizard();
      // Saving discards the draft, too. A second discard does nothing.
      if (draft !== null) void bridge.wizard.discard({ draftId: draft });
    };
  }, [tokenId, orgId, findingId]);

  const leave = useCallback(() => {
    const { orgInput, org, capture, appId: kept } = useWizard.getState();
    if (kept !== null) onAppKept(kept);
    else if (orgInput.trim() === '' && org === null && capture === null) onClose();
    else setAsking(true);
  }, [onClose, onAppKept]);

  const steps: readonly Step[] = stepsOf[kind];
  const name = kind === 'app' ? words.wizard.addApp : shared.addToken;
  const app = appId === null ? null : props.app(appId);
  const at = steps.indexOf(step);
  return (
    <Dialog name={name} className={styles.wizard} onClose={leave}>
      <ol className={styles.steps} aria-label={words.wizard.steps}>
        <li className={styles.stepsHead} aria-hidden="true">
          {name}
        </li>
        {steps.map((one, n) => (
          <li
            key={one}
            className={
              n === at
                ? `${styles.step} ${styles.now}`
                : n < at
                  ? `${styles.step} ${styles.done}`
                  : styles.step
            }
            aria-current={n === at ? 'step' : undefined}
          >
            <i aria-hidden="true">{n < at ? <Icon of={Check} /> : n + 1}</i>
            {words.steps[one]}
            {n < at && <span className={typography.hidden}>{words.wizard.done}</span>}
          </li>
        ))}
      </ol>
      <div className={styles.wizardMain}>
        {draftId === null ? (
          <div className={styles.wizardBody} aria-busy={failure === null} />
        ) : (
          <>
            {step === 'org' && <OrgStep orgs={orgs} onCancel={leave} />}
            {step === 'create' && <CreateStep onCancel={leave} />}
            {step === 'capture' && <CaptureStep onCancel={leave} mayGoBack={tokenId === null} />}
            {step === 'test' && <TestStep test={test} onTest={onTest} onCancel={leave} diagnose={diagnose} />}
            {step === 'job' && <JobStep onCancel={leave} />}
            {step === 'make' && app !== null && <MakeStep onCancel={leave} app={app} />}
            {step === 'try' && app !== null && appId !== null && (
              <TryStep onCancel={leave} app={app} onDone={() => onAppKept(appId)} />
            )}
            {step === 'save' && (
              <SaveStep
                record={test?.record ?? null}
                keptIn={keptIn}
                foot={saveFoot}
                onCancel={leave}
                onSaved={onSaved}
              />
            )}
          </>
        )}
      </div>
      {asking && (
        <Confirm
          name={words.wizard.leaveWithoutSaving}
          act={words.wizard.discard}
          keep={words.wizard.keepGoing}
          onKeep={() => setAsking(false)}
          onAct={() => {
            // The question closes first: focus can go back only to what no dialog covers.
            flushSync(() => setAsking(false));
            onClose();
          }}
        >
          <p>{words.wizard.whatLeavingDoes}</p>
        </Confirm>
      )}
    </Dialog>
  );
}
