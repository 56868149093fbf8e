import { useState } from 'react';
import { tools } from '../../shared/connect/tools.ts';
import type { Door } from '../../shared/contract/programs.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import typography from '../ui/typography.module.css';
import type { Connected } from './connected.ts';
import styles from './programs.module.css';
import { ToolPage } from './tool-page.tsx';
import { words } from './words.ts';

/** Shows the tools that can use a token or an app, or the page of the chosen one. `at` is the credential's address at the door. */
export function ConnectCard({
  connected,
  door,
  at,
}: {
  readonly connected: Connected;
  readonly door: Door;
  readonly at: string | null;
}) {
  const [chosen, choose] = useState<string | null>(null);
  const tool = tools.find(({ id }) => id === chosen);
  return (
    <section className={`${cards.card} ${styles.door}`} aria-label={words.connectCard.connect}>
      {tool === undefined ? (
        <>
          <div>
            <h2>{words.connectCard.connect}</h2>
            <p className={`${typography.muted} ${typography.small}`}>{words.connectCard.whatItIs}</p>
          </div>
          <ul className={styles.tools} aria-label={words.connectCard.tools}>
            {tools.map(({ id, name }) => (
              <li key={id}>
                <Button onClick={() => choose(id)}>{name}</Button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <ToolPage
          key={tool.id}
          tool={tool}
          connected={connected}
          door={door}
          at={at}
          onBack={() => choose(null)}
        />
      )}
    </section>
  );
}
