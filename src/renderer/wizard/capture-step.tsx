import { ClipboardPaste, Fingerprint } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Capture } from '../../shared/contract/wizard.ts';
import { bridge, type Result } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { CaptureChoices } from '../ui/capture-choices.tsx';
import { Icon } from '../ui/icons.tsx';
import { SecretField } from '../ui/secret-field.tsx';
import { StepFrame } from './step-frame.tsx';
import { goTo, useWizard } from './wizard-store.ts';

/** Takes main's word on what was captured; a refused text changes nothing of an earlier capture. */
function took(answer: Result<Capture>): Capture | null {
  if (!answer.ok) {
    useWizard.setState({ failure: answer.error, choices: [] });
    return null;
  }
  if (answer.value.shape === 'several') {
    useWizard.setState({ failure: null, choices: answer.value.choices });
    return null;
  }
  const refused = answer.value.shape === 'refused';
  useWizard.setState({
    capture: refused ? useWizard.getState().capture : answer.value,
    choices: [],
    failure: refused
      ? {
          code: 'not-a-token',
          sentence: answer.value.notes[0] ?? 'This is not an API token.',
          remedy:
            answer.value.from === 'clipboard'
              ? 'Copy the token value in the Admin Console and paste it here. Your clipboard was left as it was.'
              : 'Copy the token value in the Admin Console and put it into the field.',
          smallPrint: '',
        }
      : null,
  });
  return refused ? null : answer.value;
}

export function CaptureStep({ onCancel, mayGoBack }: { onCancel: () => void; mayGoBack: boolean }) {
  const { draftId, capture, choices, failure } = useWizard();
  const [byHand, setByHand] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const paste = async () => {
    if (draftId !== null) took(await bridge.wizard.captureFromClipboard({ draftId }));
  };
  const submit = async () => {
    const typed = field.current?.value ?? '';
    if (field.current !== null && typed !== '' && draftId !== null) {
      const answer = took(await bridge.wizard.captureTyped({ draftId, value: typed }));
      if (answer === null) {
        // What waits to be chosen from is in main; the field lets go of it.
        if (useWizard.getState().choices.length > 0) field.current.value = '';
        return;
      }
      field.current.value = '';
      setByHand(false);
      goTo('Test');
      return;
    }
    if (useWizard.getState().capture !== null) goTo('Test');
  };

  return (
    <StepFrame
      heading="Capture"
      lead="Copy the value in the Admin Console, then paste it here. It goes into the app's main process; this page sees its fingerprint only."
      onCancel={onCancel}
      onBack={mayGoBack ? () => goTo('Create in Okta') : undefined}
      onSubmit={() => void submit()}
      forward={
        <Button kind="primary" type="submit" disabled={capture === null && !byHand}>
          Continue
        </Button>
      }
    >
      <div className="capture-zone">
        <Button kind={capture === null ? 'primary' : 'plain'} onClick={() => void paste()} autoFocus>
          <Icon of={ClipboardPaste} />
          Paste from clipboard
        </Button>
        <p className="small muted">The clipboard is read once, when you click, and cleared.</p>
        {!byHand && (
          <Button kind="link" className="small" onClick={() => setByHand(true)}>
            Enter it by hand
          </Button>
        )}
      </div>
      {byHand && <SecretField field={field} hint="The field is emptied as soon as you continue." />}
      <CaptureChoices
        choices={choices}
        onChoose={async (fingerprint) => {
          if (draftId !== null) took(await bridge.wizard.chooseCaptured({ draftId, fingerprint }));
        }}
      />
      {capture !== null &&
        choices.length === 0 &&
        (failure === null ? <Captured capture={capture} /> : <StillCaptured capture={capture} />)}
    </StepFrame>
  );
}

/** Beside a refusal: what was said of the earlier value must not read as if it were about the refused one. */
function StillCaptured({ capture }: { capture: Capture }) {
  return (
    <p className="small muted">
      What was captured before is still here, fingerprint <span className="mono">{capture.fingerprint}</span>.
    </p>
  );
}

function Captured({ capture }: { capture: Capture }) {
  const good = capture.shape === 'token';
  return (
    <div className={`banner ${good ? 'tone-healthy' : 'tone-attention'}`} role="status">
      <Icon of={Fingerprint} />
      <div className="grow">
        <p>
          <b>{good ? 'Captured a token.' : 'Captured, though it is not shaped like a token.'}</b> Fingerprint{' '}
          <span className="mono">{capture.fingerprint}</span>
          {capture.clipboardCleared ? '. The clipboard has been cleared.' : '.'}
        </p>
        {capture.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {capture.alreadyKeptAs !== null && (
          <p>
            The very same value is kept already as <b>{capture.alreadyKeptAs}</b>.
          </p>
        )}
      </div>
    </div>
  );
}
