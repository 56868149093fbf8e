import { Check, CircleHelp, Copy, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type {
  AccessFinding,
  AccessPurpose,
  AccessView,
  Judgement,
  PurposeKind,
} from '../../shared/contract/access.ts';
import { ago } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Choice } from '../ui/field.tsx';
import { Icon } from '../ui/icons.tsx';
import { CustomNeeds } from './custom-needs.tsx';

interface JudgementCardProps {
  readonly view: AccessView;
  readonly busy: 'xray' | 'log' | 'purpose' | null;
  readonly readable: boolean;
  readonly onPurpose: (purpose: AccessPurpose) => void;
  readonly onReadLog: () => void;
}

const verdicts = {
  fits: [Check, 'healthy', 'Fits its job'],
  'reads-more': [CircleHelp, 'quiet', 'Reads more than it needs'],
  'changes-more': [TriangleAlert, 'attention', 'Can change more than it needs'],
  less: [TriangleAlert, 'attention', 'Cannot do all of its job'],
  unknown: [CircleHelp, 'quiet', 'Not fully known'],
} as const;

/** What the token is for, and what its access comes to then. */
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
    <section className="card stack" aria-labelledby="access-job">
      <h2 id="access-job">Does it need that?</h2>
      <Choice
        label="What it is for"
        hint={purpose?.words ?? 'Then its access can be judged.'}
        value={kind ?? ''}
        disabled={busy !== null}
        onChange={(event) => pick(event.target.value as PurposeKind)}
        options={[
          ...(kind === null ? [['', 'Choose'] as const] : []),
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
        <div className="row-flex">
          <Button onClick={onReadLog} disabled={busy !== null || !readable} aria-busy={busy === 'log'}>
            {logUse === null ? 'Read the System Log' : 'Read it again'}
          </Button>
          <span className="muted small">
            {logUse === null
              ? 'One GET request.'
              : `${logUse.events} events read ${ago(logUse.readAt, Date.now())}, ${logUse.denied} of them refused.`}
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
      <div className={`banner tone-${tone}`} role="status">
        <Icon of={icon} />
        <div className="grow">
          <p>
            <b>{word}.</b> {judgement.sentence}
          </p>
          <p className="fine">{judgement.basis}</p>
        </div>
      </div>
      <Findings name="Beyond its job" found={judgement.beyond} />
      <Findings name="What it lacks" found={judgement.missing} />
      {judgement.notKnown.length > 0 && (
        <div>
          <h3>Not known</h3>
          <ul className="access-list">
            {judgement.notKnown.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
      )}
      <div>
        <h3>Smallest role that covers it</h3>
        <p>{suggestion.sentence}</p>
        {suggestion.permissions.length > 0 && (
          <Words name="Permissions of a custom role" words={suggestion.permissions} />
        )}
        {judgement.scopes.length > 0 && (
          <Words name="The same for an OAuth service app, as scopes" words={judgement.scopes} />
        )}
      </div>
      <details className="access-details">
        <summary>What this rests on</summary>
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
      <ul className="access-list">
        {found.map(({ family, access, label, ground }) => (
          <li key={`${family} ${access}`}>
            <b>
              {access === 'read' ? 'Read' : 'Change'} {label}.
            </b>{' '}
            <span className="muted">{ground}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Words({ name, words }: { name: string; words: readonly string[] }) {
  return (
    <div className="access-words">
      <div className="card-head">
        <span className="small muted">{name}</span>
        <Button
          kind="quiet"
          className="small-button"
          aria-label={`Copy: ${name}`}
          onClick={() => void bridge.app.copyText({ text: words.join(' ') })}
        >
          <Icon of={Copy} />
          Copy
        </Button>
      </div>
      <ul>
        {words.map((word) => (
          <li key={word} className="mono selectable">
            {word}
          </li>
        ))}
      </ul>
    </div>
  );
}
