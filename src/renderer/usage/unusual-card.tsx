import { TriangleAlert } from 'lucide-react';
import type { UsagePage, UsageRule } from '../../shared/contract/usage.ts';
import { clockTime, dateAndTime, fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import pills from '../ui/pill.module.css';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import styles from './usage.module.css';
import { words } from './words.ts';

interface UnusualCardProps {
  readonly page: UsagePage;
  readonly now: number;
  readonly onSilence: (rule: UsageRule, silenced: boolean) => void;
  readonly onRetire: (retired: boolean) => void;
  /** What a person can do about a finding. Null while the token cannot be used. */
  readonly remedies: Remedies | null;
}

/** Leads to what ends or narrows the use of a token. */
export interface Remedies {
  readonly restrict: () => void;
  readonly rotate: () => void;
}

/** The rules that tell of a place, so that a restriction to network zones helps. */
const ofPlaces: ReadonlySet<UsageRule> = new Set(['first-country', 'first-network', 'outside-range']);

const mostShown = 20;

/** Shows what the rules found, each with its evidence. Each rule can be silenced for this token. */
export function UnusualCard({ page, onSilence, onRetire, remedies }: UnusualCardProps) {
  const { findings, rules, habit, retiredAt } = page;
  return (
    <section className={cards.card} aria-label={words.unusualCard.unusualActivity}>
      <div className={cards.head}>
        <h2>{words.unusualCard.unusualActivity}</h2>
        <span className={`${pills.pill} ${habit.learned ? tones.quiet : tones.rotating}`}>
          {habit.learned ? words.unusualCard.habitKnown : words.unusualCard.learning}
        </span>
      </div>
      <p className={`${typography.muted} ${typography.small}`}>{habit.words}</p>
      {findings.length === 0 ? (
        <p className={styles.usageNone}>{words.unusualCard.noneFound}</p>
      ) : (
        <ul className={styles.findings} aria-label={words.unusualCard.findings}>
          {findings.slice(0, mostShown).map((finding) => (
            <li key={finding.id}>
              <Icon of={TriangleAlert} />
              <div className={layout.grow}>
                <p>
                  <b>{finding.name}</b>{' '}
                  <time
                    className={`${typography.muted} ${typography.small}`}
                    dateTime={new Date(finding.at).toISOString()}
                  >
                    {dateAndTime(finding.at)}
                  </time>
                </p>
                {finding.evidence.map((sentence) => (
                  <p key={sentence} className={typography.small}>
                    {sentence}
                  </p>
                ))}
                {remedies !== null && (
                  <p className={layout.row}>
                    {ofPlaces.has(finding.rule) && (
                      <Button kind="link" onClick={remedies.restrict}>
                        {words.unusualCard.restrict}
                      </Button>
                    )}
                    <Button kind="link" onClick={remedies.rotate}>
                      {pageShared.rotate}
                    </Button>
                  </p>
                )}
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
        <p className={`${typography.muted} ${typography.small}`}>
          {words.unusualCard.earlierNotShown(findings.length - mostShown)}
        </p>
      )}
      <details>
        <summary className={typography.small}>
          {words.unusualCard.rules(rules.length, rules.filter(({ silenced }) => silenced).length)}
        </summary>
        <ul className={styles.rules}>
          {rules.map(({ rule, name, explains, silenced, found }) => (
            <li key={rule}>
              <div className={layout.grow}>
                <p>
                  {name}{' '}
                  {silenced && (
                    <span className={`${pills.pill} ${tones.revoked}`}>
                      {words.unusualCard.silencedFound(found)}
                    </span>
                  )}
                </p>
                <p className={`${typography.muted} ${typography.small}`}>{explains}</p>
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
      <div className={`${layout.row} ${styles.usageRetired}`}>
        <p className={`${layout.grow} ${typography.small}`}>
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
