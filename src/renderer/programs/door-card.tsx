import { Copy } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { Door } from '../../shared/contract/programs.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { bridge } from '../bridge.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { withProof } from '../ui/proof.tsx';
import { useCall } from '../ui/use-call.ts';
import { AllowedNow, LastCalls } from './door-lists.tsx';
import { DoorRules } from './door-rules.tsx';
import { loadCalls, usePrograms } from './programs-store.ts';

/** Programs may use a token without having it: whether, where, for what; who does now, and what was called. */
export function DoorCard({ token }: { token: Token }) {
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
  const at = address === null ? null : `${address}/${door.alias}`;
  return (
    <section className="card door" aria-label="For programs">
      <div className="setting">
        <div>
          <label htmlFor="door-open">
            <h2>Let programs use it without having it</h2>
          </label>
          <p className="muted small">
            A program calls Keyturn on this computer in place of {token.orgHost}. You allow it, Keyturn adds
            the token and hands Okta’s answer on. The value stays here.
          </p>
        </div>
        <input
          id="door-open"
          type="checkbox"
          role="switch"
          aria-checked={door.open}
          className="switch"
          checked={door.open}
          disabled={!usable && !door.open}
          onChange={(event) => void save({ ...door, open: event.target.checked })}
        />
      </div>
      <FailureNote failure={failure} />
      {door.open && (
        <>
          {trouble !== '' && <p className="ink-attention small">{trouble}</p>}
          {at !== null && (
            <>
              <Address name="Address" text={at} />
              <Address name="Try it" text={`curl ${at}/api/v1/users/me`} />
              <Address
                name="Run"
                text={`keyturn exec ${door.value ? '--value ' : ''}${door.alias} -- your-program`}
              />
            </>
          )}
          <DoorRules door={door} onSave={save} />
          <AllowedNow allowances={allowances.filter(({ tokenId }) => tokenId === token.id)} />
          <LastCalls calls={calls[token.id] ?? []} />
        </>
      )}
    </section>
  );
}

function Address({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div className="door-address">
      <span className="muted small">{name}</span>
      <code className="mono selectable ellipsis">{text}</code>
      <button
        type="button"
        className="button link small"
        aria-label={`Copy: ${name}`}
        onClick={() => void bridge.app.copyText({ text })}
      >
        <Icon of={Copy} />
        Copy
      </button>
    </div>
  );
}
