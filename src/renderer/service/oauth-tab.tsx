import { type FormEvent, type ReactNode, useState } from 'react';
import type { ServiceApp, ServiceCopy, ServiceView } from '../../shared/contract/service.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import { withProof } from '../ui/proof-store.ts';
import typography from '../ui/typography.module.css';
import { useLoaded } from '../ui/use-loaded.ts';
import { MakeAppCard } from './make-app-card.tsx';
import { PlanCard } from './plan-card.tsx';
import styles from './service.module.css';
import { ServiceResult } from './service-result.tsx';
import { words } from './words.ts';

type Busy = 'key' | 'client' | 'test';

/** Shows how a token's job moves to an OAuth service app, step by step. */
export function OAuthTab({
  token,
  onCopied,
}: {
  readonly token: Token;
  /** Is told until when a secret is on the clipboard (milliseconds since 1970). */
  readonly onCopied: (clearsAt: number) => void;
}) {
  const tokenId = token.id;
  const { view, failure, fail, busy, run } = useLoaded<ServiceView, Busy>(tokenId, () =>
    bridge.service.view({ tokenId }),
  );
  const copy = async (as: ServiceCopy) => {
    fail(null);
    const copied = await withProof(() => bridge.service.copy({ tokenId, as }));
    if (copied.ok) onCopied(copied.value.clearsAt);
    else if (copied.error.code !== 'cancelled') fail(copied.error);
  };
  if (view === null) return <FailureNote failure={failure} />;
  const { plan, stays, app } = view;
  return (
    <>
      <FailureNote failure={failure} />
      <PlanCard plan={plan} stays={stays} />
      {plan !== null && (
        <MakeAppCard
          plan={plan}
          app={app}
          busy={busy === null || busy === 'key' ? busy : 'other'}
          onKey={() => void run('key', () => bridge.service.makeKey({ tokenId }))}
          onConsole={() => void bridge.service.openConsole({ tokenId })}
        />
      )}
      {app !== null && plan !== null && (
        <TestApp
          app={app}
          busy={busy}
          onClient={(clientId) => void run('client', () => bridge.service.setClient({ tokenId, clientId }))}
          onTest={() => void run('test', () => bridge.service.test({ tokenId }))}
        />
      )}
      {app?.lastTest?.outcome.kind === 'accepted' && <UseApp onCopy={(as) => void copy(as)} />}
      {app !== null && (
        <div className={`${pages.end} ${layout.row}`}>
          <Forget onForget={() => void run('client', () => bridge.service.forget({ tokenId }))} />
        </div>
      )}
    </>
  );
}

function TestApp({
  app,
  busy,
  onClient,
  onTest,
}: {
  readonly app: ServiceApp;
  readonly busy: Busy | null;
  readonly onClient: (clientId: string) => void;
  readonly onTest: () => void;
}) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onClient(String(new FormData(event.currentTarget).get('clientId') ?? ''));
  };
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <div className={cards.head}>
        <h2>{words.oauthTab.testTheApp}</h2>
        {app.clientId !== null && (
          <Button kind="primary" onClick={onTest} disabled={busy !== null} aria-busy={busy === 'test'}>
            {busy === 'test' ? pageShared.askingOkta : words.oauthTab.testTheApp}
          </Button>
        )}
      </div>
      <form className={`${layout.row} ${styles.client}`} onSubmit={submit}>
        <Field
          key={app.clientId}
          label={words.oauthTab.clientId}
          name="clientId"
          defaultValue={app.clientId ?? ''}
          placeholder={words.oauthTab.clientIdExample}
          hint={words.oauthTab.whereClientIdIs}
        />
        <Button type="submit" disabled={busy !== null}>
          {app.clientId === null ? words.oauthTab.keepClientId : pageShared.change}
        </Button>
      </form>
      {app.lastTest !== null && <ServiceResult test={app.lastTest} />}
    </section>
  );
}

const copies: readonly (readonly [as: ServiceCopy, words: string])[] = [
  ['key', words.oauthTab.copyPrivateKey],
  ['env', words.oauthTab.copyEnv],
  ['terraform', words.oauthTab.copyTerraform],
  ['sdk', words.oauthTab.copySdkConfiguration],
];

function UseApp({ onCopy }: { readonly onCopy: (as: ServiceCopy) => void }) {
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <h2>{words.oauthTab.useIt}</h2>
      <p className={typography.muted}>{words.oauthTab.howToUse}</p>
      <Buttons>
        {copies.map(([as, words]) => (
          <Button key={as} onClick={() => onCopy(as)}>
            {words}
          </Button>
        ))}
      </Buttons>
    </section>
  );
}

const Buttons = ({ children }: { readonly children: ReactNode }) => (
  <div className={`${layout.row} ${styles.copies}`}>{children}</div>
);

function Forget({ onForget }: { readonly onForget: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        {words.oauthTab.forgetTheApp}
      </Button>
      {asking && (
        <Confirm
          name={words.oauthTab.askForgetApp}
          act={words.oauthTab.forget}
          keep={pageShared.keepIt}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            onForget();
          }}
        >
          <p>{words.oauthTab.forgetConsequence}</p>
        </Confirm>
      )}
    </>
  );
}
