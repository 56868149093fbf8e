import { KeyRound } from 'lucide-react';
import type { ServiceView } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { doesJob } from '../../shared/rotation-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useLoaded } from '../ui/use-loaded.ts';
import { useApps } from './apps-store.ts';
import { LeaveCard } from './leave-card.tsx';
import { MakeAppCard } from './make-app-card.tsx';
import { PlanCard } from './plan-card.tsx';
import { RemoveApp } from './remove-app.tsx';
import { TestAppCard } from './test-app-card.tsx';
import { UseAppCard } from './use-app-card.tsx';
import { words } from './words.ts';

/** Shows how a token's job moves to an OAuth service app, step by step. */
export function OAuthTab({
  token,
  onLeave,
  onCopied,
}: {
  readonly token: Token;
  /** Begins the revoke of the token, or shows it. */
  readonly onLeave: () => void;
  /** Called with the time until which a secret is on the clipboard (milliseconds since 1970). */
  readonly onCopied: (clearsAt: number) => void;
}) {
  const { id: tokenId } = token;
  const app = useApps(({ apps }) => apps.find((one) => one.tokenId === tokenId) ?? null);
  const { view, failure } = useLoaded<ServiceView, never>(tokenId, () => bridge.service.view({ tokenId }));
  if (view === null) return <FailureNote failure={failure} />;
  const plan = app === null ? view.plan : app.plan;
  return (
    <>
      <PlanCard plan={plan} stays={view.stays} unknown={words.oauthTab.needsNotKnown} />
      {app === null && plan !== null && <BeginCard tokenId={tokenId} />}
      {app !== null && plan !== null && (
        <>
          <MakeAppCard plan={plan} app={app} />
          <TestAppCard app={app} />
        </>
      )}
      {app !== null && doesJob(app) && <UseAppCard app={app} onCopied={onCopied} />}
      {app !== null && (doesJob(app) || isLeft(token)) && <LeaveCard token={token} onLeave={onLeave} />}
      {app !== null && <RemoveApp app={app} />}
    </>
  );
}

/** Returns whether the revoke of a token began or is proven, so that its card stays when the app fails a test. */
const isLeft = ({ rotation, revokedAt }: Token): boolean => rotation?.mode === 'to-app' || revokedAt !== null;

function BeginCard({ tokenId }: { readonly tokenId: string }) {
  const { failure, busy, run } = useCall();
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <div className={cards.head}>
        <h2>{words.makeAppCard.makeAppInOkta}</h2>
        <Button
          kind="primary"
          onClick={() => void run(bridge.service.begin({ tokenId }))}
          disabled={busy}
          aria-busy={busy}
        >
          <Icon of={KeyRound} />
          {words.oauthTab.makeAKey}
        </Button>
      </div>
      <FailureNote failure={failure} />
      <p className={typography.muted}>{words.oauthTab.whatKeyturnDoes}</p>
    </section>
  );
}
