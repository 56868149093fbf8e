import { Copy } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Door } from '../../shared/contract/programs.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { withProof } from '../ui/proof-store.ts';
import { Switch } from '../ui/switch.tsx';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { AlwaysList } from './always-list.tsx';
import { ConnectCard } from './connect-card.tsx';
import type { Connected } from './connected.ts';
import { AllowedNow, LastCalls } from './door-lists.tsx';
import { DoorRules } from './door-rules.tsx';
import styles from './programs.module.css';
import { loadCalls, usePrograms } from './programs-store.ts';
import { words } from './words.ts';

/** A token, or an OAuth service app, that programs may use. */
type Usable = Pick<Token, 'id' | 'orgHost' | 'readable' | 'revokedAt'>;

/** Shows how programs may use a token without having it: the switch, the address, the rules, the programs, and their last calls. */
export function DoorCard({
  token,
  kind = 'token',
  connect,
}: {
  readonly token: Usable;
  readonly kind?: keyof typeof words.doorCard.examples;
  /** The credential for tools. Null for an app that has no Client ID yet. */
  readonly connect: Connected | null;
}) {
  const { address, trouble, allowances, calls } = usePrograms();
  const [door, setDoor] = useState<Door | null>(null);
  const { failure, run } = useCall();
  useEffect(() => {
    let current = true;
    void run(bridge.programs.door({ tokenId: token.id })).then((read) => {
      if (current && read !== null) setDoor(read);
    });
    void loadCalls(token.id);
    return () => {
      current = false;
    };
  }, [token.id, run]);
  const save = useCallback(
    async ({ alias: _alias, ...wanted }: Door): Promise<boolean> => {
      const saved = await run(withProof(() => bridge.programs.setDoor({ tokenId: token.id, door: wanted })));
      if (saved !== null) setDoor(saved);
      return saved !== null;
    },
    [token.id, run],
  );
  if (door === null) return <FailureNote failure={failure} />;
  const usable = token.readable && token.revokedAt === null;
  const ofToken = calls[token.id] ?? [];
  const at = address === null ? null : `${address}/${door.alias}`;
  return (
    <>
      <section className={`${cards.card} ${styles.door}`} aria-label={words.doorCard.forPrograms}>
        <div className={styles.doorHead}>
          <div>
            <label htmlFor="door-open">
              <h2>{words.doorCard.letPrograms}</h2>
            </label>
            <p className={`${typography.muted} ${typography.small}`}>
              {words.doorCard.how[kind](token.orgHost)}
            </p>
          </div>
          <Switch
            id="door-open"
            on={door.open}
            disabled={!usable && !door.open}
            set={(open) => void save({ ...door, open })}
          />
        </div>
        <FailureNote failure={failure} />
        {door.open && (
          <>
            {trouble !== '' && <p className={`${typography.attention} ${typography.small}`}>{trouble}</p>}
            {at !== null && (
              <>
                <Address name={words.doorCard.address} text={at} />
                <Address
                  name={words.doorCard.tryIt}
                  text={words.doorCard.curl(at, words.doorCard.examples[kind])}
                />
                <Address
                  name={words.doorCard.run}
                  text={door.value ? words.doorCard.execValue(door.alias) : words.doorCard.exec(door.alias)}
                />
              </>
            )}
            <DoorRules door={door} onSave={save} />
            <AlwaysList tokenId={token.id} />
            <AllowedNow allowances={allowances.filter(({ tokenId }) => tokenId === token.id)} />
          </>
        )}
        {/* A call that the shutting of the door ended is shown, too. */}
        {(door.open || ofToken.length > 0) && <LastCalls calls={ofToken} />}
      </section>
      {connect !== null && <ConnectCard connected={connect} door={door} at={at} />}
    </>
  );
}

function Address({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className={styles.doorAddress}>
      <span className={`${typography.muted} ${typography.small}`}>{name}</span>
      <code className={`${typography.mono} ${typography.selectable} ${typography.ellipsis}`}>{text}</code>
      <Button
        kind="link"
        aria-label={words.doorCard.copy(name)}
        onClick={() => void bridge.app.copyText({ text })}
      >
        <Icon of={Copy} />
        {shared.copy}
      </Button>
    </div>
  );
}
