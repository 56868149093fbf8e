import { Check, CircleX, LoaderCircle, RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import icons from './icons.module.css';
import { Icon } from './icons.tsx';
import { words } from './page-words.ts';
import styles from './stage.module.css';
import typography from './typography.module.css';

/** How far a stage is. */
export type StageState = 'done' | 'now' | 'later' | 'failed';

const marks = {
  done: [Check, words.stage.done],
  now: [RefreshCw, words.stage.now],
  later: [null, words.stage.stillToCome],
  failed: [CircleX, words.stage.notWorking],
} as const;

/** Shows one stage of a rotation: its mark, its heading, one line, and its controls. */
export function Stage({
  state,
  busy = false,
  title,
  line,
  children,
}: {
  readonly state: StageState;
  readonly busy?: boolean;
  readonly title: string;
  readonly line: ReactNode;
  readonly children?: ReactNode;
}) {
  const [shape, word] = marks[state];
  const icon = busy ? LoaderCircle : shape;
  return (
    <li
      className={`${styles.stage} ${styles[state]}`}
      data-stage={state}
      aria-current={state === 'now' ? 'step' : undefined}
    >
      <span className={styles.stageMark}>
        {icon !== null && <Icon of={icon} className={busy ? icons.spin : ''} />}
      </span>
      <div className={styles.stageBody}>
        <h2>
          <span className={typography.hidden}>{word}: </span>
          {title}
        </h2>
        <div className={`${typography.muted} ${typography.small}`}>{line}</div>
        {children}
      </div>
    </li>
  );
}
