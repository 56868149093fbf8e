import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { OrgFacts } from './org-step.tsx';
import { proposedName } from './proposed-name.ts';
import { StepFrame } from './step-frame.tsx';
import { goTo, useWizard } from './wizard-store.ts';

const purposes: readonly (readonly [word: string, name: string])[] = [
  ['terraform', 'Terraform'],
  ['siem', 'SIEM export'],
  ['provisioning', 'Provisioning'],
  ['reporting', 'Reporting'],
  ['script', 'A script'],
];

export function CreateStep({ onCancel }: { onCancel: () => void }) {
  const { draftId, org, tokenName } = useWizard();
  const [copied, setCopied] = useState(false);
  const name = tokenName === '' ? proposedName('terraform', org?.environment ?? '', Date.now()) : tokenName;
  const open = async () => {
    if (draftId === null) return;
    const opened = await bridge.wizard.openAdminConsole({ draftId });
    useWizard.setState({ failure: opened.ok ? null : opened.error });
  };
  return (
    <StepFrame
      heading="Create in Okta"
      lead="Only the Admin Console can make an API token, and it shows the value once. Leave its window open until the test has passed."
      onCancel={onCancel}
      onBack={() => goTo('Org')}
      onSubmit={() => goTo('Capture')}
      forward={
        <>
          <Button onClick={() => goTo('Capture')}>I already have a token</Button>
          <Button kind="primary" type="submit">
            Continue
          </Button>
        </>
      }
    >
      <OrgFacts />
      <div>
        <Button onClick={() => void open()}>
          <Icon of={ExternalLink} />
          Open Admin Console
        </Button>
        <span className="muted small beside">Security, API, Tokens, Create token</span>
      </div>
      <ol className="checklist">
        <li>
          <b>Sign in as the service account,</b> not as yourself: a token has its owner's privileges and dies
          with the account.
        </li>
        <li>
          <b>Give that account the smallest role</b> that does the job; a read-only admin is enough for most
          reading.
        </li>
        <li>
          <b>Name it by its purpose.</b>
          <div className="name-row">
            <select
              className="input"
              aria-label="What is it for?"
              defaultValue="terraform"
              onChange={(event) => {
                setCopied(false);
                useWizard.setState({
                  tokenName: proposedName(event.target.value, org?.environment ?? '', Date.now()),
                });
              }}
            >
              {purposes.map(([word, words]) => (
                <option key={word} value={word}>
                  {words}
                </option>
              ))}
            </select>
            <code className="mono selectable grow">{name}</code>
            <Button
              onClick={() => {
                useWizard.setState({ tokenName: name });
                void bridge.app.copyText({ text: name }).then((done) => setCopied(done.ok));
              }}
            >
              {copied ? 'Copied' : 'Copy name'}
            </Button>
          </div>
        </li>
        <li>
          <b>Restrict it to a network zone</b> where you can, so that a leaked value is worth nothing
          elsewhere.
        </li>
      </ol>
    </StepFrame>
  );
}
