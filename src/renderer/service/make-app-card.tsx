import { Copy, ExternalLink, KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { ServiceApp, ServiceView } from '../../shared/contract/service.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';

/** The steps in the Admin Console, with the public key to be pasted there. */
export function MakeAppCard({
  plan,
  app,
  busy,
  onKey,
  onConsole,
}: {
  readonly plan: NonNullable<ServiceView['plan']>;
  readonly app: ServiceApp | null;
  /** A key is being made, or something else runs. */
  readonly busy: 'key' | 'other' | null;
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
