import { useState } from 'react';
import { exportedProperties } from '../../shared/user-search.ts';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './tasks.module.css';
import { exportUsers } from './tasks-store.ts';
import { words } from './words.ts';

const chosenAtFirst = [
  ...['id', 'status', 'created', 'lastLogin'],
  ...['login', 'email', 'firstName', 'lastName'].map((name) => `profile.${name}`),
];

/** Asks for the columns of the file. */
export function ExportDialog({
  attributes,
  onClose,
}: {
  readonly attributes: readonly string[];
  readonly onClose: () => void;
}) {
  const [chosen, setChosen] = useState<readonly string[]>(chosenAtFirst);
  const own = [...new Set(['login', 'email', 'firstName', 'lastName', ...attributes])];
  const offered = [...exportedProperties, ...own.map((name) => `profile.${name}`)];
  const box = (column: string) => (
    <label key={column} className={styles.column}>
      <input
        type="checkbox"
        checked={chosen.includes(column)}
        onChange={(event) =>
          setChosen(event.target.checked ? [...chosen, column] : chosen.filter((one) => one !== column))
        }
      />
      {column}
    </label>
  );
  return (
    <Dialog name={words.exportDialog.title} className={`${dialogs.plain} ${dialogs.wide}`} onClose={onClose}>
      <h1>{words.exportDialog.title}</h1>
      <p>{words.exportDialog.about}</p>
      <fieldset className={styles.columns}>
        <legend>{words.exportDialog.properties}</legend>
        {exportedProperties.map(box)}
      </fieldset>
      <fieldset className={styles.columns}>
        <legend>{words.exportDialog.attributes}</legend>
        {own.map((name) => box(`profile.${name}`))}
      </fieldset>
      {attributes.length === 0 && (
        <p className={`${typography.muted} ${typography.small}`}>{words.exportDialog.seen}</p>
      )}
      <div className={dialogs.foot}>
        <Button onClick={onClose}>{shared.cancel}</Button>
        <Button
          kind="primary"
          disabled={chosen.length === 0 || chosen.length > 60}
          onClick={() => {
            onClose();
            void exportUsers(offered.filter((column) => chosen.includes(column)));
          }}
        >
          {words.exportDialog.export}
        </Button>
      </div>
    </Dialog>
  );
}
