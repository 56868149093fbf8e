import { Ban, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { KeptIn, Token } from '../../shared/contract/models.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge, type Failure } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { environmentWords } from '../ui/org-mark.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { useNow } from '../ui/use-now.ts';
import { HistoryTab } from './history-tab.tsx';
import { OverviewTab, type Running } from './overview-tab.tsx';
import { selectToken } from './tokens-store.ts';
import { type CopyAs, UseTab } from './use-tab.tsx';

const tabNames = ['Overview', 'Access', 'Usage', 'Use', 'Rotation', 'OAuth', 'History'];

interface TokenPageProps {
  readonly token: Token;
  /** The test that runs now, or null. */
  readonly running: Running | null;
  readonly keptIn: KeptIn | null;
  /** What its Access tab shows. */
  readonly access: ReactNode;
  readonly onTest: () => void;
  /** Ends the test that runs now. */
  readonly onCancel: () => void;
  readonly onCopy: (as: CopyAs) => void;
  readonly onPasteAgain: () => void;
  readonly onRotate: () => void;
  readonly onReplaceNow: () => void;
  /** Whether it is kept alive. */
  readonly keepAlive: ReactNode;
  /** The Rotation tab. */
  readonly rotations: ReactNode;
  /** How its job moves to an OAuth service app. */
  readonly oauth: ReactNode;
  /** Why the last test failed; null when it did not. */
  readonly diagnosis: ReactNode;
  /** What the Use tab shows first: programs that use it. */
  readonly door: ReactNode;
  /** What the Usage tab shows. */
  readonly usage: ReactNode;
}

export function TokenPage(props: TokenPageProps) {
  const { token, running, keptIn, onTest, onCancel, onCopy, onPasteAgain, onRotate, onReplaceNow } = props;
  const usable = token.readable && token.revokedAt === null;
  const [replacing, setReplacing] = useState(false);
  const now = useNow(5_000);
  const [removing, setRemoving] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const owner = token.known?.owner?.login;
  const remove = async () => {
    setRemoving(false);
    const removed = await bridge.tokens.remove({ tokenId: token.id });
    if (!removed.ok) return setFailure(removed.error);
    selectToken(null);
    // The page goes, and what had the focus with it.
    document.getElementById('filter-tokens')?.focus();
  };
  return (
    <main className="page" aria-label={token.label}>
      <header className="page-top">
        <div className="grow">
          <h1 className="title selectable">{token.label}</h1>
          <p className="muted ellipsis">
            {[token.orgHost, environmentWords[token.environment].toLowerCase(), owner]
              .filter(Boolean)
              .join(', ')}
          </p>
        </div>
        <Button onClick={() => onCopy('value')} disabled={!usable} hint="C" shortcut="c">
          Copy
        </Button>
        <Button onClick={onRotate} disabled={!usable && token.rotation === null} shortcut="r">
          {token.rotation === null ? 'Rotate' : 'Go on rotating'}
        </Button>
        <Button
          kind="primary"
          shortcut="t"
          onClick={onTest}
          disabled={running !== null || !usable}
          aria-busy={running !== null}
        >
          Test
        </Button>
      </header>
      <Tabs
        name="Token"
        above={
          <>
            <FailureNote failure={failure} />
            {!token.readable && <NotReadable onPasteAgain={onPasteAgain} />}
            {token.revokedAt !== null && <Revoked at={token.revokedAt} />}
          </>
        }
        tabs={tabNames}
      >
        {(tab) =>
          tab === 'Access' ? (
            props.access
          ) : tab === 'Usage' ? (
            props.usage
          ) : tab === 'Use' ? (
            <UseTab token={token} door={props.door} onCopy={onCopy} />
          ) : tab === 'Rotation' ? (
            props.rotations
          ) : tab === 'OAuth' ? (
            props.oauth
          ) : tab === 'History' ? (
            <HistoryTab token={token} now={now} />
          ) : (
            <>
              <OverviewTab
                token={token}
                running={running}
                keptIn={keptIn}
                now={now}
                onCancel={onCancel}
                diagnosis={props.diagnosis}
              />
              {usable && props.keepAlive}
              <div className="page-end row-flex">
                {usable && token.rotation === null && (
                  <Button kind="danger" onClick={() => setReplacing(true)}>
                    Replace now
                  </Button>
                )}
                <Button kind="danger" onClick={() => setRemoving(true)}>
                  Remove from Keyturn
                </Button>
              </div>
            </>
          )
        }
      </Tabs>
      {replacing && (
        <Confirm
          name="Replace this token now?"
          act="Revoke it now"
          keep="Keep it"
          onKeep={() => setReplacing(false)}
          onAct={() => {
            setReplacing(false);
            onReplaceNow();
          }}
        >
          <p>
            For a token that has leaked. <b>{token.label}</b> is revoked in Okta at once, with proof, and what
            uses it stops working until its replacement is handed over. Keyturn shows what the System Log says
            it did.
          </p>
        </Confirm>
      )}
      {removing && (
        <Confirm
          name="Remove from Keyturn?"
          act="Remove"
          keep="Keep it"
          onKeep={() => setRemoving(false)}
          onAct={() => void remove()}
        >
          <p>
            <b>{token.label}</b> and its history are removed from this computer. The token itself goes on
            working in Okta until somebody revokes it or 30 days pass without use.
          </p>
        </Confirm>
      )}
    </main>
  );
}

function Revoked({ at }: { at: number }) {
  return (
    <div className="banner tone-revoked" role="status">
      <Icon of={Ban} />
      <p className="grow">
        <b>Revoked on {fullDate(at)}, with proof.</b> There is no value any more. The proof is under Rotation.
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
          <b>The kept value does not open.</b> Its place in the vault is damaged; your other tokens are not
          touched.
        </p>
        <div>
          <Button onClick={onPasteAgain}>Paste it again</Button>
        </div>
      </div>
    </div>
  );
}
