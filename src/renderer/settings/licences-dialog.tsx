import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import typography from '../ui/typography.module.css';
import { useLoaded } from '../ui/use-loaded.ts';
import { shared } from '../ui/words.ts';
import styles from './settings.module.css';
import { words } from './words.ts';

/** Shows the packages that are bundled into the app, each with the text of its licence. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, failure } = useLoaded('licences', () => bridge.app.licences());
  return (
    <Dialog name={words.licencesDialog.licences} onClose={onClose}>
      <h1>{words.licencesDialog.licences}</h1>
      <p className={`${typography.muted} ${typography.small}`}>{words.licencesDialog.partOfKeyturn}</p>
      <FailureNote failure={failure} />
      <ul className={styles.licences} aria-label={words.licencesDialog.packages}>
        {view?.map(({ name, version, licence, text }) => (
          <li key={`${name}@${version}`}>
            <details>
              <summary>{words.licencesDialog.packageUnder(name, version, licence)}</summary>
              <pre className={typography.small}>{text}</pre>
            </details>
          </li>
        ))}
      </ul>
      <div className={dialogs.foot}>
        <Button onClick={onClose} autoFocus>
          {shared.close}
        </Button>
      </div>
    </Dialog>
  );
}
