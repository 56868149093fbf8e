import { Globe, MapPin } from 'lucide-react';
import { useState } from 'react';
import type { NetworkView } from '../../shared/contract/access.ts';
import type { TestFacts } from '../../shared/contract/testing.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { ago } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { useCall } from '../ui/use-call.ts';
import { NetworkEditor } from './network-editor.tsx';

interface NetworkCardProps {
  readonly token: Token;
  /** As the last X-ray or test had it; null when neither could read it. */
  readonly restriction: TestFacts['network'];
}

/** From where the token may be used; read from Okta when asked, and changed after a preview and a confirm. */
export function NetworkCard({ token, restriction }: NetworkCardProps) {
  const [view, setView] = useState<NetworkView | null>(null);
  const [editing, setEditing] = useState(false);
  const { failure, busy, run } = useCall();
  const read = async () => {
    const read = await run(bridge.access.network({ tokenId: token.id }));
    if (read !== null) setView(read);
  };
  const shown = view?.restriction ?? restriction;
  return (
    <section className="card stack" aria-labelledby="access-network">
      <div className="card-head">
        <h2 id="access-network">Network</h2>
        {view === null ? (
          <Button onClick={() => void read()} disabled={busy || !token.readable} aria-busy={busy}>
            {busy ? 'Reading…' : 'Read from Okta'}
          </Button>
        ) : (
          !editing && <Button onClick={() => setEditing(true)}>Change restriction</Button>
        )}
      </div>
      <p className={shown === null ? 'muted' : ''}>
        {shown === null
          ? 'Not known: Okta did not show which token in its list this is, or this token may not read the list.'
          : shown.connection === 'ANYWHERE'
            ? 'It may be used from any address.'
            : 'It may be used from network zones only.'}
      </p>
      {shown !== null && shown.connection !== 'ANYWHERE' && (
        <ul className="access-list">
          {shown.include.map((id) => (
            <li key={`in ${id}`}>From {nameOf(view, id)}</li>
          ))}
          {shown.exclude.map((id) => (
            <li key={`not ${id}`}>Not from {nameOf(view, id)}</li>
          ))}
        </ul>
      )}
      {view === null && (
        <p className="muted small">Reading the zones makes a few GET requests. Nothing is changed.</p>
      )}
      <FailureNote failure={failure} />
      {view !== null && (
        <>
          <p className="access-address small">
            <Icon of={view.address === null ? Globe : MapPin} />
            <span>
              {view.addressNote}
              {view.address === null ? '' : ` ${ago(view.address.at, Date.now())}.`}
            </span>
          </p>
          {view.zonesNote !== '' && <p className="muted small">{view.zonesNote}</p>}
          {view.by.tokenId !== token.id && (
            <p className="muted small">
              This token may not read this itself: it was read with {view.by.label}, and would be changed with
              it.
            </p>
          )}
        </>
      )}
      {view !== null && editing && (
        <NetworkEditor
          token={token}
          view={view}
          onCancel={() => setEditing(false)}
          onChanged={(changed) => {
            setView(changed);
            setEditing(false);
          }}
        />
      )}
    </section>
  );
}

function nameOf(view: NetworkView | null, id: string): string {
  if (id === 'ALL_ZONES') return 'any network zone';
  return view?.zones.find((zone) => zone.id === id)?.name ?? id;
}
