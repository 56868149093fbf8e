import type { CaptureChoice } from '../../shared/contract/wizard.ts';
import { ChoiceGroup, ChoiceList } from './choice-list.tsx';
import layout from './layout.module.css';
import { words } from './page-words.ts';
import typography from './typography.module.css';

interface CaptureChoicesProps {
  readonly choices: readonly CaptureChoice[];
  readonly onChoose: (fingerprint: string) => void;
}

/** Asks which of several pasted values is the token. Only main has the values themselves. */
export function CaptureChoices({ choices, onChoose }: CaptureChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <ChoiceGroup question={<b>{words.captureChoices.question(choices.length)}</b>}>
      <p className={`${typography.small} ${typography.muted}`}>{words.captureChoices.nothingKept}</p>
      <ChoiceList
        choices={choices.map(({ fingerprint, where }) => ({
          id: fingerprint,
          shown: (
            <>
              <span className={layout.grow}>{where}</span>
              <span className={`${typography.muted} ${typography.small}`}>
                {words.captureChoices.fingerprint(<span className={typography.mono}>{fingerprint}</span>)}
              </span>
            </>
          ),
        }))}
        onChoose={onChoose}
      />
    </ChoiceGroup>
  );
}
