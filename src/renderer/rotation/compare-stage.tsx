import { useState } from 'react';
import type { Confirmation, Difference, Rotation } from '../../shared/contract/rotation.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import type { Calls } from '../ui/use-call.ts';
import { Stage } from './stage.tsx';

const differenceWords: Readonly<Record<Difference, string>> = {
  same: 'Same',
  broader: 'Broader',
  narrower: 'Narrower',
  changed: 'Different',
  unknown: 'Not known',
};

const always = ['Org', 'Owner', 'Roles', 'Network'];

/** Old and new side by side; what differs must be confirmed before the new one is handed over. */
export function CompareStage({
  rotation,
  doing,
  run,
  onPutAside,
}: {
  readonly rotation: Rotation;
  readonly doing: string;
  readonly run: Calls['run'];
  readonly onPutAside: () => void;
}) {
  const [confirmed, setConfirmed] = useState<readonly Confirmation[]>([]);
  const [all, setAll] = useState(false);
  const { comparison, id: rotationId } = rotation;
  const now = rotation.state === 'compared';
  if (comparison === null) {
    return (
      <Stage
        state="later"
        title="Compare"
        line="Owner, roles, network and what each may read, side by side."
      />
    );
  }
  const rows = comparison.rows.filter(
    ({ name, difference }) => all || always.includes(name) || difference !== 'same',
  );
  const hidden = comparison.rows.length - rows.length;
  const asks = comparison.confirm;
  const ready = asks.every(({ what }) => confirmed.includes(what));
  return (
    <Stage
      state={now ? 'now' : 'done'}
      busy={doing === 'comparing'}
      title={now ? 'Compare' : 'Compared'}
      line={
        asks.length === 0
          ? 'The new token has the same owner and may do the same.'
          : now
            ? 'The two differ. Say which differences are meant.'
            : 'The differences were confirmed.'
      }
    >
      <table className="compare">
        <thead>
          <tr>
            <td />
            <th scope="col">
              Old, <span className="mono">{rotation.oldFingerprint}</span>
            </th>
            <th scope="col">
              New, <span className="mono">{rotation.newFingerprint}</span>
            </th>
            <th scope="col">
              <span className="hidden">Difference</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className={`is-${row.difference}`}>
              <th scope="row">{row.name}</th>
              <td>{row.old}</td>
              <td>{row.new}</td>
              <td className="small">{differenceWords[row.difference]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(hidden > 0 || all) && (
        <div>
          <Button kind="link" className="small" onClick={() => setAll(!all)}>
            {all ? 'Show differences only' : `Show ${hidden} more that are the same`}
          </Button>
        </div>
      )}
      {now && (
        <>
          {asks.length > 0 && (
            <fieldset className="confirm-list">
              <legend>To confirm</legend>
              {asks.map(({ what, sentence }) => (
                <label key={what} className="confirm">
                  <input
                    type="checkbox"
                    checked={confirmed.includes(what)}
                    onChange={(event) =>
                      setConfirmed(
                        event.target.checked ? [...confirmed, what] : confirmed.filter((one) => one !== what),
                      )
                    }
                  />
                  <span>{sentence}</span>
                </label>
              ))}
            </fieldset>
          )}
          <div className="row-flex">
            <Button
              kind="primary"
              disabled={!ready || doing !== ''}
              onClick={() =>
                void run(bridge.rotation.handOver({ rotationId, confirm: asks.map(({ what }) => what) }))
              }
            >
              Hand over
            </Button>
            <Button disabled={doing !== ''} onClick={() => void run(bridge.rotation.compare({ rotationId }))}>
              Compare again
            </Button>
            <Button kind="quiet" disabled={doing !== ''} onClick={onPutAside}>
              Use another value
            </Button>
          </div>
        </>
      )}
    </Stage>
  );
}
