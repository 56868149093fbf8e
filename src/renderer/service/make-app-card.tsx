import { Copy, ExternalLink, KeyRound } from 'lucide-react';
import { useState } from 'react';
import type { ServiceApp, ServiceView } from '../../shared/contract/service.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Confirm } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { listed } from '../ui/listed.ts';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import styles from './service.module.css';
import { words } from './words.ts';

/** Shows the steps in the Admin Console, with the public key that is pasted there. */
export function MakeAppCard({
  plan,
  app,
  busy,
  onKey,
  onConsole,
}: {
  readonly plan: NonNullable<ServiceView['plan']>;
  readonly app: ServiceApp | null;
  /** What runs now, for example the making of a key. */
  readonly busy: 'key' | 'other' | null;
  readonly onKey: () => void;
  readonly onConsole: () => void;
}) {
  const [asking, setAsking] = useState(false);
  if (app === null) {
    return (
      <section className={`${cards.card} ${layout.stack}`}>
        <div className={cards.head}>
          <h2>{words.makeAppCard.makeAppInOkta}</h2>
          <Button kind="primary" onClick={onKey} disabled={busy !== null} aria-busy={busy === 'key'}>
            <Icon of={KeyRound} />
            {words.makeAppCard.makeAKey}
          </Button>
        </div>
        <p className={typography.muted}>{words.makeAppCard.whatKeyturnDoes}</p>
      </section>
    );
  }
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <div className={cards.head}>
        <h2>{words.makeAppCard.makeAppInOkta}</h2>
        <Button onClick={onConsole}>
          <Icon of={ExternalLink} />
          {pageShared.openAdminConsole}
        </Button>
      </div>
      <ol className={styles.guide}>
        <li>
          {words.makeAppCard.createIntegration(
            (text) => (
              <b>{text}</b>
            ),
            (text) => (
              <b>{text}</b>
            ),
          )}
        </li>
        <li>
          {words.makeAppCard.addPublicKey((text) => (
            <b>{text}</b>
          ))}
          <PublicKey jwk={app.jwk} />
        </li>
        <li>
          {words.makeAppCard.oktaApiScopes(
            (text) => (
              <b>{text}</b>
            ),
            <span className={`${typography.mono} ${typography.selectable}`}>{plan.scopes.join(', ')}</span>,
          )}
        </li>
        <li>
          {plan.roles.length > 0
            ? words.makeAppCard.assignRoles((text) => <b>{text}</b>, listed(plan.roles))
            : words.makeAppCard.assignSomeRole((text) => <b>{text}</b>)}
        </li>
      </ol>
      <p className={`${typography.muted} ${typography.small}`}>
        {words.makeAppCard.madeOn(fullDate(app.madeAt), app.kid.slice(0, 12))}{' '}
        <Button kind="link" onClick={() => setAsking(true)} disabled={busy !== null}>
          {words.makeAppCard.makeAnotherKey}
        </Button>
      </p>
      {asking && (
        <Confirm
          name={words.makeAppCard.askMakeAnotherKey}
          act={words.makeAppCard.makeAnother}
          keep={words.makeAppCard.keepThisOne}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            onKey();
          }}
        >
          <p>{words.makeAppCard.oldKeyReplaced}</p>
        </Confirm>
      )}
    </section>
  );
}

function PublicKey({ jwk }: { readonly jwk: string }) {
  return (
    <div className={layout.stack}>
      <pre className={`${typography.mono} ${styles.publicKey} ${typography.selectable}`}>{jwk}</pre>
      <div>
        <Button onClick={() => void bridge.app.copyText({ text: jwk })}>
          <Icon of={Copy} />
          {words.makeAppCard.copyPublicKey}
        </Button>
      </div>
    </div>
  );
}
