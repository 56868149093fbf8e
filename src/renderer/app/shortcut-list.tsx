import { Fragment } from 'react';
import { shownKeys } from '../ui/keys.ts';
import typography from '../ui/typography.module.css';
import type { Shortcut } from './shortcuts.ts';
import { words } from './words.ts';

/** Shows keys, each with what it does. Keys that do the same share a line. */
export function ShortcutList({
  of,
  className,
}: {
  readonly of: readonly Shortcut[];
  readonly className: string | undefined;
}) {
  return (
    <dl className={className}>
      {[...Map.groupBy(of, ({ does }) => does)].map(([does, same]) => (
        <div key={does}>
          <dt>
            {same.map(({ press }, n) => (
              <Fragment key={press}>
                {n > 0 && <span className={typography.muted}>{words.shortcuts.or}</span>}
                {shownKeys(press)
                  .split(' ')
                  .map((key) => (
                    <kbd key={key} className={typography.key}>
                      {key}
                    </kbd>
                  ))}
              </Fragment>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
