import { Ban, TriangleAlert } from 'lucide-react';
import type { Token } from '../../shared/contract/tokens.ts';
import { fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import { environmentWords } from '../ui/org-mark.tsx';
import { type TabItem, Tabs } from '../ui/tabs.tsx';

interface TokenPageProps {
  readonly token: Token;
  /** Whether a test of it runs now. */
  readonly testing: boolean;
  /** What each tab shows; the first one is shown at first. */
  readonly tabs: readonly TabItem[];
  readonly onCopy: () => void;
  readonly onRotate: () => void;
  readonly onTest: () => void;
  readonly onPasteAgain: () => void;
}

/** The page of one token: what it is called, the three things done with it most, and its tabs. */
export function TokenPage({ token, testing, tabs, onCopy, onRotate, onTest, onPasteAgain }: TokenPageProps) {
  const usable = token.readable && token.revokedAt === null;
  const where = [token.orgHost, environmentWords[token.environment].toLowerCase(), token.known?.owner?.login];
  return (
    <main className="page" aria-label={token.label}>
      <header className="page-top">
        <div className="grow">
          <h1 className="title selectable">{token.label}</h1>
          <p className="muted ellipsis">{where.filter(Boolean).join(', ')}</p>
        </div>
        <Button onClick={onCopy} disabled={!usable} hint="C" shortcut="c">
          Copy
        </Button>
        <Button onClick={onRotate} disabled={!usable && token.rotation === null} shortcut="r">
          {token.rotation === null ? 'Rotate' : 'Continue rotation'}
        </Button>
        <Button
          kind="primary"
          shortcut="t"
          onClick={onTest}
          disabled={testing || !usable}
          aria-busy={testing}
        >
          Test
        </Button>
      </header>
      <Tabs
        name="Token"
        above={
          <>
            {!token.readable && <NotReadable onPasteAgain={onPasteAgain} />}
            {token.revokedAt !== null && <Revoked at={token.revokedAt} />}
          </>
        }
        tabs={tabs}
      />
    </main>
  );
}

function Revoked({ at }: { at: number }) {
  return (
    <div className="banner tone-revoked" role="status">
      <Icon of={Ban} />
      <p className="grow">
        <b>Revoked on {fullDate(at)}, with proof.</b> Keyturn keeps no value of it. The proof is under
        Rotation.
      </p>
    </div>
  );
}

function NotReadable({ onPasteAgain }: { onPasteAgain: () => void }) {
  return (
    <div className="banner tone-attention" role="status">
      <Icon of={TriangleAlert} />
      <div className="grow stack">
        <p>
          <b>The kept value does not open.</b> Its place in the vault is damaged. Your other tokens are not
          affected.
        </p>
        <div>
          <Button onClick={onPasteAgain}>Paste it again</Button>
        </div>
      </div>
    </div>
  );
}
