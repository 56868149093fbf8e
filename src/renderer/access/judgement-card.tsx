import { Check, CircleHelp, Copy, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type {
  AccessFinding,
  AccessPurpose,
  AccessView,
  Judgement,
  PurposeKind,
} from '../../shared/contract/access.ts';
import { asSentence, sentences } from '../../shared/listed.ts';
import { ago } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import banners from '../ui/banner.module.css';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import { Choice } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { tones } from '../ui/tones.ts';
import typography from '../ui/typography.module.css';
import { shared } from '../ui/words.ts';
import styles from './access.module.css';
import { CustomNeeds } from './custom-needs.tsx';
import { words } from './words.ts';

interface JudgementCardProps {
  readonly view: AccessView;
  readonly busy: 'xray' | 'log' | 'purpose' | null;
  readonly readable: boolean;
  readonly onPurpose: (purpose: AccessPurpose) => void;
  readonly onReadLog: () => void;
}

const verdicts = {
  fits: [Check, 'healthy', words.judgementCard.fitsItsJob],
  'reads-more': [CircleHelp, 'quiet', words.judgementCard.readsMore],
  'changes-more': [TriangleAlert, 'attention', words.judgementCard.changesMore],
  less: [TriangleAlert, 'attention', words.judgementCard.cannotDoItsJob],
  unknown: [CircleHelp, 'quiet', words.judgementCard.notFullyKnown],
} as const;

/** Asks what the token is for, and judges its access from the answer. */
export function JudgementCard({ view, busy, readable, onPurpose, onReadLog }: JudgementCardProps) {
  const [picked, setPicked] = useState<PurposeKind | null>(null);
  const kind = picked ?? view.purpose?.kind ?? null;
  const purpose = view.purposes.find((one) => one.kind === kind);
  const { judgement, logUse } = view;
  const pick = (next: PurposeKind) => {
    setPicked(next);
    if (next !== 'custom' && next !== 'from-log') onPurpose({ kind: next, needs: [] });
    if (next === 'from-log' && logUse !== null) onPurpose({ kind: next, needs: [] });
  };
  return (
    <section className={`${cards.card} ${layout.stack}`} aria-labelledby="access-job">
      <h2 id="access-job">{words.judgementCard.doesItNeedThat}</h2>
      <Choice
        label={words.judgementCard.whatItIsFor}
        hint={purpose?.words ?? words.judgementCard.purposeHint}
        value={kind ?? ''}
        disabled={busy !== null}
        onChange={(event) => pick(event.target.value as PurposeKind)}
        options={[
          ...(kind === null ? [['', words.judgementCard.choose] as const] : []),
          ...view.purposes.map((one) => [one.kind, one.label] as const),
        ]}
      />
      {kind === 'custom' && (
        <CustomNeeds
          key={JSON.stringify(view.purpose)}
          view={view}
          busy={busy !== null}
          onSave={(needs) => onPurpose({ kind: 'custom', needs })}
        />
      )}
      {kind === 'from-log' && (
        <div className={layout.actions}>
          <Button onClick={onReadLog} disabled={busy !== null || !readable} aria-busy={busy === 'log'}>
            {logUse === null ? words.judgementCard.readSystemLog : words.judgementCard.readAgain}
          </Button>
          <span className={`${typography.muted} ${typography.small}`}>
            {logUse === null
              ? words.judgementCard.oneRequest
              : words.judgementCard.eventsRead(logUse.events, ago(logUse.readAt, Date.now()), logUse.denied)}
          </span>
        </div>
      )}
      {judgement !== null && kind === view.purpose?.kind && <Verdict judgement={judgement} />}
    </section>
  );
}

function Verdict({ judgement }: { judgement: Judgement }) {
  const [icon, tone, word] = verdicts[judgement.verdict];
  const { suggestion } = judgement;
  return (
    <>
      <div className={`${banners.banner} ${tones[tone]}`} role="status">
        <Icon of={icon} />
        <div className={layout.grow}>
          <p>
            <b>{asSentence(word)}</b> {judgement.sentence}
          </p>
          <p className={banners.fine}>{judgement.basis}</p>
        </div>
      </div>
      <Findings name={words.judgementCard.beyondItsJob} found={judgement.beyond} />
      <Findings name={words.judgementCard.whatItLacks} found={judgement.missing} />
      {judgement.notKnown.length > 0 && (
        <div>
          <h3>{pageShared.notKnown}</h3>
          <ul className={styles.list}>
            {judgement.notKnown.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>{words.judgementCard.smallestRole}</h3>
        <p>{suggestion.sentence}</p>
        {suggestion.permissions.length > 0 && (
          <Copyable name={words.judgementCard.customPermissions} lines={suggestion.permissions} />
        )}
        {judgement.scopes.length > 0 && (
          <Copyable name={words.judgementCard.scopes} lines={judgement.scopes} />
        )}
      </div>
      <details className={styles.details}>
        <summary>{words.judgementCard.basis}</summary>
        <ul>
          {judgement.sources.map((source) => (
            <li key={source}>{source}</li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Findings({ name, found }: { name: string; found: readonly AccessFinding[] }) {
  if (found.length === 0) return null;
  return (
    <div>
      <h3>{name}</h3>
      <ul className={styles.list}>
        {found.map(({ family, access, label, ground }) => (
          <li key={`${family} ${access}`}>
            <b>
              {asSentence(
                access === 'read' ? words.judgementCard.read(label) : words.judgementCard.change(label),
              )}
            </b>{' '}
            <span className={typography.muted}>{ground}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Copyable({ name, lines }: { name: string; lines: readonly string[] }) {
  return (
    <div className={styles.words}>
      <div className={`${cards.head} ${styles.wordsHead}`}>
        <span className={`${typography.small} ${typography.muted}`}>{name}</span>
        <Button
          kind="quiet"
          className={buttons.small}
          aria-label={words.judgementCard.copy(name)}
          onClick={() => void bridge.app.copyText({ text: sentences(lines) })}
        >
          <Icon of={Copy} />
          {shared.copy}
        </Button>
      </div>
      <ul>
        {lines.map((word) => (
          <li key={word} className={`${typography.mono} ${typography.selectable}`}>
            {word}
          </li>
        ))}
      </ul>
    </div>
  );
}
