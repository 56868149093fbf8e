import { Check, CircleX, Copy, TriangleAlert } from 'lucide-react';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { TestRecord } from '../../shared/contract/testing.ts';
import { asSentence, series } from '../../shared/listed.ts';
import { betweenFacts } from '../../shared/locale.ts';
import { ago } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import banners from './banner.module.css';
import { Button } from './button.tsx';
import { Icon } from './icons.tsx';
import layout from './layout.module.css';
import { pageShared, words } from './page-words.ts';
import { tones } from './tones.ts';
import typography from './typography.module.css';

type Tone = 'healthy' | 'attention' | 'failing';

/** Returns the tone of an outcome. A failure of the token itself is red. A failure that says nothing about the token is amber. */
export function toneOf(kind: Outcome['kind']): Tone {
  if (kind === 'accepted') return 'healthy';
  const own = ['not-accepted', 'not-allowed', 'owner-inactive', 'zone-blocked'];
  return own.includes(kind) ? 'failing' : 'attention';
}

const icons = { healthy: Check, attention: TriangleAlert, failing: CircleX } as const;

/** Shows the outcome of a test in a line that a person can act on. Below it are the facts that support asks for. */
export function ResultBanner({
  outcome,
  measured = null,
  now,
  explained = false,
  superseded = false,
}: {
  readonly outcome: Outcome;
  /** When the test was and how long it took. Null while the rest of the test runs. */
  readonly measured?: Pick<TestRecord, 'at' | 'tookMs'> | null;
  readonly now: number;
  /** Whether a diagnosis is below the banner. The banner then says only what happened. */
  readonly explained?: boolean;
  /** Whether a newer test runs. The banner pales when that test is slow. */
  readonly superseded?: boolean;
}) {
  const tone = toneOf(outcome.kind);
  const fine = [
    outcome.status === null || tone === 'healthy' ? '' : words.resultBanner.http(outcome.status),
    outcome.errorCode ?? '',
  ];
  const ids = [outcome.requestId, outcome.errorId].filter((id) => id !== null);
  return (
    <div
      className={`${banners.banner} ${banners.result} ${tones[tone]}`}
      role="status"
      aria-busy={superseded}
    >
      <Icon of={icons[tone]} />
      <div className={layout.grow}>
        <p>
          <b>{asSentence(outcome.word)}</b> {outcome.sentence}
        </p>
        {!explained && outcome.remedy !== '' && <p>{outcome.remedy}</p>}
        <div className={banners.fine}>
          <span>
            {series([
              measured === null
                ? words.resultBanner.justNow
                : words.resultBanner.measured(sentence(ago(measured.at, now)), measured.tookMs),
              ...fine,
            ])}
            {outcome.requestId !== null && betweenFacts}
            {outcome.requestId !== null &&
              words.resultBanner.request(
                <span className={`${typography.mono} ${typography.selectable}`}>
                  {outcome.requestId.slice(0, 12)}
                </span>,
              )}
          </span>
          {!explained && tone !== 'healthy' && ids.length > 0 && (
            <Button kind="link" onClick={() => void bridge.app.copyText({ text: series([...fine, ...ids]) })}>
              <Icon of={Copy} />
              {pageShared.copyForSupport}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
