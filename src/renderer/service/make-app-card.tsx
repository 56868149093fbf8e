import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { ServiceApp, ServicePlan } from '../../shared/contract/service.ts';
import { fullDate } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { AppGuide } from './app-guide.tsx';
import { words } from './words.ts';

/** Shows the steps in the Admin Console, with the public key to paste there. */
export function MakeAppCard({ plan, app }: { readonly plan: ServicePlan; readonly app: ServiceApp }) {
  const [asking, setAsking] = useState(false);
  const { failure, busy, run } = useCall();
  const appId = app.id;
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <div className={cards.head}>
        <h2>{words.makeAppCard.makeAppInOkta}</h2>
        <Button onClick={() => void run(bridge.service.openConsole({ appId }))}>
          <Icon of={ExternalLink} />
          {pageShared.openAdminConsole}
        </Button>
      </div>
      <FailureNote failure={failure} />
      <AppGuide plan={plan} app={app} />
      <p className={`${typography.muted} ${typography.small}`}>
        {words.makeAppCard.madeOn(fullDate(app.madeAt), app.kid.slice(0, 12))}{' '}
        <Button kind="link" onClick={() => setAsking(true)} disabled={busy}>
          {words.makeAppCard.replaceAtOnce}
        </Button>
      </p>
      {asking && (
        <Confirm
          name={words.makeAppCard.askReplaceAtOnce}
          act={words.makeAppCard.replaceAtOnce}
          keep={words.makeAppCard.keepThisOne}
          onKeep={() => setAsking(false)}
          onAct={() => {
            setAsking(false);
            void run(bridge.service.makeKey({ appId }));
          }}
        >
          <p>{words.makeAppCard.oldKeyReplaced}</p>
          <p>{words.makeAppCard.rotateInstead}</p>
        </Confirm>
      )}
    </section>
  );
}
