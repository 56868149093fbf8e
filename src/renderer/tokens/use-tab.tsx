import type { ReactNode } from 'react';
import type { Token } from '../../shared/contract/tokens.ts';
import { type CopyAs, textFor } from '../../shared/use-texts.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import { words } from './page-words.ts';
import styles from './tokens.module.css';

export type { CopyAs };

const names: readonly (readonly [as: CopyAs, name: string])[] = [
  ['value', words.useTab.value],
  ['curl', 'curl'],
  ['env', '.env'],
  ['terraform', words.useTab.terraform],
  ['sdk', words.useTab.sdkConfiguration],
];
const hidden = '••••••••••••';

/** Shows the door for programs, and ready texts to copy. Main puts the value on the clipboard; it is never on this page. */
export function UseTab({
  token,
  door,
  onCopy,
}: {
  readonly token: Token;
  /** The door for programs. */
  readonly door: ReactNode;
  readonly onCopy: (as: CopyAs) => void;
}) {
  return (
    <>
      {door}
      <p className={typography.muted}>{words.useTab.howCopyWorks}</p>
      {names.map(([as, name]) => (
        <section className={`${cards.card} ${styles.use}`} key={as}>
          <div className={cards.head}>
            <h2>{name}</h2>
            <Button
              onClick={() => onCopy(as)}
              disabled={!token.readable}
              aria-label={words.useTab.copy(name)}
            >
              {shared.copy}
            </Button>
          </div>
          <pre className={typography.mono}>{textFor(as, `https://${token.orgHost}`, hidden).trimEnd()}</pre>
        </section>
      ))}
    </>
  );
}
