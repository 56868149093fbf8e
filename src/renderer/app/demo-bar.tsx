import { type ReactNode, useEffect } from 'react';
import styles from './demo-bar.module.css';
import { words } from './words.ts';

/** Shows the window of the demo: a bar that says so over everything, and the same in the title. */
export function UnderDemoBar({ children }: { readonly children: ReactNode }) {
  useEffect(() => {
    document.title = words.demoBar.title;
  }, []);
  return (
    <div className={styles.demo}>
      <aside className={styles.bar} aria-label={words.demoBar.title}>
        <b>{words.demoBar.demo}</b> {words.demoBar.whatItIs}
      </aside>
      <div className={styles.rest}>{children}</div>
    </div>
  );
}
