import { Check } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Org } from '../../shared/contract/orgs.ts';
import type { TestRecord } from '../../shared/contract/testing.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import type { KeptIn } from '../../shared/contract/vault.ts';
import { bridge } from '../bridge.ts';
import { Confirm, Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import { CaptureStep } from './capture-step.tsx';
import { CreateStep } from './create-step.tsx';
import { noTest, useDraftTest } from './draft-test.ts';
import { OrgStep } from './org-step.tsx';
import { SaveStep } from './save-step.tsx';
import { TestStep } from './test-step.tsx';
import { resetWizard, steps, useWizard } from './wizard-store.ts';

interface WizardProps {
  /** A kept token to paste again, or null for a new one. */
  readonly tokenId: string | null;
  /** An org that is known already, or null to ask for one. */
  readonly orgId: string | null;
  readonly orgs: readonly Org[];
  readonly keptIn: KeptIn | null;
  /** Why a draft's test failed; `leave` asks whether to end the wizard. */
  readonly diagnose: (draftId: string, record: TestRecord, leave: () => void) => ReactNode;
  /** What the last step says below its fields, or nothing. */
  readonly saveFoot: ReactNode;
  readonly onClose: () => void;
  readonly onSaved: (token: Token) => void;
}

/** "Add token": five steps, each one decision; nothing is saved before the last. */
export function Wizard({ tokenId, orgId, orgs, keptIn, diagnose, saveFoot, onClose, onSaved }: WizardProps) {
  const { step, draftId, failure } = useWizard();
  const [asking, setAsking] = useState(false);

  useEffect(() => {
    resetWizard();
    useDraftTest.setState(noTest);
    let draft: string | null = null;
    let gone = false;
    void bridge.wizard
      .begin(tokenId !== null ? { tokenId } : orgId !== null ? { orgId } : {})
      .then((begun) => {
        if (!begun.ok) return useWizard.setState({ failure: begun.error });
        draft = begun.value.draftId;
        if (gone) return void bridge.wizard.discard({ draftId: draft });
        const { org, profile } = begun.value;
        useWizard.setState({
          draftId: draft,
          org,
          profile,
          ...(org === null ? {} : { orgInput: org.host, step: 'Capture' }),
        });
      });
    return () => {
      gone = true;
      // The next wizard's first picture must not be of this one's step.
      resetWizard();
      // Saving discards the draft itself; discarding once more is nothing.
      if (draft !== null) void bridge.wizard.discard({ draftId: draft });
    };
  }, [tokenId, orgId]);

  const leave = useCallback(() => {
    const { orgInput, org, capture } = useWizard.getState();
    if (orgInput.trim() === '' && org === null && capture === null) onClose();
    else setAsking(true);
  }, [onClose]);

  const at = steps.indexOf(step);
  return (
    <Dialog name="Add token" className="wizard" onClose={leave}>
      <ol className="steps" aria-label="Steps">
        <li className="steps-head" aria-hidden="true">
          Add token
        </li>
        {steps.map((name, n) => (
          <li
            key={name}
            className={n === at ? 'step now' : n < at ? 'step done' : 'step'}
            aria-current={n === at ? 'step' : undefined}
          >
            <i aria-hidden="true">{n < at ? <Icon of={Check} /> : n + 1}</i>
            {name}
            {n < at && <span className="hidden">, done</span>}
          </li>
        ))}
      </ol>
      <div className="wizard-main">
        {draftId === null ? (
          <div className="wizard-body" aria-busy={failure === null} />
        ) : (
          <>
            {step === 'Org' && <OrgStep orgs={orgs} onCancel={leave} />}
            {step === 'Create in Okta' && <CreateStep onCancel={leave} />}
            {step === 'Capture' && <CaptureStep onCancel={leave} mayGoBack={tokenId === null} />}
            {step === 'Test' && <TestStep onCancel={leave} diagnose={diagnose} />}
            {step === 'Save' && (
              <SaveStep keptIn={keptIn} foot={saveFoot} onCancel={leave} onSaved={onSaved} />
            )}
          </>
        )}
      </div>
      {asking && (
        <Confirm
          name="Leave without saving?"
          act="Discard"
          keep="Keep going"
          onKeep={() => setAsking(false)}
          onAct={() => {
            // The question closes first: focus can go back only to what no dialog covers.
            flushSync(() => setAsking(false));
            onClose();
          }}
        >
          <p>
            What you entered here is discarded, and a captured value is wiped from memory. In Okta nothing
            changes.
          </p>
        </Confirm>
      )}
    </Dialog>
  );
}
