import type { Rotation } from '../../shared/contract/rotation.ts';
import { fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import eventList from '../ui/event-list.module.css';
import layout from '../ui/layout.module.css';
import pages from '../ui/page.module.css';
import { pageShared } from '../ui/page-words.ts';
import pills from '../ui/pill.module.css';
import { type Tone, tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import styles from './rotation.module.css';
import { words } from './words.ts';

/** Shows a token's rotations, newest first. Each can be opened, and exported again. */
export function RotationTab({
  rotations,
  due,
  onOpen,
  onRotate,
  mayRotate,
}: {
  readonly rotations: readonly Rotation[];
  /** Says when the next rotation is due. */
  readonly due: string;
  readonly onOpen: (rotationId: string) => void;
  readonly onRotate: () => void;
  readonly mayRotate: boolean;
}) {
  return (
    <>
      <section className={cards.card}>
        <div className={cards.head}>
          <h2>{words.rotationTab.rotation}</h2>
          <span className={`${typography.small} ${typography.muted}`}>{due}</span>
        </div>
        <p className={typography.muted}>{words.rotationTab.whatRotationDoes}</p>
        <div className={pages.end}>
          <Button onClick={onRotate} disabled={!mayRotate}>
            {pageShared.rotate}
          </Button>
        </div>
      </section>
      {rotations.length > 0 && (
        <ul
          className={`${cards.card} ${eventList.events} ${styles.ofRotations}`}
          aria-label={words.rotationTab.rotations}
        >
          {rotations.map((rotation) => (
            <li key={rotation.id}>
              <span className={`${pills.pill} ${eventList.outcome} ${tones[toneOf(rotation)]}`}>
                {wordOf(rotation)}
              </span>
              <span
                className={`${layout.grow} ${typography.ellipsis}`}
                title={rotation.steps.at(-1)?.sentence}
              >
                {rotation.proof?.sentence ?? rotation.steps.at(-1)?.sentence}
              </span>
              <span className={`${typography.muted} ${typography.small}`}>
                {fullDate(rotation.endedAt ?? rotation.startedAt)}
              </span>
              <Button kind="link" onClick={() => onOpen(rotation.id)}>
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

const toneOf = ({ state, endedAt }: Rotation): Tone =>
  endedAt === null ? 'rotating' : state === 'done' ? 'healthy' : 'quiet';
