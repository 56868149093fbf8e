import { Globe } from 'lucide-react';
import type { Org } from '../../shared/contract/orgs.ts';
import { series } from '../../shared/listed.ts';
import { environmentNames } from '../../shared/profile/words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { ChoiceGroup, ChoiceList } from '../ui/choice-list.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { OrgMark } from '../ui/org-mark.tsx';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { KindChoice } from './kind-choice.tsx';
import { StepFrame } from './step-frame.tsx';
import styles from './wizard.module.css';
import { failed, goTo, idle, orgAsked, orgFound, orgTyped, useWizard } from './wizard-store.ts';
import { words } from './words.ts';

/** Asks the org who it is, and continues when it is an Okta org. */
async function check(input: string, sure = false): Promise<void> {
  const { draftId, busy } = useWizard.getState();
  if (draftId === null || busy) return;
  orgAsked(input);
  const answer = await bridge.wizard.checkOrg({ draftId, input: input === '' ? ' ' : input, sure });
  idle();
  if (useWizard.getState().draftId !== draftId) return;
  if (!answer.ok) return failed(answer.error);
  orgFound(answer.value);
  const { foundIn, kind } = useWizard.getState();
  goTo(kind === 'app' ? 'job' : foundIn === null ? 'create' : 'capture');
}

/** Shows the first step: asks what is added, and for the org. A token that lies in a file is a token. */
export function OrgStep({ orgs, onCancel }: { orgs: readonly Org[]; onCancel: () => void }) {
  const { orgInput, busy, failure, foundIn } = useWizard();
  const choices = failure?.choices ?? [];
  return (
    <StepFrame
      heading={words.steps.org}
      lead={words.orgStep.whichOrg}
      onCancel={onCancel}
      onSubmit={() => void check(orgInput.trim())}
      forward={
        <Button kind="primary" type="submit" disabled={busy}>
          {busy ? words.orgStep.checking : pageShared.continue}
        </Button>
      }
    >
      {foundIn === null && <KindChoice />}
      <Field
        label={words.orgStep.orgUrl}
        autoFocus
        value={orgInput}
        onChange={(event) => orgTyped(event.target.value)}
        placeholder={words.orgStep.orgUrlExample}
        aria-invalid={failure !== null}
        maxLength={16_000}
        hint={words.orgStep.howToGiveOrg}
      />
      {choices.length > 0 && (
        <ChoiceGroup question={words.orgStep.whichOne}>
          <ChoiceList
            choices={choices.map((host) => ({
              id: host,
              shown: <span className={`${layout.grow} ${typography.ellipsis}`}>{host}</span>,
            }))}
            disabled={busy}
            onChoose={(host) => void check(host, true)}
          />
        </ChoiceGroup>
      )}
      {orgs.length > 0 && (
        <div className={`${layout.stack} ${styles.tight}`}>
          <span className={styles.labelSmall}>{words.orgStep.knownOrgs}</span>
          <ChoiceList
            choices={orgs.map((org) => ({
              id: org.origin,
              shown: (
                <>
                  <OrgMark name={org.name} environment={org.environment} />
                  <span className={`${layout.grow} ${typography.ellipsis}`}>{org.host}</span>
                  <span className={`${typography.muted} ${typography.small}`}>
                    {environmentNames[org.environment]}
                  </span>
                </>
              ),
            }))}
            disabled={busy}
            onChoose={(origin) => void check(origin)}
          />
        </div>
      )}
    </StepFrame>
  );
}

/** Shows the host that Keyturn will talk to, and how the pasted text was read. */
export function OrgFacts() {
  const org = useWizard((state) => state.org);
  if (org === null) return null;
  const kind = { idx: words.orgStep.identityEngine, v1: words.orgStep.classicEngine, unknown: '' }[
    org.pipeline
  ];
  return (
    <div className={styles.orgFacts}>
      <Icon of={Globe} />
      <div className={layout.grow}>
        <p>
          <b className={typography.selectable}>{org.host}</b>{' '}
          <span className={typography.muted}>
            {series([environmentNames[org.environment], kind, org.oktaOrgId])}
          </span>
        </p>
        {org.notes.map((note) => (
          <p key={note} className={`${typography.muted} ${typography.small}`}>
            {note}
          </p>
        ))}
      </div>
    </div>
  );
}
