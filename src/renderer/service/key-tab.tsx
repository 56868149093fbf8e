import { RefreshCw } from 'lucide-react';
import type { ServiceApp } from '../../shared/contract/service.ts';
import { keyDueOf } from '../../shared/health.ts';
import { date, fullDate, inDays } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { KeyRotationCard } from './key-rotation-card.tsx';
import { words } from './words.ts';

/** Shows the key of an app, when the next one is due, and the rotation of the key step by step. */
export function KeyTab({ app }: { readonly app: ServiceApp }) {
  const { failure, busy, run } = useCall();
  const { keyRotation, madeAt } = app;
  const open = keyRotation !== null && keyRotation.endedAt === null;
  const due = keyDueOf(app);
  const mayRotate = app.readable && app.clientId !== null && app.plan !== null;
  return (
    <>
      <section className={`${cards.card} ${layout.stack}`}>
        <div className={cards.head}>
          <h2>{words.keyTab.key}</h2>
          {!open && (
            <Button
              disabled={!mayRotate || busy}
              aria-busy={busy}
              onClick={() => void run(bridge.service.rotateKey({ appId: app.id }))}
            >
              <Icon of={RefreshCw} />
              {words.keyTab.rotateKey}
            </Button>
          )}
        </div>
        <FailureNote failure={failure} />
        <p>
          {words.keyTab.madeAndDue(fullDate(madeAt), date(due), inDays(due, Date.now()))}{' '}
          <span className={`${typography.mono} ${typography.selectable}`}>{app.kid}</span>
        </p>
        <p className={typography.muted}>{mayRotate ? words.keyTab.whatRotationDoes : words.keyTab.notYet}</p>
      </section>
      {keyRotation !== null && <KeyRotationCard app={app} rotation={keyRotation} />}
    </>
  );
}
