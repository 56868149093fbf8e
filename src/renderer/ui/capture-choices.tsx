import type { CaptureChoice } from '../../shared/contract/wizard.ts';

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
        <b>{choices.length} different values were pasted. Which one is the token?</b>
      </legend>
      <p className="small muted">
        Nothing is kept until you choose. The clipboard was left as it was. Compare the place, or copy the
        value alone.
      </p>
      <div className="choice-list">
        {choices.map(({ fingerprint, where }) => (
          <button key={fingerprint} type="button" className="choice" onClick={() => onChoose(fingerprint)}>
            <span className="grow">{where}</span>
            <span className="muted small">
              fingerprint <span className="mono">{fingerprint}</span>
            </span>
          </button>
        ))}
      </div>
    </fieldset>
  );
}
