import { TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { TestRecord } from '../../shared/contract/testing.ts';
import type { Token, TokenProfile } from '../../shared/contract/tokens.ts';
import type { KeptIn } from '../../shared/contract/vault-status.ts';
import { bridge } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { KeepAliveFields, readKeepAlive } from '../ui/keep-alive-fields.tsx';
import layout from '../ui/layout.module.css';
import { ProfileFields, profileProblem, readProfile } from '../ui/profile-fields.tsx';
import { tones } from '../ui/tones.ts';
import { proposedName } from './proposed-name.ts';
import { StepFrame } from './step-frame.tsx';
import { failed, goTo, idle, profiled, saving, useWizard } from './wizard-store.ts';
import { words } from './words.ts';

interface SaveStepProps {
  /** The result of the draft's test, or null when it was not tested. */
  readonly record: TestRecord | null;
  readonly keptIn: KeptIn | null;
  readonly foot: ReactNode;
  readonly onCancel: () => void;
  readonly onSaved: (token: Token) => void;
}

/** Shows the last step: asks for the token's name and uses, and saves the token. */
export function SaveStep({ record, keptIn, foot, onCancel, onSaved }: SaveStepProps) {
  const { draftId, org, profile, tokenName, busy } = useWizard();
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
    failed(failure);
    if (failure !== null || !form.reportValidity()) return;
    const wanted = readProfile(form, profile ?? fresh);
    saving(wanted);
    const keepAlive = readKeepAlive(form);
    const saved = await bridge.wizard.save({
      draftId,
      profile: wanted,
      anyway,
      ...(keepAlive === null ? {} : { keepAlive }),
    });
    idle();
    if (saved.ok) onSaved(saved.value);
    else failed(saved.error);
  };

  return (
    <StepFrame
      heading={words.steps.save}
      lead={
        keptIn === null
          ? words.saveStep.itWillBeKept
          : keptIn.kind === 'session'
            ? words.saveStep.itWillBeKeptFor(keptIn.sentence)
            : words.saveStep.itWillBe(keptIn.sentence)
      }
      onCancel={onCancel}
      onBack={(form) => {
        // Back and Continue keep what was entered.
        profiled(readProfile(form, profile ?? fresh));
        goTo('test');
      }}
      onSubmit={(form) => void save(form, !worked)}
      forward={
        <Button kind={worked ? 'primary' : 'plain'} type="submit" disabled={busy}>
          {worked ? words.saveStep.saveToken : words.saveStep.saveAnyway}
        </Button>
      }
    >
      {!worked && (
        <div className={`${banners.banner} ${tones.attention}`}>
          <Icon of={TriangleAlert} />
          <p className={layout.grow}>
            {record === null
              ? words.saveStep.saveUntested((text) => <b>{text}</b>)
              : words.saveStep.saveFailed((text) => <b>{text}</b>, record.outcome.word)}
          </p>
        </div>
      )}
      <ProfileFields profile={profile ?? fresh} />
      <label className={layout.row}>
        <input type="checkbox" checked={alive} onChange={(event) => setAlive(event.target.checked)} />
        {words.saveStep.keepAlive}
      </label>
      {alive && <KeepAliveFields setting={null} now={Date.now()} />}
      {foot}
    </StepFrame>
  );
}
