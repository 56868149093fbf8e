import type { CaptureChoice } from '../../shared/contract/wizard.ts';
import { words } from './page-words.ts';

interface CaptureChoicesProps {
  readonly choices: readonly CaptureChoice[];
  readonly onChoose: (fingerprint: string) => void;
}

/** Asks which of several pasted values is the token. The values themselves are in main only. */
export function CaptureChoices({ choices, onChoose }: CaptureChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset className="choices">
      <legend>
        <b>{words.captureChoices.differentValuesPasted(choices.length)}</b>
      </legend>
      <p className="small muted">{words.captureChoices.nothingKeptUntil}</p>
      <div className="choice-list">
        {choices.map(({ fingerprint, where }) => (
          <button key={fingerprint} type="button" className="choice" onClick={() => onChoose(fingerprint)}>
            <span className="grow">{where}</span>
            <span className="muted small">
              {words.captureChoices.fingerprint(<span className="mono">{fingerprint}</span>)}
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
