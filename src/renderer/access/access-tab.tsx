import { ScanSearch, ShieldAlert } from 'lucide-react';
import type { AccessView } from '../../shared/contract/access.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { isOverPrivileged } from '../../shared/health.ts';
import { bridge } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { useLoaded } from '../ui/use-loaded.ts';
import { CompareCard } from './compare-card.tsx';
import { HistoryCard } from './history-card.tsx';
import { JudgementCard } from './judgement-card.tsx';
import { NetworkCard } from './network-card.tsx';
import { RolesCard } from './roles-card.tsx';
import { words } from './words.ts';
import { XrayCard } from './xray-card.tsx';

type Busy = 'xray' | 'log' | 'purpose';

/** Shows what a token may do, whether this is more than its job needs, and which addresses may use it. */
export function AccessTab({ token, others }: { token: Token; others: readonly Token[] }) {
  // A test may find the owner, and the plan depends on the owner.
  const { view, failure, busy, run } = useLoaded<AccessView, Busy>(`${token.id} ${token.lastTest?.id}`, () =>
    bridge.access.view({ tokenId: token.id }),
  );

  const newest = view?.xrays[0]?.xray ?? null;
  return (
    <>
      <FailureNote failure={failure} />
      {isOverPrivileged(token) && (
        <div className={`${banners.banner} ${tones.attention}`}>
          <Icon of={ShieldAlert} />
          <p className={layout.grow}>
            {words.accessTab.superAdmin((text) => (
              <b>{text}</b>
            ))}
          </p>
        </div>
      )}
      {view === null ? (
        <p className={typography.muted} aria-busy={failure === null}>
          {failure === null ? words.accessTab.readingResults : ''}
        </p>
      ) : (
        <>
          {newest === null && (
            <div className={`${banners.banner} ${tones.quiet}`}>
              <Icon of={ScanSearch} />
              <p className={layout.grow}>{words.accessTab.whatXrayDoes}</p>
            </div>
          )}
          <XrayCard
            view={view}
            busy={busy === 'xray'}
            disabled={busy !== null || !token.readable}
            onXray={() => void run('xray', () => bridge.access.xray({ tokenId: token.id }))}
          />
          {newest !== null && (
            <JudgementCard
              view={view}
              busy={busy}
              readable={token.readable}
              onPurpose={(purpose) =>
                void run('purpose', () =>
                  withProof(() => bridge.access.setPurpose({ tokenId: token.id, purpose })),
                )
              }
              onReadLog={() =>
                void run('log', () => withProof(() => bridge.access.readLog({ tokenId: token.id })))
              }
            />
          )}
          <RolesCard token={token} xray={newest} />
          <NetworkCard token={token} restriction={newest?.network ?? token.known?.network ?? null} />
          {view.xrays.length > 1 && <HistoryCard view={view} />}
          {newest !== null && <CompareCard token={token} others={others} />}
        </>
      )}
    </>
  );
}
