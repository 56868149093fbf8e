import { FileSearch, LoaderCircle } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { PlaintextView } from '../../shared/contract/plaintext.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { bridge, type Result } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import emptyState from '../ui/empty-state.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import icons from '../ui/icons.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { FindingsTable } from './findings-table.tsx';
import styles from './plaintext.module.css';
import { words } from './words.ts';

interface PlaintextPageProps {
  /** The kept tokens. */
  readonly tokens: readonly Token[];
  /** Opens the wizard with the token of a place. */
  readonly onTakeIn: (findingId: string) => void;
  readonly onOpen: (tokenId: string) => void;
  readonly onRotate: (tokenId: string) => void;
}

/** Shows the tokens in files in plain text. Main keeps the values, and wipes them when the person leaves this page. */
export function PlaintextPage({ tokens, onTakeIn, onOpen, onRotate }: PlaintextPageProps) {
  const [view, setView] = useState<PlaintextView | null>(null);
  const { busy, failure, run } = useCall();
  const take = useCallback(
    async (call: Promise<Result<PlaintextView>>) => {
      const next = await run(call);
      if (next !== null) setView(next);
    },
    [run],
  );
  useEffect(() => {
    const off = bridge.events.plaintextChanged((event) => setView(event.view));
    return () => {
      off();
      void bridge.plaintext.close();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an added token is now a kept token
  useEffect(() => void take(bridge.plaintext.view()), [take, tokens]);
  const looking = view?.state === 'looking';
  const findings = view?.findings ?? [];
  return (
    <main className={`${pages.page} ${pages.wide}`} aria-label={shared.findInFiles}>
      <header className={pages.top}>
        <div className={`${layout.grow} ${pages.heading}`}>
          <h1>{shared.findInFiles}</h1>
          <p className={typography.muted}>{words.plaintextPage.about}</p>
        </div>
        <Button disabled={looking} onClick={() => void take(bridge.plaintext.chooseFolder())}>
          {words.plaintextPage.chooseFolder}
        </Button>
        {looking ? (
          <Button kind="primary" onClick={() => void bridge.plaintext.cancel()}>
            {words.plaintextPage.stop}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => void run(bridge.plaintext.look())}>
            {view === null || view.state === 'idle'
              ? words.plaintextPage.search
              : words.plaintextPage.searchAgain}
          </Button>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without a control in it, it could not be scrolled by the keyboard */}
      <section className={pages.body} tabIndex={0} aria-label={words.plaintextPage.places}>
        <FailureNote failure={failure} />
        {view !== null && view.folder !== null && (
          <p className={`${layout.row} ${typography.small}`}>
            <span className={typography.ellipsis}>{words.plaintextPage.alsoIn(view.folder)}</span>
            {!looking && (
              <Button kind="link" onClick={() => void take(bridge.plaintext.forgetFolder())}>
                {words.plaintextPage.withoutFolder}
              </Button>
            )}
          </p>
        )}
        {view !== null && <Progress view={view} />}
        {findings.length > 0 ? (
          <FindingsTable
            findings={findings}
            busy={busy}
            onTakeIn={onTakeIn}
            onCleanUp={(findingId) => void take(bridge.plaintext.cleanUp({ findingId }))}
            onOpen={onOpen}
            onRotate={onRotate}
          />
        ) : (
          !looking && view !== null && <Nothing state={view.state} />
        )}
        {view !== null && view.leftOut.length > 0 && (
          <ul className={`${typography.small} ${typography.muted} ${styles.leftOut}`}>
            {view.leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        )}
      </section>
    </main>
  );
}

/** Shows the progress of the search, or how it ended. */
function Progress({ view: { state, looked, at, findings } }: { readonly view: PlaintextView }) {
  if (state === 'idle') return null;
  if (state === 'looking') {
    return (
      <div className={layout.row}>
        <Icon of={LoaderCircle} className={icons.spin} />
        <p role="status">{words.plaintextPage.searching(looked)}</p>
        <p
          className={`${typography.small} ${typography.muted} ${typography.ellipsis} ${layout.grow}`}
          aria-hidden="true"
        >
          {at}
        </p>
      </div>
    );
  }
  const said = state === 'cancelled' ? words.plaintextPage.stopped : words.plaintextPage.found;
  return <p role="status">{said(findings.length, looked)}</p>;
}

function Nothing({ state }: { readonly state: PlaintextView['state'] }) {
  const idle = state === 'idle';
  return (
    <div className={emptyState.empty}>
      <Icon of={FileSearch} />
      <h2>{idle ? words.plaintextPage.notSearched : words.plaintextPage.noneFound}</h2>
      <p>{idle ? words.plaintextPage.whatSearchDoes : words.plaintextPage.searchMore}</p>
    </div>
  );
}
