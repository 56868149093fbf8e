import { useState } from 'react';
import type { Confirmation, Difference, Rotation } from '../../shared/contract/rotation.ts';
import { bridge } from '../bridge.ts';
import { breakable } from '../ui/breakable.ts';
import { Button } from '../ui/button.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { Stage } from '../ui/stage.tsx';
import typography from '../ui/typography.module.css';
import type { Calls } from '../ui/use-call.ts';
import styles from './rotation.module.css';
import { words } from './words.ts';

const differenceWords: Readonly<Record<Difference, string>> = {
  same: words.compareStage.same,
  broader: words.compareStage.broader,
  narrower: words.compareStage.narrower,
  changed: words.compareStage.different,
  unknown: pageShared.notKnown,
};

const always = [
  words.compareStage.org,
  words.compareStage.owner,
  words.compareStage.roles,
  words.compareStage.network,
];

/** Shows the old and the new token side by side. A person confirms each difference before the hand-over. */
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
      <Stage state="later" title={words.compareStage.compare} line={words.compareStage.whatIsCompared} />
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
      title={now ? words.compareStage.compare : words.compareStage.compared}
      line={
        asks.length === 0
          ? words.compareStage.theyAreAlike
          : now
            ? words.compareStage.theyDiffer
            : words.compareStage.differencesConfirmed
      }
    >
      <table className={styles.compare}>
        <thead>
          <tr>
            <td />
            <th scope="col">
              {words.compareStage.old(<span className={typography.mono}>{rotation.oldFingerprint}</span>)}
            </th>
            <th scope="col">
              {words.compareStage.new(<span className={typography.mono}>{rotation.newFingerprint}</span>)}
            </th>
            <th scope="col">
              <span className={typography.hidden}>{words.compareStage.difference}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.name} className={styles[row.difference]}>
              <th scope="row">{row.name}</th>
              <td>{breakable(row.old)}</td>
              <td>{breakable(row.new)}</td>
              <td className={typography.small}>{differenceWords[row.difference]}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {(hidden > 0 || all) && (
        <div>
          <Button kind="link" onClick={() => setAll(!all)}>
            {all ? words.compareStage.showDifferences : words.compareStage.showAlike(hidden)}
          </Button>
        </div>
      )}
      {now && (
        <>
          {asks.length > 0 && (
            <fieldset className={styles.confirmList}>
              <legend>{words.compareStage.toConfirm}</legend>
              {asks.map(({ what, sentence }) => (
                <label key={what} className={styles.confirm}>
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
          <div className={layout.actions}>
            <Button
              kind="primary"
              disabled={!ready || doing !== ''}
              onClick={() =>
                void run(bridge.rotation.handOver({ rotationId, confirm: asks.map(({ what }) => what) }))
              }
            >
              {words.compareStage.handOver}
            </Button>
            <Button disabled={doing !== ''} onClick={() => void run(bridge.rotation.compare({ rotationId }))}>
              {words.compareStage.compareAgain}
            </Button>
            <Button kind="quiet" disabled={doing !== ''} onClick={onPutAside}>
              {pageShared.useAnotherValue}
            </Button>
          </div>
        </>
      )}
    </Stage>
  );
}
