import { shownKeys } from '../ui/keys.ts';
import typography from '../ui/typography.module.css';
import type { Shortcut } from './shortcuts.ts';

/** Shows keys, each with what it does. */
export function ShortcutList({
  of,
  className,
}: {
  readonly of: readonly Shortcut[];
  readonly className: string | undefined;
}) {
  return (
    <dl className={className}>
      {of.map(({ press, does }) => (
        <div key={press}>
          <dt>
            {shownKeys(press)
              .split(' ')
              .map((key) => (
                <kbd key={key} className={typography.key}>
                  {key}
                </kbd>
              ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
}
