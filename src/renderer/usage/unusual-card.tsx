import { TriangleAlert } from 'lucide-react';
import type { UsagePage, UsageRule } from '../../shared/contract/usage.ts';
import { clockTime, fullDate } from '../../shared/time-words.ts';
import { Button } from '../ui/button.tsx';
import { Icon } from '../ui/icons.tsx';

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
    <section className="card" aria-label="Unusual activity">
      <div className="card-head">
        <h2>Unusual activity</h2>
        <span className={`pill ${habit.learned ? 'tone-quiet' : 'tone-rotating'}`}>
          {habit.learned ? 'Habit known' : 'Learning'}
        </span>
      </div>
      <p className="muted small">{habit.words}</p>
      {findings.length === 0 ? (
        <p className="usage-none">Nothing unusual was found.</p>
      ) : (
        <ul className="findings" aria-label="Findings">
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
                aria-label={`Silence for this token: ${finding.name}`}
                onClick={() => onSilence(finding.rule, true)}
              >
                Silence
              </Button>
            </li>
          ))}
        </ul>
      )}
      {findings.length > mostShown && (
        <p className="muted small">{findings.length - mostShown} earlier ones are not shown.</p>
      )}
      <details>
        <summary className="small">
          The {rules.length} rules, {rules.filter(({ silenced }) => silenced).length} silenced for this token
        </summary>
        <ul className="rules">
          {rules.map(({ rule, name, explains, silenced, found }) => (
            <li key={rule}>
              <div className="grow">
                <p>
                  {name} {silenced && <span className="pill tone-revoked">Silenced, {found} found</span>}
                </p>
                <p className="muted small">{explains}</p>
              </div>
              <Button
                kind="quiet"
                aria-label={`${silenced ? 'Report again' : 'Silence'}: ${name}`}
                onClick={() => onSilence(rule, !silenced)}
              >
                {silenced ? 'Report again' : 'Silence'}
              </Button>
            </li>
          ))}
        </ul>
      </details>
      <div className="row-flex usage-retired">
        <p className="grow small">
          {retiredAt === null
            ? 'If nobody should use this token any more, say so: its use is then reported.'
            : `Thought retired since ${fullDate(retiredAt)}, ${clockTime(retiredAt)}. Every later use is reported.`}
        </p>
        <Button onClick={() => onRetire(retiredAt === null)}>
          {retiredAt === null ? 'It is retired' : 'It is in use'}
        </Button>
      </div>
    </section>
  );
}
