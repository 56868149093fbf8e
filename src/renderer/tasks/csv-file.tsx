import type { HeldFile } from '../../shared/contract/tasks.ts';
import { Button } from '../ui/button.tsx';
import layout from '../ui/layout.module.css';
import tables from '../ui/table.module.css';
import typography from '../ui/typography.module.css';
import styles from './tasks.module.css';
import { words } from './words.ts';

/** Lets the person choose a CSV file, and shows its name and its encoding. */
export function FileChoice({
  file,
  onChoose,
}: {
  readonly file: HeldFile | null;
  readonly onChoose: () => void;
}) {
  return (
    <div className={layout.actions}>
      <Button onClick={onChoose}>{words.csvFile.chooseFile}</Button>
      {file !== null && (
        <span className={typography.muted}>{words.csvFile.fileIs(file.name, file.encoding)}</span>
      )}
    </div>
  );
}

/** Shows the first rows of a file, so that the person sees a wrong separator or encoding. */
export function Sample({ file }: { readonly file: HeldFile }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: without a control in it, it could not be scrolled by the keyboard
    <section className={styles.sample} tabIndex={0} aria-label={words.csvFile.sample}>
      <table className={tables.table} aria-label={words.csvFile.sample}>
        <thead>
          <tr>
            {file.columns.map((name, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one name
              <th key={n} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.sample.map((row, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two rows may be the same
            <tr key={n}>
              {row.map((cell, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two cells may be the same
                <td key={at}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
