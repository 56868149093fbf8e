import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import fields from '../ui/field.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { OrgFacts } from './org-step.tsx';
import { proposedName } from './proposed-name.ts';
import { StepFrame } from './step-frame.tsx';
import styles from './wizard.module.css';
import { failed, goTo, named, useWizard } from './wizard-store.ts';
import { words } from './words.ts';

const purposes: readonly (readonly [word: string, name: string])[] = [
  ['terraform', words.createStep.terraform],
  ['siem', words.createStep.siemExport],
  ['provisioning', words.createStep.provisioning],
  ['reporting', words.createStep.reporting],
  ['script', words.createStep.aScript],
];

/** Shows the second step: leads through making the token in the Admin Console. */
export function CreateStep({ onCancel }: { onCancel: () => void }) {
  const { draftId, org, tokenName } = useWizard();
  const [copied, setCopied] = useState(false);
  const name = tokenName === '' ? proposedName('terraform', org?.environment ?? '', Date.now()) : tokenName;
  const open = async () => {
    if (draftId === null) return;
    const opened = await bridge.wizard.openAdminConsole({ draftId });
    failed(opened.ok ? null : opened.error);
  };
  return (
    <StepFrame
      heading={words.steps.create}
      lead={words.createStep.onlyTheConsole}
      onCancel={onCancel}
      onBack={() => goTo('org')}
      onSubmit={() => goTo('capture')}
      forward={
        <>
          <Button onClick={() => goTo('capture')}>{words.createStep.alreadyHaveToken}</Button>
          <Button kind="primary" type="submit">
            {pageShared.continue}
          </Button>
        </>
      }
    >
      <OrgFacts />
      <div>
        <Button onClick={() => void open()}>
          <Icon of={ExternalLink} />
          {pageShared.openAdminConsole}
        </Button>
        <span className={`${typography.muted} ${typography.small} ${styles.beside}`}>
          {words.createStep.whereInConsole}
        </span>
      </div>
      <ol className={styles.checklist}>
        <li>
          {words.createStep.signInAsService((text) => (
            <b>{text}</b>
          ))}
        </li>
        <li>
          {words.createStep.smallestRole((text) => (
            <b>{text}</b>
          ))}
        </li>
        <li>
          <b>{words.createStep.nameByPurpose}</b>
          <div className={styles.nameRow}>
            <select
              className={fields.input}
              aria-label={words.createStep.whatIsItFor}
              defaultValue="terraform"
              onChange={(event) => {
                setCopied(false);
                named(proposedName(event.target.value, org?.environment ?? '', Date.now()));
              }}
            >
              {purposes.map(([word, name]) => (
                <option key={word} value={word}>
                  {name}
                </option>
              ))}
            </select>
            <code className={`${typography.mono} ${typography.selectable} ${layout.grow}`}>{name}</code>
            <Button
              onClick={() => {
                named(name);
                void bridge.app.copyText({ text: name }).then((done) => setCopied(done.ok));
              }}
            >
              {copied ? pageShared.copied : words.createStep.copyName}
            </Button>
          </div>
        </li>
        <li>
          {words.createStep.restrict((text) => (
            <b>{text}</b>
          ))}
        </li>
      </ol>
    </StepFrame>
  );
}
