import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import { shared } from '../ui/words.ts';
import { words } from './words.ts';

/** The packages that are bundled into the app, each with the text of its licence. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, failure } = useLoaded('licences', () => bridge.app.licences());
  return (
    <Dialog name={words.licencesDialog.licences} onClose={onClose} className="plain licences">
      <h1>{words.licencesDialog.licences}</h1>
      <p className="muted small">{words.licencesDialog.partOfKeyturn}</p>
      <FailureNote failure={failure} />
      <ul className="licence-list" aria-label={words.licencesDialog.packages}>
        {view?.map(({ name, version, licence, text }) => (
          <li key={`${name}@${version}`}>
            <details>
              <summary>{words.licencesDialog.packageUnder(name, version, licence)}</summary>
              <pre className="small">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
      <div className="dialog-foot">
        <Button onClick={onClose} autoFocus>
          {shared.close}
        </Button>
      </div>
    </Dialog>
  );
}
