import styles from './help.module.css';
import { type PageHelp, words } from './words.ts';

/** Shows the help of one page. */
export function PageText({ help: { purpose, terms, not } }: { readonly help: PageHelp }) {
  return (
    <>
      <h2>{words.helpDialog.whatFor}</h2>
      <p>{purpose}</p>
      <h2>{words.helpDialog.terms}</h2>
      <dl className={styles.terms}>
        {terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <h2>{words.helpDialog.not}</h2>
      <ul className={styles.list}>
        {not.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}
