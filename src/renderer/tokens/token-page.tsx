import { Ban, TriangleAlert } from 'lucide-react';
import type { Token } from '../../shared/contract/tokens.ts';
import { inSentence } from '../../shared/in-sentence.ts';
import { environmentNames } from '../../shared/profile/words.ts';
import { fullDate } from '../../shared/time-words.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import { type TabItem, Tabs } from '../ui/tabs.tsx';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { WhereLine } from '../ui/where-line.tsx';
import { shared } from '../ui/words.ts';
import { words } from './page-words.ts';

interface TokenPageProps {
  readonly token: Token;
  /** Whether a test of it runs now. */
  readonly testing: boolean;
  /** The tabs in their order. The page opens on the first. */
  readonly tabs: readonly TabItem[];
  readonly onCopy: () => void;
  readonly onRotate: () => void;
  readonly onTest: () => void;
  readonly onPasteAgain: () => void;
}

/** Shows the page of one token: its name, the three buttons that are used most, and its tabs. */
export function TokenPage({ token, testing, tabs, onCopy, onRotate, onTest, onPasteAgain }: TokenPageProps) {
  const usable = token.readable && token.revokedAt === null;
  const owner = token.known?.owner?.login ?? '';
  // After a failed test, the next step is the one that the diagnosis offers.
  const failed = token.lastTest !== null && token.lastTest.outcome.kind !== 'accepted';
  return (
    <main className={pages.page} aria-label={token.label}>
      <header className={pages.top}>
        <div className={`${layout.grow} ${pages.heading}`}>
          <h1 className={`${pages.title} ${typography.selectable}`}>{token.label}</h1>
          <WhereLine facts={[token.orgHost, inSentence(environmentNames[token.environment]), owner]} />
        </div>
        <Button onClick={onCopy} disabled={!usable} hint="C" shortcut="c">
          {shared.copy}
        </Button>
        <Button onClick={onRotate} disabled={!usable && token.rotation === null} shortcut="r">
          {token.rotation === null ? pageShared.rotate : words.tokenPage.continueRotation}
        </Button>
        <Button
          kind={failed ? 'plain' : 'primary'}
          shortcut="t"
          onClick={onTest}
          disabled={testing || !usable}
          aria-busy={testing}
        >
          {shared.test}
        </Button>
      </header>
      <Tabs
        name={shared.token}
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
    <div className={`${banners.banner} ${tones.revoked}`} role="status">
      <Icon of={Ban} />
      <p className={layout.grow}>
        {words.tokenPage.revoked(
          (text) => (
            <b>{text}</b>
          ),
          fullDate(at),
        )}
      </p>
    </div>
  );
}

function NotReadable({ onPasteAgain }: { onPasteAgain: () => void }) {
  return (
    <div className={`${banners.banner} ${tones.attention}`} role="status">
      <Icon of={TriangleAlert} />
      <div className={`${layout.grow} ${layout.stack}`}>
        <p>
          {words.tokenPage.notReadable((text) => (
            <b>{text}</b>
          ))}
        </p>
        <div>
          <Button onClick={onPasteAgain}>{words.tokenPage.pasteItAgain}</Button>
        </div>
      </div>
    </div>
  );
}
