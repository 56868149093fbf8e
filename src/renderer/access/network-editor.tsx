import { Check, CircleHelp, CircleX } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { AccessZone, NetworkPreview, NetworkView, WantedNetwork } from '../../shared/contract/access.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import { asSentence } from '../../shared/listed.ts';
import { bridge } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Confirm } from '../ui/dialog.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import fields from '../ui/field.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import tables from '../ui/table.module.css';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import styles from './access.module.css';
import { words } from './words.ts';

interface NetworkEditorProps {
  readonly token: Token;
  readonly view: NetworkView;
  readonly onCancel: () => void;
  readonly onChanged: (view: NetworkView) => void;
}

type Part = 'none' | 'include' | 'exclude';

const previewShown = {
  allowed: [Check, tones.quiet, words.networkEditor.stillAllowed],
  blocked: [CircleX, tones.failing, words.networkEditor.blocked],
  unknown: [CircleHelp, tones.attention, words.networkEditor.notKnown],
} as const;

/**
 * Lets the person choose any address or network zones. It says at once whether this computer stays allowed, and asks before it changes
 * anything.
 */
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
      className={`${layout.stack} ${styles.editor}`}
      onSubmit={(event) => {
        event.preventDefault();
        if (!empty && preview !== null) setAsking(true);
      }}
    >
      <fieldset className={styles.radios}>
        <legend>{words.networkEditor.usedFrom}</legend>
        <label>
          <input type="radio" name="connection" checked={!zoned} onChange={() => setZoned(false)} />
          {words.networkEditor.anyAddress}
        </label>
        <label>
          <input type="radio" name="connection" checked={zoned} onChange={() => setZoned(true)} />
          {words.networkEditor.networkZones}
        </label>
      </fieldset>
      {zoned &&
        (zones.length === 0 ? (
          <p className={typography.muted}>{words.networkEditor.noZone}</p>
        ) : (
          <table className={tables.table}>
            <caption className={typography.hidden}>{words.networkEditor.networkZones}</caption>
            <thead>
              <tr>
                <th scope="col">{words.networkEditor.zone}</th>
                <th scope="col">{words.networkEditor.use}</th>
              </tr>
            </thead>
            <tbody>
              {zones.map((zone) => (
                <tr key={zone.id}>
                  <th scope="row">
                    {zone.name}
                    <span className={styles.why}>{zone.words}</span>
                  </th>
                  <td>
                    <select
                      className={fields.input}
                      aria-label={words.networkEditor.zoneUse(zone.name)}
                      disabled={!zone.usable && (parts[zone.id] ?? 'none') === 'none'}
                      value={parts[zone.id] ?? 'none'}
                      onChange={(event) => setParts({ ...parts, [zone.id]: event.target.value as Part })}
                    >
                      <option value="none">{words.networkEditor.notUsed}</option>
                      <option value="include">{words.networkEditor.onlyFromHere}</option>
                      <option value="exclude">{words.networkEditor.notFromHere}</option>
                    </select>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      {preview !== null && (
        <div className={`${banners.banner} ${tone}`} role="status">
          <Icon of={icon} />
          <div className={layout.grow}>
            <p>
              <b>{asSentence(heading)}</b> {preview.sentence}
            </p>
          </div>
        </div>
      )}
      <FailureNote failure={failure} />
      <div className={dialogs.foot}>
        <Button onClick={onCancel} disabled={busy}>
          {shared.cancel}
        </Button>
        <Button kind="primary" type="submit" disabled={busy || empty || preview === null} aria-busy={busy}>
          {pageShared.changeInOkta}
        </Button>
      </div>
      {asking && preview !== null && (
        <Confirm
          name={words.networkEditor.askChange}
          act={
            preview.verdict === 'allowed' ? words.networkEditor.changeIt : words.networkEditor.changeAnyway
          }
          keep={words.networkEditor.leaveIt}
          onKeep={() => setAsking(false)}
          onAct={() => void change()}
        >
          <p>
            {zoned
              ? words.networkEditor.askZonesOnly(<b>{view.name}</b>)
              : words.networkEditor.askAnyAddress(<b>{view.name}</b>)}
          </p>
          <p>{preview.sentence}</p>
          {preview.verdict !== 'allowed' && <p>{words.networkEditor.wayBack}</p>}
          {view.by.tokenId !== token.id && <p>{words.networkEditor.changedWith(view.by.label)}</p>}
        </Confirm>
      )}
    </form>
  );
}

/** Returns the org's zones, and the zones of the restriction that could not be read. A change must not lose the latter. */
function withNamed({ zones, restriction }: NetworkView): AccessZone[] {
  const unknown = [...restriction.include, ...restriction.exclude].filter(
    (id) => !zones.some((zone) => zone.id === id),
  );
  return [
    ...unknown.map((id) => ({
      id,
      name: id === 'ALL_ZONES' ? words.networkEditor.anyNetworkZone : id,
      usable: true,
      words: id === 'ALL_ZONES' ? words.networkEditor.everyZone : words.networkEditor.notRead,
    })),
    ...zones,
  ];
}
