import type { Rotation } from '../../shared/contract/rotation.ts';
import { fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';

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
          <h2>Rotation</h2>
          <span className="small muted">{due}</span>
        </div>
        <p className="muted">
          A rotation brings a new token in beside the old one, compares the two, hands the new one over, waits
          until the old one is quiet, revokes it and proves it. It can be undone until the revoke.
        </p>
        <div className="page-end">
          <Button onClick={onRotate} disabled={!mayRotate}>
            Rotate
          </Button>
        </div>
      </section>
      {rotations.length > 0 && (
        <ul className="card history of-rotations" aria-label="Rotations">
          {rotations.map((rotation) => (
            <li key={rotation.id}>
              <span className={`pill tone-${toneOf(rotation)}`}>{wordOf(rotation)}</span>
              <span className="grow ellipsis" title={rotation.steps.at(-1)?.sentence}>
                {rotation.proof?.sentence ?? rotation.steps.at(-1)?.sentence}
              </span>
              <span className="muted small">{fullDate(rotation.endedAt ?? rotation.startedAt)}</span>
              <Button kind="link" className="small" onClick={() => onOpen(rotation.id)}>
                Open
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

const wordOf = ({ state, endedAt, proof }: Rotation): string => {
  if (endedAt === null) return 'Under way';
  if (state === 'done') return 'Done, with proof';
  if (proof !== null) return 'Revoked';
  return state === 'rolled-back' ? 'Rolled back' : 'Abandoned';
};

const toneOf = ({ state, endedAt }: Rotation): string =>
  endedAt === null ? 'rotating' : state === 'done' ? 'healthy' : 'quiet';
