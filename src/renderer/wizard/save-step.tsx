import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Token, TokenProfile } from '../../shared/contract/tokens.ts';
import type { KeptIn } from '../../shared/contract/vault.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { KeepAliveFields, readKeepAlive } from '../ui/keep-alive-fields.tsx';
import { ProfileFields, profileProblem, readProfile } from '../ui/profile-fields.tsx';
import { useDraftTest } from './draft-test.ts';
import { proposedName } from './proposed-name.ts';
import { StepFrame } from './step-frame.tsx';
import { goTo, useWizard } from './wizard-store.ts';

interface SaveStepProps {
  readonly keptIn: KeptIn | null;
  readonly foot: ReactNode;
  readonly onCancel: () => void;
  readonly onSaved: (token: Token) => void;
}

export function SaveStep({ keptIn, foot, onCancel, onSaved }: SaveStepProps) {
  const { draftId, org, profile, tokenName, busy } = useWizard();
  const record = useDraftTest((state) => state.record);
  const worked = record?.outcome.kind === 'accepted';
  const [alive, setAlive] = useState(false);
  const fresh: TokenProfile = {
    label:
      record?.facts.oktaTokenName ??
      (tokenName === ''
        ? proposedName(
            record?.facts.owner?.login.split('@')[0] ?? 'token',
            org?.environment ?? '',
            Date.now(),
          )
        : tokenName),
    purpose: '',
    environment: org?.environment ?? 'production',
    tags: [],
    consumers: [],
    rotateEveryDays: 90,
  };

  const save = async (form: HTMLFormElement, anyway: boolean) => {
    if (draftId === null || busy) return;
    const failure = profileProblem(form);
    useWizard.setState({ failure });
    if (failure !== null || !form.reportValidity()) return;
    const wanted = readProfile(form, profile ?? fresh);
    useWizard.setState({ busy: true, failure: null, profile: wanted });
    const keepAlive = readKeepAlive(form);
    const saved = await bridge.wizard.save({
      draftId,
      profile: wanted,
      anyway,
      ...(keepAlive === null ? {} : { keepAlive }),
    });
    useWizard.setState({ busy: false });
    if (saved.ok) onSaved(saved.value);
    else useWizard.setState({ failure: saved.error });
  };

  return (
    <StepFrame
      heading="Save"
      lead={`It will be ${keptIn === null ? 'kept' : keptIn.kind === 'session' ? `kept ${keptIn.sentence}` : keptIn.sentence}.`}
      onCancel={onCancel}
      onBack={(form) => {
        // What was entered is still there after Back and Continue.
        useWizard.setState({ profile: readProfile(form, profile ?? fresh) });
        goTo('Test');
      }}
      onSubmit={(form) => void save(form, !worked)}
      forward={
        <Button kind={worked ? 'primary' : 'plain'} type="submit" disabled={busy}>
          {worked ? 'Save token' : 'Save anyway'}
        </Button>
      }
    >
      {!worked && (
        <div className="banner tone-attention">
          <Icon of={TriangleAlert} />
          <p className="grow">
            <b>
              {record === null
                ? 'This token was not tested.'
                : `The test ended with: ${record.outcome.word}.`}
            </b>{' '}
            You can save it anyway and test it later.
          </p>
        </div>
      )}
      <ProfileFields profile={profile ?? fresh} />
      <label className="row-flex">
        <input type="checkbox" checked={alive} onChange={(event) => setAlive(event.target.checked)} />
        Keep alive
      </label>
      {alive && <KeepAliveFields setting={null} now={Date.now()} />}
      {foot}
    </StepFrame>
  );
}
