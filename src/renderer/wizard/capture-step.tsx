import { ClipboardPaste, FileSearch, Fingerprint } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Capture } from '../../shared/contract/wizard.ts';
import { bridge, type Result } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import { CaptureChoices } from '../ui/capture-choices.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { SecretField } from '../ui/secret-field.tsx';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { StepFrame } from './step-frame.tsx';
import styles from './wizard.module.css';
import { captured, goTo, mustChoose, refused, useWizard } from './wizard-store.ts';
import { words } from './words.ts';

/** Shows what main made of a pasted text, and returns the capture, or null. A refused text changes nothing of an earlier capture. */
function took(answer: Result<Capture>): Capture | null {
  if (!answer.ok) {
    refused(answer.error);
    return null;
  }
  if (answer.value.shape === 'several') {
    mustChoose(answer.value.choices);
    return null;
  }
  if (answer.value.shape !== 'refused') {
    captured(answer.value);
    return answer.value;
  }
  refused({
    code: 'not-a-token',
    sentence: answer.value.notes[0] ?? words.captureStep.notAToken,
    remedy:
      answer.value.from === 'clipboard' ? words.captureStep.pasteAnother : words.captureStep.enterAnother,
    smallPrint: '',
  });
  return null;
}

/** Shows the third step: takes the token's value from the clipboard or from the field. */
export function CaptureStep({ onCancel, mayGoBack }: { onCancel: () => void; mayGoBack: boolean }) {
  const { draftId, capture, choices, failure, foundIn } = useWizard();
  const [byHand, setByHand] = useState(false);
  const field = useRef<HTMLInputElement>(null);

  const paste = async () => {
    if (draftId !== null) took(await bridge.wizard.captureFromClipboard({ draftId }));
  };
  const takeIn = async () => {
    if (draftId === null) return;
    const answer = await bridge.wizard.captureFound({ draftId });
    if (answer.ok || answer.error.code !== 'cancelled') took(answer);
  };
  const submit = async () => {
    const typed = field.current?.value ?? '';
    if (field.current !== null && typed !== '' && draftId !== null) {
      const answer = took(await bridge.wizard.captureTyped({ draftId, value: typed }));
      if (answer === null) {
        // Main has the values to choose from. The field is emptied.
        if (useWizard.getState().choices.length > 0) field.current.value = '';
        return;
      }
      field.current.value = '';
      setByHand(false);
      goTo('test');
      return;
    }
    if (useWizard.getState().capture !== null) goTo('test');
  };

  return (
    <StepFrame
      heading={words.steps.capture}
      lead={foundIn === null ? words.captureStep.howToCapture : words.captureStep.howToTakeIn}
      onCancel={onCancel}
      onBack={mayGoBack ? () => goTo(foundIn === null ? 'create' : 'org') : undefined}
      onSubmit={() => void submit()}
      forward={
        <Button kind="primary" type="submit" disabled={capture === null && !byHand}>
          {pageShared.continue}
        </Button>
      }
    >
      {foundIn !== null ? (
        <div className={styles.captureZone}>
          <Button kind={capture === null ? 'primary' : 'plain'} onClick={() => void takeIn()} autoFocus>
            <Icon of={FileSearch} />
            {words.captureStep.takeItFrom(foundIn)}
          </Button>
          <p className={`${typography.small} ${typography.muted}`}>{words.captureStep.fileStays}</p>
        </div>
      ) : (
        <div className={styles.captureZone}>
          <Button
            kind={capture === null && !byHand ? 'primary' : 'plain'}
            onClick={() => void paste()}
            autoFocus
          >
            <Icon of={ClipboardPaste} />
            {pageShared.pasteFromClipboard}
          </Button>
          <p className={`${typography.small} ${typography.muted}`}>{words.captureStep.clipboardReadOnce}</p>
          {!byHand && (
            <Button kind="link" className={typography.small} onClick={() => setByHand(true)}>
              {pageShared.enterByHand}
            </Button>
          )}
        </div>
      )}
      {byHand && <SecretField field={field} hint={words.captureStep.fieldEmptied} />}
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

/** Says beside a refusal which value is still captured. It says no more, so that no word of it seems to be about the refused text. */
function StillCaptured({ capture }: { capture: Capture }) {
  return (
    <p className={`${typography.small} ${typography.muted}`}>
      {words.captureStep.stillCaptured(<span className={typography.mono}>{capture.fingerprint}</span>)}
    </p>
  );
}

function Captured({ capture }: { capture: Capture }) {
  const good = capture.shape === 'token';
  return (
    <div className={`${banners.banner} ${good ? tones.healthy : tones.attention}`} role="status">
      <Icon of={Fingerprint} />
      <div className={layout.grow}>
        <p>
          <b>{good ? words.captureStep.capturedAToken : words.captureStep.capturedOddly}</b>{' '}
          {words.captureStep.fingerprint(<span className={typography.mono}>{capture.fingerprint}</span>)}
          {capture.clipboardCleared && ' '}
          {capture.clipboardCleared && words.captureStep.clipboardCleared}
        </p>
        {capture.notes.map((note) => (
          <p key={note}>{note}</p>
        ))}
        {capture.alreadyKeptAs !== null && (
          <p>{words.captureStep.alreadyKept(<b>{capture.alreadyKeptAs}</b>)}</p>
        )}
      </div>
    </div>
  );
}
