import { Check, CircleHelp, CircleX } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { AccessZone, NetworkPreview, NetworkView, WantedNetwork } from '../../shared/contract/access.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import { Icon } from '../ui/icons.tsx';
import { useCall } from '../ui/use-call.ts';

interface NetworkEditorProps {
  readonly token: Token;
  readonly view: NetworkView;
  readonly onCancel: () => void;
  readonly onChanged: (view: NetworkView) => void;
}

type Part = 'none' | 'include' | 'exclude';

const previewShown = {
  allowed: [Check, 'tone-quiet', 'This computer would still be allowed'],
  blocked: [CircleX, 'tone-failing', 'This computer would be blocked'],
  unknown: [CircleHelp, 'tone-attention', 'Not known whether this computer would still be allowed'],
} as const;

/** Any address or zones, each included or excluded; says at once what that means for this computer, and asks before it changes anything. */
export function NetworkEditor({ token, view, onCancel, onChanged }: NetworkEditorProps) {
  const { restriction } = view;
  const [zoned, setZoned] = useState(restriction.connection !== 'ANYWHERE');
  const [parts, setParts] = useState<Readonly<Record<string, Part>>>(() => ({
    ...Object.fromEntries(restriction.include.map((id) => [id, 'include' as const])),
    ...Object.fromEntries(restriction.exclude.map((id) => [id, 'exclude' as const])),
  }));
  const [preview, setPreview] = useState<NetworkPreview | null>(null);
  const [asking, setAsking] = useState(false);
  const { failure, busy, run } = useCall();

  const wanted = useMemo((): WantedNetwork => {
    const chosen = (part: Part) => (zoned ? Object.keys(parts).filter((id) => parts[id] === part) : []);
    return {
      connection: zoned ? 'ZONE' : 'ANYWHERE',
      include: chosen('include'),
      exclude: chosen('exclude'),
    };
  }, [zoned, parts]);
  const empty = zoned && wanted.include.length + wanted.exclude.length === 0;
  const zones = useMemo(() => withNamed(view), [view]);

  useEffect(() => {
    let gone = false;
    void bridge.access.previewNetwork({ tokenId: token.id, wanted }).then((answer) => {
      if (!gone) setPreview(answer.ok ? answer.value : null);
    });
    return () => {
      gone = true;
    };
  }, [token.id, wanted]);

  const change = async () => {
    setAsking(false);
    const evenIf = preview?.verdict !== 'allowed';
    const by = view.by.tokenId;
    const changed = await run(bridge.access.setNetwork({ tokenId: token.id, by, wanted, evenIf }));
    if (changed !== null) onChanged(changed);
  };

  const [icon, tone, heading] = previewShown[preview?.verdict ?? 'unknown'];
  return (
    <form
      className="stack access-editor"
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && preview !== null) setAsking(true);
      }}
    >
      <fieldset className="access-radios">
        <legend>It may be used from</legend>
        <label>
          <input type="radio" name="connection" checked={!zoned} onChange={() => setZoned(false)} />
          Any address
        </label>
        <label>
          <input type="radio" name="connection" checked={zoned} onChange={() => setZoned(true)} />
          Network zones
        </label>
      </fieldset>
      {zoned &&
        (zones.length === 0 ? (
          <p className="muted">
            There is no zone to choose. Make one in the Admin Console under Security, Networks.
          </p>
        ) : (
          <table className="table">
            <caption className="hidden">Network zones</caption>
            <thead>
              <tr>
                <th scope="col">Zone</th>
                <th scope="col">Use</th>
              </tr>
            </thead>
            <tbody>
              {zones.map((zone) => (
                <tr key={zone.id}>
                  <th scope="row">
                    {zone.name}
                    <span className="access-why">{zone.words}</span>
                  </th>
                  <td>
                    <select
                      className="input"
                      aria-label={`Use of ${zone.name}`}
                      disabled={!zone.usable && (parts[zone.id] ?? 'none') === 'none'}
                      value={parts[zone.id] ?? 'none'}
                      onChange={(event) => setParts({ ...parts, [zone.id]: event.target.value as Part })}
                    >
                      <option value="none">Not used</option>
                      <option value="include">Only from here</option>
                      <option value="exclude">Not from here</option>
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      {preview !== null && (
        <div className={`banner ${tone}`} role="status">
          <Icon of={icon} />
          <div className="grow">
            <p>
              <b>{heading}.</b> {preview.sentence}
            </p>
          </div>
        </div>
      )}
      <FailureNote failure={failure} />
      <div className="dialog-foot">
        <Button onClick={onCancel} disabled={busy}>
          Cancel
        </Button>
        <Button kind="primary" type="submit" disabled={busy || empty || preview === null} aria-busy={busy}>
          Change in Okta
        </Button>
      </div>
      {asking && preview !== null && (
        <Confirm
          name="Change the restriction in Okta?"
          act={preview.verdict === 'allowed' ? 'Change it' : 'Change it anyway'}
          keep="Leave it"
          onKeep={() => setAsking(false)}
          onAct={() => void change()}
        >
          <p>
            <b>{view.name}</b> may then be used from{' '}
            {zoned
              ? 'the chosen network zones only. Programs elsewhere that use it will stop.'
              : 'any address.'}
          </p>
          <p>{preview.sentence}</p>
          {preview.verdict !== 'allowed' && (
            <p>If it is blocked here, only the Admin Console or another token can undo this.</p>
          )}
          {view.by.tokenId !== token.id && <p>The change is made with {view.by.label}.</p>}
        </Confirm>
      )}
    </form>
  );
}

/** The zones there are, and those the restriction names that could not be read: they must not be lost by a change. */
function withNamed({ zones, restriction }: NetworkView): AccessZone[] {
  const unknown = [...restriction.include, ...restriction.exclude].filter(
    (id) => !zones.some((zone) => zone.id === id),
  );
  return [
    ...unknown.map((id) => ({
      id,
      name: id === 'ALL_ZONES' ? 'Any network zone' : id,
      usable: true,
      words: id === 'ALL_ZONES' ? 'every zone that is defined in the org' : 'could not be read',
    })),
    ...zones,
  ];
}
