import { Check, CircleX, Copy, TriangleAlert } from 'lucide-react';
import type { Outcome } from '../../shared/contract/outcome.ts';
import type { TestRecord } from '../../shared/contract/testing.ts';
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

/** An outcome's colour: the token's own failures are red, what says nothing of it is amber. */
export function toneOf(kind: Outcome['kind']): Tone {
  if (kind === 'accepted') return 'healthy';
  const own = ['not-accepted', 'not-allowed', 'owner-inactive', 'zone-blocked'];
  return own.includes(kind) ? 'failing' : 'attention';
}

const icons = { healthy: Check, attention: TriangleAlert, failing: CircleX } as const;

/** The answer of a test in one line a person can act on, then what support would ask for. */
export function ResultBanner({
  outcome,
  measured = null,
  now,
  explained = false,
  superseded = false,
}: {
  readonly outcome: Outcome;
  /** When the test was and how long it took; null while the rest of it runs. */
  readonly measured?: Pick<TestRecord, 'at' | 'tookMs'> | null;
  readonly now: number;
  /** Causes, a remedy and a report stand below it, so it says only what happened. */
  readonly explained?: boolean;
  /** A newer test is on its way, so it steps back when that takes its time. */
  readonly superseded?: boolean;
}) {
  const tone = toneOf(outcome.kind);
  const fine = [
    outcome.status === null || tone === 'healthy' ? '' : words.resultBanner.http(outcome.status),
    outcome.errorCode ?? '',
  ].filter(Boolean);
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
          <b>{outcome.word}.</b> {outcome.sentence}
        </p>
        {!explained && outcome.remedy !== '' && <p>{outcome.remedy}</p>}
        <div className={banners.fine}>
          <span>
            {measured === null
              ? words.resultBanner.justNow
              : words.resultBanner.measured(sentence(ago(measured.at, now)), measured.tookMs)}
            {fine.length > 0 && `, ${fine.join(', ')}`}
            {outcome.requestId !== null && ', '}
            {outcome.requestId !== null &&
              words.resultBanner.request(
                <span className={`${typography.mono} ${typography.selectable}`}>
                  {outcome.requestId.slice(0, 12)}
                </span>,
              )}
          </span>
          {!explained && tone !== 'healthy' && ids.length > 0 && (
            <Button
              kind="link"
              onClick={() => void bridge.app.copyText({ text: [...fine, ...ids].join(', ') })}
            >
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
