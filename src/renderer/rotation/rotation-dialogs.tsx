import { useState } from 'react';
import type { Rotation } from '../../shared/contract/rotation.ts';
import { insistWords, reasonsNotTo } from '../../shared/rotation-words.ts';
import banners from '../ui/banner.module.css';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './rotation.module.css';
import { words } from './words.ts';

/** Asks before the revoke. A person types a word where the old token may still be in use. */
export function RevokeDialog({
  rotation,
  appWorks,
  onRevoke,
  onKeep,
}: {
  readonly rotation: Rotation;
  /** Whether the app of a rotation to an app still does the job. */
  readonly appWorks: boolean;
  readonly onRevoke: (insist: string | undefined) => void;
  readonly onKeep: () => void;
}) {
  const reasons = reasonsNotTo(rotation, appWorks);
  const question =
    rotation.mode === 'to-app' ? words.rotationDialogs.askRevokeToken : words.rotationDialogs.askRevoke;
  const [typed, setTyped] = useState('');
  const ready = reasons.length === 0 || typed.trim().toLowerCase() === insistWords;
  return (
    <Dialog name={question} role="alertdialog" onClose={onKeep}>
      <form
        className={layout.stack}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onRevoke(reasons.length === 0 ? undefined : typed.trim());
        }}
      >
        <h1>{question}</h1>
        <p>
          {words.rotationDialogs.consequence(
            <b>{rotation.label}</b>,
            <span className={typography.mono}>{rotation.oldFingerprint}</span>,
          )}
        </p>
        {reasons.length > 0 && (
          <>
            <div className={`${banners.banner} ${tones.attention}`}>
              <ul className={styles.plainList}>
                {reasons.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </div>
            <Field
              label={words.rotationDialogs.insist(insistWords)}
              value={typed}
              autoFocus
              onChange={(event) => setTyped(event.target.value)}
            />
          </>
        )}
        <div className={dialogs.foot}>
          <Button onClick={onKeep} autoFocus={reasons.length === 0}>
            {words.rotationDialogs.keepItForNow}
          </Button>
          <Button kind="danger" type="submit" disabled={!ready}>
            {pageShared.revoke}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** Asks what becomes of the new token in Okta, when its value is put aside or the rotation is undone. */
export function NewTokenDialog({
  name,
  act,
  onRevoke,
  onForget,
  onKeep,
}: {
  readonly name: string;
  readonly act: string;
  readonly onRevoke: () => void;
  readonly onForget: () => void;
  readonly onKeep: () => void;
}) {
  return (
    <Dialog name={name} role="alertdialog" onClose={onKeep} wide>
      <h1>{name}</h1>
      <p>{words.rotationDialogs.choice}</p>
      <div className={dialogs.foot}>
        <Button className={buttons.toLeft} onClick={onKeep} autoFocus>
          {shared.cancel}
        </Button>
        <Button onClick={onForget}>{words.rotationDialogs.forgetNewToken}</Button>
        <Button kind="danger" onClick={onRevoke}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
