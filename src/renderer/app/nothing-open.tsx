import { KeyRound } from 'lucide-react';
import { useTokens } from '../tokens/tokens-store.ts';
import { Icon } from '../ui/icons.tsx';
import { shared } from '../ui/words.ts';
import { shortcuts } from './shortcuts.ts';
import { words } from './words.ts';

const shown = [
  shared.commandPalette,
  shared.addToken,
  shared.filterTokens,
  shared.testTheToken,
  shared.copyValue,
];

/** The page while no token is open: the keys that lead on. */
export function NothingOpen() {
  const some = useTokens((state) => state.tokens.length > 0);
  return (
    <main className="page" aria-label={shared.token}>
      <div className="empty">
        <Icon of={KeyRound} />
        <h1>{some ? words.nothingOpen.pickToken : words.nothingOpen.pageWillBeHere}</h1>
        <dl className="shortcut-list faint">
          {shortcuts
            .filter(([, does]) => shown.includes(does))
            .map(([keys, does]) => (
              <div key={keys}>
                <dt>
                  {keys.split(' ').map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
        </dl>
      </div>
    </main>
  );
}
