import type { Rotation } from '../../shared/contract/rotation.ts';
import { fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import { pageShared } from '../ui/page-words.ts';
import styles from './rotation.module.css';
import { words } from './words.ts';

/** A token's rotations, newest first; each can be opened and exported again. */
export function RotationTab({
  rotations,
  due,
  onOpen,
  onRotate,
  mayRotate,
}: {
  readonly rotations: readonly Rotation[];
  /** When the next one is due, in words. */
  readonly due: string;
  readonly onOpen: (rotationId: string) => void;
  readonly onRotate: () => void;
  readonly mayRotate: boolean;
}) {
  return (
    <>
      <section className="card">
        <div className="card-head">
          <h2>{words.rotationTab.rotation}</h2>
          <span className="small muted">{due}</span>
        </div>
        <p className="muted">{words.rotationTab.whatRotationDoes}</p>
        <div className="page-end">
          <Button onClick={onRotate} disabled={!mayRotate}>
            {pageShared.rotate}
          </Button>
        </div>
      </section>
      {rotations.length > 0 && (
        <ul className={`card history ${styles.ofRotations}`} aria-label={words.rotationTab.rotations}>
          {rotations.map((rotation) => (
            <li key={rotation.id}>
              <span className={`pill tone-${toneOf(rotation)}`}>{wordOf(rotation)}</span>
              <span className="grow ellipsis" title={rotation.steps.at(-1)?.sentence}>
                {rotation.proof?.sentence ?? rotation.steps.at(-1)?.sentence}
              </span>
              <span className="muted small">{fullDate(rotation.endedAt ?? rotation.startedAt)}</span>
              <Button kind="link" className="small" onClick={() => onOpen(rotation.id)}>
                {words.rotationTab.open}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const wordOf = ({ state, endedAt, proof }: Rotation): string => {
  if (endedAt === null) return words.rotationTab.underWay;
  if (state === 'done') return words.rotationTab.doneProof;
  if (proof !== null) return words.rotationTab.revoked;
  return state === 'rolled-back' ? words.rotationTab.rolledBack : words.rotationTab.abandoned;
};

const toneOf = ({ state, endedAt }: Rotation): string =>
  endedAt === null ? 'rotating' : state === 'done' ? 'healthy' : 'quiet';
