import { FlaskConical } from 'lucide-react';
import { memo, type ReactNode, useDeferredValue } from 'react';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { Check } from '../../shared/contract/testing.ts';
import type { Token } from '../../shared/contract/tokens.ts';
import type { KeptIn } from '../../shared/contract/vault-status.ts';
import { expiryOf, rotationDueOf } from '../../shared/health.ts';
import { date, dayMs, inDays, since } from '../../shared/time-words.ts';
import banners from '../ui/banner.module.css';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { ChecksList } from '../ui/checks-list.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { ResultBanner } from '../ui/result-banner.tsx';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { useNow } from '../ui/use-now.ts';
import { DetailsCard } from './details-card.tsx';
import { words } from './page-words.ts';
import styles from './tokens.module.css';

const week = 7 * dayMs;
const noChecks: readonly Check[] = [];

/** A test as it runs. */
export interface Running {
  readonly checks: readonly Check[];
  /** The outcome, as soon as Okta has answered. Null until then. */
  readonly answer: Outcome | null;
}

/** Shows the outcome of the newest test, its checks, the dates that are due, and the details. */
export function OverviewTab({
  token,
  running,
  keptIn,
  onCancel,
  diagnosis,
}: {
  readonly token: Token;
  readonly running: Running | null;
  readonly keptIn: KeptIn | null;
  readonly onCancel: () => void;
  readonly diagnosis: ReactNode;
}) {
  const now = useNow(5_000);
  // The answer is drawn first, and the rest of the page after it.
  const settled = useDeferredValue(token);
  const checks = useDeferredValue(running?.checks ?? token.lastTest?.checks ?? noChecks);
  // Nothing that was measured is true of a revoked token.
  if (token.revokedAt !== null) return <DetailsCard token={token} keptIn={null} />;
  return (
    <>
      {token.readable && <Answer token={token} running={running} now={now} />}
      {diagnosis}
      <Figures token={settled} now={now} />
      <section className={cards.card}>
        <div className={cards.head}>
          <h2>{words.overviewTab.checks}</h2>
          {running !== null && (
            <Button kind="link" onClick={onCancel}>
              {words.overviewTab.cancelTest}
            </Button>
          )}
        </div>
        <ChecksList checks={checks} />
      </section>
      <DetailsCard token={settled} keptIn={keptIn} />
    </>
  );
}

const Figures = memo(function Figures({ token, now }: { token: Token; now: number }) {
  return (
    <div className={styles.figures}>
      <Expiry token={token} now={now} />
      <RotationDue token={token} now={now} />
      <RateLimitLeft token={token} now={now} />
    </div>
  );
});

/** Shows the outcome of the newest test. The last result stays until Okta has answered the test that runs. */
function Answer({
  token: { lastTest },
  running,
  now,
}: {
  readonly token: Token;
  readonly running: Running | null;
  readonly now: number;
}) {
  const answer = running?.answer ?? null;
  const outcome = answer ?? lastTest?.outcome ?? null;
  if (outcome !== null) {
    return (
      <div className={styles.stacked}>
        {answer !== null && lastTest !== null && (
          // It keeps its height until the whole result is in, so that nothing below moves twice.
          <div className={styles.held} aria-hidden="true">
            <ResultBanner outcome={lastTest.outcome} measured={lastTest} now={now} explained />
          </div>
        )}
        <ResultBanner
          key="newest"
          outcome={outcome}
          measured={answer === null ? lastTest : null}
          now={now}
          explained
          superseded={running !== null && answer === null}
        />
      </div>
    );
  }
  return (
    <div className={`${banners.banner} ${tones.quiet}`}>
      <Icon of={FlaskConical} />
      <p className={layout.grow}>
        {running === null ? words.overviewTab.notTestedYet : words.overviewTab.testing}
      </p>
    </div>
  );
}

function Expiry({ token, now }: { token: Token; now: number }) {
  if (token.lastTest?.outcome.kind === 'not-accepted') {
    return (
      <Figure
        name={words.overviewTab.expires}
        value={pageShared.notKnown}
        words={words.overviewTab.notAcceptedNow}
        alarming={false}
      />
    );
  }
  const { at, sure } = expiryOf(token);
  return (
    <Figure
      name={words.overviewTab.expires}
      value={at < now ? words.overviewTab.mostLikelyExpired : date(at)}
      words={sure ? words.overviewTab.byOkta(inDays(at, now)) : words.overviewTab.thirtyDaysAfterUse}
      alarming={at - now < week}
    />
  );
}

function RotationDue({ token, now }: { token: Token; now: number }) {
  const at = rotationDueOf(token);
  const due = inDays(at, now);
  return (
    <Figure
      name={words.overviewTab.rotationDue}
      value={date(at)}
      words={words.overviewTab.everyDays(due.slice(0, 1).toUpperCase() + due.slice(1), token.rotateEveryDays)}
      alarming={at - now < week}
    />
  );
}

function RateLimitLeft({ token, now }: { token: Token; now: number }) {
  const limit = token.known?.rateLimit ?? null;
  if (limit === null)
    return (
      <Figure
        name={pageShared.rateLimitLeft}
        value={pageShared.notKnown}
        words={words.overviewTab.readWithEveryTest}
        alarming={false}
      />
    );
  const left = Math.ceil((limit.resetAt - now) / 1000);
  return (
    <Figure
      name={pageShared.rateLimitLeft}
      value={String(limit.remaining)}
      of={String(limit.limit)}
      words={
        left > 0
          ? words.overviewTab.resetsInS(limit.bucket, left)
          : words.overviewTab.asOf(limit.bucket, since(token.lastTest?.at ?? now, now))
      }
      alarming={left > 0 && limit.remaining < limit.limit / 10}
    />
  );
}

function Figure({
  name,
  value,
  of,
  words: below,
  alarming,
}: {
  readonly name: string;
  readonly value: string;
  readonly of?: string;
  readonly words: string;
  readonly alarming: boolean;
}) {
  return (
    <div className={`${cards.card} ${styles.figure}`}>
      <div className={`${typography.muted} ${typography.small}`}>{name}</div>
      <div className={styles.value}>
        {value}{' '}
        {of !== undefined && (
          <span className={`${typography.muted} ${styles.of}`}>{words.overviewTab.of(of)}</span>
        )}
      </div>
      <div
        className={
          alarming ? `${typography.small} ${typography.attention}` : `${typography.small} ${typography.muted}`
        }
      >
        {below}
      </div>
    </div>
  );
}
