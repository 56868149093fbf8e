import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { useLoaded } from '../ui/use-loaded.ts';

/** The packages that are bundled into the app, each with the text of its licence. */
export function LicencesDialog({ onClose }: { readonly onClose: () => void }) {
  const { view, failure } = useLoaded('licences', () => bridge.app.licences());
  return (
    <Dialog name="Third-party licences" onClose={onClose} className="plain licences">
      <h1>Third-party licences</h1>
      <p className="muted small">
        These packages are part of Keyturn. The licences of Electron and Chromium come with the program, as
        files of their own.
      </p>
      <FailureNote failure={failure} />
      <ul className="licence-list" aria-label="Packages">
        {view?.map(({ name, version, licence, text }) => (
          <li key={`${name}@${version}`}>
            <details>
              <summary>
                {name} {version}, {licence}
              </summary>
              <pre className="small">{text}</pre>
            </details>
          </li>
        ))}
      </ul>
      <div className="dialog-foot">
        <Button onClick={onClose} autoFocus>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
