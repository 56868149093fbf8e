import { TriangleAlert } from 'lucide-react';
import type { UsagePage, UsageRule } from '../../shared/contract/usage.ts';
import { clockTime, fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';
import styles from './usage.module.css';
import { words } from './words.ts';

interface UnusualCardProps {
  readonly page: UsagePage;
  readonly now: number;
  readonly onSilence: (rule: UsageRule, silenced: boolean) => void;
  readonly onRetire: (retired: boolean) => void;
}

const mostShown = 20;

/** What the rules found, with what they saw; each rule can be silenced for this token. */
export function UnusualCard({ page, onSilence, onRetire }: UnusualCardProps) {
  const { findings, rules, habit, retiredAt } = page;
  return (
    <section className="card" aria-label={words.unusualCard.unusualActivity}>
      <div className="card-head">
        <h2>{words.unusualCard.unusualActivity}</h2>
        <span className={`pill ${habit.learned ? 'tone-quiet' : 'tone-rotating'}`}>
          {habit.learned ? words.unusualCard.habitKnown : words.unusualCard.learning}
        </span>
      </div>
      <p className="muted small">{habit.words}</p>
      {findings.length === 0 ? (
        <p className={styles.usageNone}>{words.unusualCard.noneFound}</p>
      ) : (
        <ul className={styles.findings} aria-label={words.unusualCard.findings}>
          {findings.slice(0, mostShown).map((finding) => (
            <li key={finding.id}>
              <Icon of={TriangleAlert} />
              <div className="grow">
                <p>
                  <b>{finding.name}</b>{' '}
                  <time className="muted small" dateTime={new Date(finding.at).toISOString()}>
                    {fullDate(finding.at)}, {clockTime(finding.at)}
                  </time>
                </p>
                {finding.evidence.map((sentence) => (
                  <p key={sentence} className="small">
                    {sentence}
                  </p>
                ))}
              </div>
              <Button
                kind="quiet"
                aria-label={words.unusualCard.silenceNamed(finding.name)}
                onClick={() => onSilence(finding.rule, true)}
              >
                {words.unusualCard.silence}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {findings.length > mostShown && (
        <p className="muted small">{words.unusualCard.earlierNotShown(findings.length - mostShown)}</p>
      )}
      <details>
        <summary className="small">
          {words.unusualCard.rules(rules.length, rules.filter(({ silenced }) => silenced).length)}
        </summary>
        <ul className={styles.rules}>
          {rules.map(({ rule, name, explains, silenced, found }) => (
            <li key={rule}>
              <div className="grow">
                <p>
                  {name}{' '}
                  {silenced && (
                    <span className="pill tone-revoked">{words.unusualCard.silencedFound(found)}</span>
                  )}
                </p>
                <p className="muted small">{explains}</p>
              </div>
              <Button
                kind="quiet"
                aria-label={
                  silenced ? words.unusualCard.reportRuleAgain(name) : words.unusualCard.silenceRule(name)
                }
                onClick={() => onSilence(rule, !silenced)}
              >
                {silenced ? words.unusualCard.reportAgain : words.unusualCard.silence}
              </Button>
            </li>
          ))}
        </ul>
      </details>
      <div className={`row-flex ${styles.usageRetired}`}>
        <p className="grow small">
          {retiredAt === null
            ? words.unusualCard.whatRetiringDoes
            : words.unusualCard.retiredSince(fullDate(retiredAt), clockTime(retiredAt))}
        </p>
        <Button onClick={() => onRetire(retiredAt === null)}>
          {retiredAt === null ? words.unusualCard.itIsRetired : words.unusualCard.itIsInUse}
        </Button>
      </div>
    </section>
  );
}
