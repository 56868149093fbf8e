import { KeyRound } from 'lucide-react';
import { useTokens } from '../tokens/tokens-store.ts';
import { Icon } from '../ui/icons.tsx';
import { shortcuts } from './shortcuts.ts';

const shown = ['Command palette', 'Add token', 'Filter tokens', 'Test the token', 'Copy its value'];

/** The page while no token is open: the keys that lead on. */
export function NothingOpen() {
  const some = useTokens((state) => state.tokens.length > 0);
  return (
    <main className="page" aria-label="Token">
      <div className="empty">
        <Icon of={KeyRound} />
        <h1>{some ? 'Pick a token to see its page' : 'The page of a token will be here'}</h1>
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
