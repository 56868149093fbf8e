import { Globe, MapPin } from 'lucide-react';
import { useState } from 'react';
import type { NetworkView } from '../../shared/contract/access.ts';
import type { TestFacts } from '../../shared/contract/testing.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { asSentence, sentences } from '../../shared/listed.ts';
import { ago } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { useEditFocus } from '../ui/use-edit-focus.ts';
import styles from './access.module.css';
import { NetworkEditor } from './network-editor.tsx';
import { words } from './words.ts';

interface NetworkCardProps {
  readonly token: Token;
  /** The restriction in the last X-ray or test. Null when neither could read it. */
  readonly restriction: TestFacts['network'];
}

/** Shows from which addresses the token may be used. It shows a change first, and asks the person to confirm it. */
export function NetworkCard({ token, restriction }: NetworkCardProps) {
  const [view, setView] = useState<NetworkView | null>(null);
  const [editing, setEditing] = useState(false);
  const holder = useEditFocus(editing);
  const { failure, busy, run } = useCall();
  const read = async () => {
    const read = await run(bridge.access.network({ tokenId: token.id }));
    if (read !== null) setView(read);
  };
  const shown = view?.restriction ?? restriction;
  return (
    <section
      ref={holder}
      className={`${cards.card} ${cards.scrolls} ${layout.stack}`}
      aria-labelledby="access-network"
    >
      <div className={cards.head}>
        <h2 id="access-network">{words.networkCard.network}</h2>
        {view === null ? (
          <Button onClick={() => void read()} disabled={busy || !token.readable} aria-busy={busy}>
            {busy ? pageShared.reading : words.networkCard.readFromOkta}
          </Button>
        ) : (
          !editing && <Button onClick={() => setEditing(true)}>{words.networkCard.changeRestriction}</Button>
        )}
      </div>
      <p className={shown === null ? typography.muted : ''}>
        {shown === null
          ? words.networkCard.restrictionNotKnown
          : shown.connection === 'ANYWHERE'
            ? words.networkCard.anyAddress
            : words.networkCard.zonesOnly}
      </p>
      {shown !== null && shown.connection !== 'ANYWHERE' && (
        <ul className={styles.list}>
          {shown.include.map((id) => (
            <li key={`in ${id}`}>{words.networkCard.from(nameOf(view, id))}</li>
          ))}
          {shown.exclude.map((id) => (
            <li key={`not ${id}`}>{words.networkCard.notFrom(nameOf(view, id))}</li>
          ))}
        </ul>
      )}
      {view === null && (
        <p className={`${typography.muted} ${typography.small}`}>{words.networkCard.whatReadingDoes}</p>
      )}
      <FailureNote failure={failure} />
      {view !== null && (
        <>
          <p className={`${styles.address} ${typography.small}`}>
            <Icon of={view.address === null ? Globe : MapPin} />
            <span>
              {sentences([
                view.addressNote,
                view.address === null ? '' : asSentence(ago(view.address.at, Date.now())),
              ])}
            </span>
          </p>
          {view.zonesNote !== '' && (
            <p className={`${typography.muted} ${typography.small}`}>{view.zonesNote}</p>
          )}
          {view.by.tokenId !== token.id && (
            <p className={`${typography.muted} ${typography.small}`}>
              {words.networkCard.readWithOther(view.by.label)}
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
  if (id === 'ALL_ZONES') return words.networkCard.anyNetworkZone;
  return view?.zones.find((zone) => zone.id === id)?.name ?? id;
}
