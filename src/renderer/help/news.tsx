import { Fragment } from 'react';
import styles from './help.module.css';
import { words } from './words.ts';

// The build inserts the newest news of the changelog here (electron.vite.config.ts).
declare const __NEWS__: {
  readonly version: string;
  readonly parts: readonly { readonly heading: string; readonly entries: readonly string[] }[];
};

/** Shows what is new, from the changelog at the time of the build. */
export function News() {
  return (
    <>
      <p>{words.helpDialog.version(__NEWS__.version)}</p>
      {__NEWS__.parts.map(({ heading, entries }) => (
        <Fragment key={heading}>
          <h2>{heading}</h2>
          <ul className={styles.list}>
            {entries.map((entry) => (
              <li key={entry}>
                {entry.split('`').map((part, n) =>
                  // The text between two backticks is code.
                  n % 2 === 1 ? (
                    // biome-ignore lint/suspicious/noArrayIndexKey: an entry never changes
                    <code key={n}>{part}</code>
                  ) : (
                    part
                  ),
                )}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </>
  );
}
