import { Copy, ExternalLink, KeyRound } from 'lucide-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { Token } from '../../shared/contract/models.ts';
import type { ServiceApp, ServiceCopy, ServiceView } from '../../shared/contract/service.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Field } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import { ServiceResult } from './service-result.tsx';

type Busy = 'key' | 'client' | 'test';

/** Moving a token's job to an OAuth service app, step by step. */
export function OAuthTab({
  token,
  onCopied,
}: {
  readonly token: Token;
  /** Something secret is on the clipboard until then. */
  readonly onCopied: (clearsAt: number) => void;
}) {
  const tokenId = token.id;
  const { view, failure, fail, busy, run } = useLoaded<ServiceView, Busy>(tokenId, () =>
    bridge.service.view({ tokenId }),
  );
  const copy = async (as: ServiceCopy) => {
    fail(null);
    const copied = await bridge.service.copy({ tokenId, as });
    if (copied.ok) onCopied(copied.value.clearsAt);
    else fail(copied.error);
  };
  if (view === null) return <FailureNote failure={failure} />;
  const { plan, stays, app } = view;
  return (
    <>
      <FailureNote failure={failure} />
      <Plan plan={plan} stays={stays} />
      {plan !== null && (
        <MakeApp
          plan={plan}
          app={app}
          busy={busy}
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
        <div className="page-end row-flex">
          <Forget onForget={() => void run('client', () => bridge.service.forget({ tokenId }))} />
        </div>
      )}
    </>
  );
}

function Plan({ plan, stays }: Pick<ServiceView, 'plan' | 'stays'>) {
  return (
    <section className="card stack">
      <h2>What it needs</h2>
      {plan === null ? (
        <p>
          An OAuth service app asks for single scopes, and its access tokens end after an hour. Which scopes
          this token’s job needs is not known yet: on the Access tab make an X-ray and say what the token is
          for.
        </p>
      ) : (
        <>
          <p className="muted small">{plan.basis}</p>
          <ul className="scopes" aria-label="Scopes">
            {plan.scopes.map((scope) => (
              <li key={scope} className="mono selectable">
                {scope}
              </li>
            ))}
          </ul>
          <p>
            {plan.roles.length > 0
              ? `The app needs an admin role, too: ${plan.roles.join(' and ')}.`
              : `The app needs an admin role, too: a custom one with ${plan.permissions.join(', ') || 'what the job needs'}.`}
          </p>
          <details>
            <summary className="small">What goes with an API token only</summary>
            <ul className="small muted">
              {stays.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        </>
      )}
    </section>
  );
}

function MakeApp({
  plan,
  app,
  busy,
  onKey,
  onConsole,
}: {
  readonly plan: NonNullable<ServiceView['plan']>;
  readonly app: ServiceApp | null;
  readonly busy: Busy | null;
  readonly onKey: () => void;
  readonly onConsole: () => void;
}) {
  const [asking, setAsking] = useState(false);
  if (app === null) {
    return (
      <section className="card stack">
        <div className="card-head">
          <h2>Make the app in Okta</h2>
          <Button kind="primary" onClick={onKey} disabled={busy !== null} aria-busy={busy === 'key'}>
            <Icon of={KeyRound} />
            Make a key
          </Button>
        </div>
        <p className="muted">
          Keyturn makes a key pair. The private key is kept like a token, and Okta gets the public one.
        </p>
      </section>
    );
  }
  return (
    <section className="card stack">
      <div className="card-head">
        <h2>Make the app in Okta</h2>
        <Button onClick={onConsole}>
          <Icon of={ExternalLink} />
          Open Admin Console
        </Button>
      </div>
      <ol className="guide">
        <li>
          <b>Create an app integration</b> of the kind <b>API Services</b>, and name it by its purpose.
        </li>
        <li>
          Under General, Client Credentials, choose <b>Public key / Private key</b>, add a key, and paste this
          one:
          <PublicKey jwk={app.jwk} />
        </li>
        <li>
          Under <b>Okta API Scopes</b> grant:{' '}
          <span className="mono selectable">{plan.scopes.join(', ')}</span>. Only a super admin can.
        </li>
        <li>
          Under <b>Admin roles</b> assign {plan.roles.join(' and ') || 'a role that does the job'}. Without
          one the app gets in and may do nothing.
        </li>
      </ol>
      <p className="muted small">
        Made on {fullDate(app.madeAt)}, key {app.kid.slice(0, 12)}…{' '}
        <button
          type="button"
          className="button link small"
          onClick={() => setAsking(true)}
          disabled={busy !== null}
        >
          Make another key
        </button>
      </p>
      {asking && (
        <Confirm
          name="Make another key?"
          act="Make another"
          keep="Keep this one"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            onKey();
          }}
        >
          <p>
            The private key that is kept here is replaced and cannot be had again. Programs that have it go on
            working until its public half is taken out of the app in Okta.
          </p>
        </Confirm>
      )}
    </section>
  );
}

function PublicKey({ jwk }: { readonly jwk: string }) {
  return (
    <div className="stack">
      <pre className="mono public-key selectable">{jwk}</pre>
      <div>
        <Button onClick={() => void bridge.app.copyText({ text: jwk })}>
          <Icon of={Copy} />
          Copy public key
        </Button>
      </div>
    </div>
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
    <section className="card stack">
      <div className="card-head">
        <h2>Test the app</h2>
        {app.clientId !== null && (
          <Button kind="primary" onClick={onTest} disabled={busy !== null} aria-busy={busy === 'test'}>
            {busy === 'test' ? 'Asking Okta…' : 'Test the app'}
          </Button>
        )}
      </div>
      <form className="row-flex client" onSubmit={submit}>
        <Field
          key={app.clientId}
          label="Client ID"
          name="clientId"
          defaultValue={app.clientId ?? ''}
          placeholder="0oa…"
          hint="It stands in the app under General, Client Credentials."
        />
        <Button type="submit" disabled={busy !== null}>
          {app.clientId === null ? 'Keep Client ID' : 'Change'}
        </Button>
      </form>
      {app.lastTest !== null && <ServiceResult test={app.lastTest} />}
    </section>
  );
}

const copies: readonly (readonly [as: ServiceCopy, words: string])[] = [
  ['key', 'Copy private key'],
  ['env', 'Copy .env'],
  ['terraform', 'Copy Terraform'],
  ['sdk', 'Copy SDK configuration'],
];

function UseApp({ onCopy }: { readonly onCopy: (as: ServiceCopy) => void }) {
  return (
    <section className="card stack">
      <h2>Use it</h2>
      <p className="muted">
        Give the program the app in the token’s place. The clipboard clears after 30 seconds. When nothing
        uses the token any more, revoke it under Inventory.
      </p>
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
  <div className="row-flex copies">{children}</div>
);

function Forget({ onForget }: { readonly onForget: () => void }) {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button kind="danger" onClick={() => setAsking(true)}>
        Forget the app
      </Button>
      {asking && (
        <Confirm
          name="Forget the app?"
          act="Forget"
          keep="Keep it"
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            onForget();
          }}
        >
          <p>
            Its private key is removed from this computer and cannot be had again. The app stays in Okta until
            somebody removes it there.
          </p>
        </Confirm>
      )}
    </>
  );
}
