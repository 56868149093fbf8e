import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import styles from './wizard.module.css';
import { adds, type Kind, useWizard } from './wizard-store.ts';
import { words } from './words.ts';

const kinds: readonly (readonly [kind: Kind, name: string, is: string])[] = [
  ['token', words.kindChoice.token, words.kindChoice.tokenIs],
  ['app', words.kindChoice.app, words.kindChoice.appIs],
];

/** Asks what the wizard adds, and says what neither of the two is. */
export function KindChoice() {
  const chosen = useWizard((state) => state.kind);
  return (
    <fieldset className={`${styles.kinds} ${layout.stack}`}>
      <legend>{words.kindChoice.whatToAdd}</legend>
      {kinds.map(([kind, name, is]) => (
        <label key={kind} className={styles.kind}>
          <input type="radio" name="adds" checked={chosen === kind} onChange={() => adds(kind)} />
          <span>
            <b>{name}</b>
            <span className={`${typography.muted} ${typography.small}`}>{is}</span>
          </span>
        </label>
      ))}
      {chosen === 'app' && (
        <p className={`${typography.muted} ${typography.small}`}>{words.kindChoice.signIn}</p>
      )}
    </fieldset>
  );
}
