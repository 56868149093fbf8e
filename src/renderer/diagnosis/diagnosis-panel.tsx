import { Check, CircleAlert, CircleHelp, CircleSlash, Copy, LoaderCircle, TriangleAlert } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import type {
  Cause,
  ClueLine,
  Diagnosis,
  DiagnosisSubject,
  Remedy,
  RemedyAction,
} from '../../shared/contract/diagnosis.ts';
import type { TokenTest } from '../../shared/contract/testing.ts';
import { clockTime } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import checksList from '../ui/checks-list.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import icons from '../ui/icons.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { useCall } from '../ui/use-call.ts';
import styles from './diagnosis.module.css';
import {
  findOutWhy,
  runsByItself,
  stopLooking,
  subjectId,
  useDiagnosis,
  waitFor,
} from './diagnosis-store.ts';
import { words } from './words.ts';

/** An action that the window does itself. */
export type OwnAction = Extract<
  RemedyAction,
  'test-again' | 'paste-again' | 'change-org' | 'open-network-settings'
>;

interface DiagnosisPanelProps {
  readonly subject: DiagnosisSubject;
  /** The failed test. */
  readonly record: TokenTest;
  /** Actions that the page around the panel offers already. The panel does not offer them again. */
  readonly without: readonly RemedyAction[];
  /** Runs an action of the window's. */
  readonly onAct: (action: OwnAction) => void;
}

/** Shows why a test failed: Okta's answer, the findings, the causes with their verdicts, and one button for the likeliest cause. */
export function DiagnosisPanel({ subject, record, without, onAct }: DiagnosisPanelProps) {
  const id = subjectId(subject);
  const known = useDiagnosis((state) => state.of[id]);
  const looking = known?.testId === record.id ? known : undefined;
  const { failure, run } = useCall();
  const [copied, setCopied] = useState(false);
  const heading = useId();
  const section = useRef<HTMLElement>(null);
  // The clicked button goes away. The focus stays in the panel.
  const keepFocus = () => section.current?.focus();
  const key = JSON.stringify(subject);

  useEffect(() => {
    const seen = useDiagnosis.getState().of[id]?.testId === record.id;
    if (!seen && runsByItself(record, Date.now())) void findOutWhy(JSON.parse(key), record);
  }, [id, record, key]);

  const copy = async () => {
    setCopied((await run(bridge.diagnosis.copyReport({ subject }))) !== null);
  };
  const act = async ({ action, at }: Remedy) => {
    switch (action) {
      case 'copy-report':
        return copy();
      case 'wait-and-test':
        keepFocus();
        return waitFor(id, at ?? 0, () => onAct('test-again'));
      case 'open-tokens-page':
      case 'open-owner-page':
      case 'open-okta-status':
        return void (await run(bridge.diagnosis.open({ subject, page: action })));
      default:
        return onAct(action);
    }
  };

  const running = looking?.state === 'running';
  const likeliest = looking?.diagnosis?.causes[0];
  return (
    <section
      ref={section}
      tabIndex={-1}
      className={`${cards.card} ${styles.diagnosis}`}
      aria-labelledby={heading}
      aria-busy={running}
    >
      <div className={`${cards.head} ${styles.head}`}>
        <h2 id={heading} className={layout.grow}>
          {words.diagnosisPanel.whyItFailed}
          {looking?.diagnosis?.guideCase != null && (
            <span className={typography.muted}>: {words.guideCases[looking.diagnosis.guideCase]}</span>
          )}
        </h2>
        {running ? (
          <Button
            kind="link"
            onClick={() => {
              keepFocus();
              void stopLooking(subject);
            }}
          >
            {words.diagnosisPanel.stopLooking}
          </Button>
        ) : (
          <Button kind="link" onClick={() => void copy()}>
            <Icon of={Copy} /> {copied ? words.diagnosisPanel.reportCopied : words.diagnosisPanel.copyReport}
          </Button>
        )}
      </div>
      <p className={typography.hidden} aria-live="polite">
        {copied && words.diagnosisPanel.reportOnClipboard}
        {likeliest !== undefined && words.diagnosisPanel.likeliestCause(likeliest.title)}
      </p>
      {looking?.diagnosis != null ? (
        <Found diagnosis={looking.diagnosis} id={id} without={without} onAct={(remedy) => void act(remedy)} />
      ) : running ? (
        <>
          <p className={`${typography.muted} ${typography.small}`}>{words.diagnosisPanel.looking}</p>
          <Clues lines={looking?.checks ?? []} />
        </>
      ) : (
        <>
          {record.outcome.remedy !== '' && <p>{record.outcome.remedy}</p>}
          <div className={`${layout.row} ${styles.next}`}>
            <p className={`${layout.grow} ${typography.muted} ${typography.small}`}>
              {looking?.state === 'stopped' ? words.diagnosisPanel.stopped : words.diagnosisPanel.canLook}
            </p>
            <Button
              kind="primary"
              onClick={() => {
                keepFocus();
                void findOutWhy(subject, record);
              }}
            >
              {words.diagnosisPanel.findOutWhy}
            </Button>
          </div>
        </>
      )}
      <FailureNote failure={failure ?? looking?.failure ?? null} />
    </section>
  );
}

function Found({
  diagnosis,
  id,
  without,
  onAct,
}: {
  readonly diagnosis: Diagnosis;
  readonly id: string;
  readonly without: readonly RemedyAction[];
  readonly onAct: (remedy: Remedy) => void;
}) {
  const waiting = useDiagnosis((state) => state.waiting[id]);
  const { causes, remedy, second } = diagnosis;
  const [first, ...others] = causes;
  const solved = first !== undefined && first.verdict !== 'ruled-out';
  const offered = [remedy, second].filter((one) => one !== null && !without.includes(one.action)) as Remedy[];
  return (
    <>
      <p className={`${typography.muted} ${typography.small} ${typography.selectable}`}>{diagnosis.said}</p>
      <div className={styles.likeliest} data-testid="likeliest">
        {solved && <CauseLine cause={first} likeliest />}
        <p className={styles.toDo}>{remedy.sentence}</p>
        {waiting !== undefined ? (
          <div className={`${layout.row} ${styles.next}`}>
            <p className={layout.grow}>
              <Icon of={LoaderCircle} className={`${icons.running} ${icons.spin}`} />{' '}
              {words.diagnosisPanel.waiting(clockTime(waiting.at))}
            </p>
            <Button onClick={waiting.stop}>{words.diagnosisPanel.doNotWait}</Button>
          </div>
        ) : (
          offered.length > 0 && (
            <div className={`${layout.actions} ${styles.next}`}>
              {offered.map((one, n) => (
                <Button key={one.action} kind={n === 0 ? 'primary' : 'plain'} onClick={() => onAct(one)}>
                  {one.action === 'wait-and-test'
                    ? words.diagnosisPanel.testAt(clockTime(one.at ?? 0))
                    : one.label}
                </Button>
              ))}
            </div>
          )
        )}
      </div>
      <ol className={styles.causes} aria-label={words.diagnosisPanel.otherCauses}>
        {(solved ? others : causes).map((cause) => (
          <li key={cause.id}>
            <CauseLine cause={cause} />
          </li>
        ))}
      </ol>
      <details>
        <summary>{words.diagnosisPanel.whatKeyturnChecked}</summary>
        <Clues lines={diagnosis.checks} />
      </details>
    </>
  );
}

const verdicts = {
  confirmed: [CircleAlert, typography.failing, words.diagnosisPanel.confirmed],
  'cannot-tell': [CircleHelp, typography.muted, words.diagnosisPanel.cannotTell],
  'ruled-out': [CircleSlash, typography.muted, words.diagnosisPanel.ruledOut],
} as const;

function CauseLine({ cause, likeliest = false }: { cause: Cause; likeliest?: boolean }) {
  const { title, verdict, grounds } = cause;
  const [shape, ink, usual] = verdicts[verdict];
  const word = likeliest && verdict === 'cannot-tell' ? words.diagnosisPanel.mostLikely : usual;
  return (
    <div className={verdict === 'confirmed' ? `${styles.cause} ${styles.confirmed}` : styles.cause}>
      <Icon of={shape} className={ink} />
      <div className={layout.grow}>
        <p>
          <span className={styles.title}>{title}</span> <span className={styles.verdict}>{word}</span>
        </p>
        <p className={styles.grounds}>{grounds}</p>
      </div>
    </div>
  );
}

const states = {
  ok: [Check, typography.healthy, words.diagnosisPanel.asItShouldBe],
  trouble: [TriangleAlert, typography.attention, words.diagnosisPanel.notAsItShouldBe],
  unknown: [CircleHelp, typography.muted, pageShared.notKnown],
  running: [LoaderCircle, `${icons.running} ${icons.spin}`, words.diagnosisPanel.running],
} as const;

function Clues({ lines }: { lines: readonly ClueLine[] }) {
  return (
    <ul className={`${checksList.checks} ${styles.clues}`} aria-label={words.diagnosisPanel.findings}>
      {lines.map(({ id, state, title, detail }) => {
        const [shape, ink, word] = states[state];
        return (
          <li key={id}>
            <Icon of={shape} className={ink} />
            <p>
              <span className={typography.hidden}>{word}: </span>
              {title} <span className={checksList.detail}>{state === 'running' ? '…' : detail}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
