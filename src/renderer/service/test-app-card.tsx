import type { FormEvent } from 'react';
import type { ServiceApp } from '../../shared/contract/service.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { ClientIdField } from '../ui/client-id-field.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { useCall } from '../ui/use-call.ts';
import { useApps } from './apps-store.ts';
import styles from './service.module.css';
import { ServiceResult } from './service-result.tsx';
import { words } from './words.ts';

/** Asks for an app's Client ID, tests the app, and shows the result. */
export function TestAppCard({ app }: { readonly app: ServiceApp }) {
  const appId = app.id;
  const testing = useApps((state) => state.testing.includes(appId));
  const { failure, busy, run } = useCall();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const clientId = String(new FormData(event.currentTarget).get('clientId') ?? '');
    void run(bridge.service.setClient({ appId, clientId }));
  };
  return (
    <section className={`${cards.card} ${layout.stack}`}>
      <div className={cards.head}>
        <h2>{words.testAppCard.testTheApp}</h2>
        {app.clientId !== null && (
          <Button
            kind="primary"
            onClick={() => void run(bridge.service.test({ appId }))}
            disabled={testing || busy}
            aria-busy={testing}
          >
            {testing ? pageShared.askingOkta : words.testAppCard.testTheApp}
          </Button>
        )}
      </div>
      <form className={`${layout.row} ${styles.client}`} onSubmit={submit}>
        <ClientIdField clientId={app.clientId ?? ''} />
        <Button type="submit" disabled={testing || busy}>
          {app.clientId === null ? words.testAppCard.keepClientId : pageShared.change}
        </Button>
      </form>
      <FailureNote failure={failure} />
      {app.lastTest !== null && <ServiceResult test={app.lastTest} ofToken={app.tokenId !== null} />}
    </section>
  );
}
