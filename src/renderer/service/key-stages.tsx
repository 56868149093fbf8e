import { ExternalLink } from 'lucide-react';
import type { KeyRotation, OldKeyCheck, ServiceApp } from '../../shared/contract/service.ts';
import { series } from '../../shared/listed.ts';
import { dateAndTime } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import detailsList from '../ui/details-list.module.css';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import { ResultBanner } from '../ui/result-banner.tsx';
import { Stage } from '../ui/stage.tsx';
import typography from '../ui/typography.module.css';
import type { Calls } from '../ui/use-call.ts';
import { useNow } from '../ui/use-now.ts';
import { PublicKey } from './public-key.tsx';
import styles from './service.module.css';
import { words } from './words.ts';

interface KeyStageProps {
  readonly app: ServiceApp;
  readonly rotation: KeyRotation;
  readonly busy: boolean;
  readonly run: Calls['run'];
}

const bold = (text: string) => <b>{text}</b>;
const kidOf = (kid: string) => (
  <span className={`${typography.mono} ${typography.selectable} ${styles.kid}`}>{kid}</span>
);

function OpenConsole({ app, run }: Pick<KeyStageProps, 'app' | 'run'>) {
  return (
    <div>
      <Button onClick={() => void run(bridge.service.openConsole({ appId: app.id }))}>
        <Icon of={ExternalLink} />
        {pageShared.openAdminConsole}
      </Button>
    </div>
  );
}

/** Shows the new public key, and how to add it to the app in Okta. */
export function AddKeyStage({ app, rotation, run }: KeyStageProps) {
  const now = rotation.state === 'made';
  return (
    <Stage
      state={now ? 'now' : 'done'}
      title={words.keyStages.addKey}
      line={now ? words.keyStages.leaveOldActive : words.keyStages.newKeyIs(kidOf(rotation.newKid))}
    >
      {now && (
        <>
          <OpenConsole app={app} run={run} />
          <ol className={styles.guide}>
            <li>{words.keyStages.openApp(app.clientId ?? '')}</li>
            <li>
              {words.keyStages.addUnder(bold, bold)}
              <PublicKey jwk={rotation.newJwk} />
            </li>
            <li>{words.keyStages.keepOld(kidOf(rotation.oldKid))}</li>
          </ol>
        </>
      )}
    </Stage>
  );
}

/** Tests the app with its new key, and shows the result. */
export function TestKeyStage({ app, rotation, busy, run }: KeyStageProps) {
  const now = useNow(15_000);
  const { state, test } = rotation;
  const before = state === 'made' || state === 'accepted';
  return (
    <Stage
      state={state === 'made' ? 'now' : 'done'}
      busy={busy && state === 'made'}
      title={words.keyStages.testKey}
      line={state === 'made' ? words.keyStages.whatTestDoes : words.keyStages.accepted}
    >
      {before && test !== null && <ResultBanner outcome={test.outcome} measured={test} now={now} />}
      {before && (
        <div>
          <Button
            kind={state === 'made' ? 'primary' : 'plain'}
            disabled={busy}
            aria-busy={busy}
            onClick={() => void run(bridge.service.testNewKey({ appId: app.id }))}
          >
            {state === 'made' ? words.keyStages.testKey : pageShared.testAgain}
          </Button>
        </div>
      )}
    </Stage>
  );
}

/** Switches the app to its new key. */
export function SwitchStage({ app, rotation, busy, run }: KeyStageProps) {
  const { state } = rotation;
  const now = state === 'accepted';
  return (
    <Stage
      state={now ? 'now' : state === 'made' ? 'later' : 'done'}
      busy={busy && now}
      title={words.keyStages.useNewKey}
      line={now || state === 'made' ? words.keyStages.whatSwitchDoes : words.keyStages.switched}
    >
      {now && (
        <div>
          <Button
            kind="primary"
            disabled={busy}
            aria-busy={busy}
            onClick={() => void run(bridge.service.switchKey({ appId: app.id }))}
          >
            {words.keyStages.useNewKey}
          </Button>
        </div>
      )}
    </Stage>
  );
}

/** Shows how to remove the old public key in Okta, and proves that Okta refuses the old key. */
export function OldKeyStage({ app, rotation, busy, run }: KeyStageProps) {
  const { state, check, oldKid } = rotation;
  if (state === 'done') {
    return (
      <Stage state="done" title={words.keyStages.oldKeyGone} line={check?.sentence ?? ''}>
        {check !== null && <Answers check={check} />}
      </Stage>
    );
  }
  if (state === 'unproven') {
    return (
      <Stage state="failed" title={words.keyStages.notProven} line={words.keyStages.mayWork(kidOf(oldKid))} />
    );
  }
  const now = state === 'switched';
  return (
    <Stage
      state={now ? 'now' : 'later'}
      busy={busy && now}
      title={words.keyStages.removeOldKey}
      line={words.keyStages.whatProves}
    >
      {now && (
        <>
          <OpenConsole app={app} run={run} />
          <ol className={styles.guide}>
            <li>{words.keyStages.giveCopies(bold)}</li>
            <li>{words.keyStages.removeUnder(bold, kidOf(oldKid))}</li>
          </ol>
          {check !== null && (
            <div role="alert" className={layout.stack}>
              <p>{check.sentence}</p>
              {check.new !== null && check.new.remedy !== '' && <p>{check.new.remedy}</p>}
              <Answers check={check} />
            </div>
          )}
          <div>
            <Button
              kind="primary"
              disabled={busy}
              aria-busy={busy}
              onClick={() => void run(bridge.service.checkOldKey({ appId: app.id }))}
            >
              {words.keyStages.checkOldKey}
            </Button>
          </div>
        </>
      )}
    </Stage>
  );
}

/** Shows Okta's answers to the old key and to the new one. */
function Answers({ check }: { readonly check: OldKeyCheck }) {
  const answer = (of: OldKeyCheck['old'] | null): string =>
    of === null
      ? ''
      : series([
          of.kind === 'accepted' ? words.keyStages.tokenGiven : of.word,
          of.status === null ? '' : words.keyStages.http(of.status),
          of.errorCode ?? '',
        ]);
  const rows: readonly (readonly [name: string, value: string])[] = [
    [words.keyStages.answerToOld, answer(check.old)],
    [words.keyStages.answerToNew, answer(check.new)],
    [pageShared.when, dateAndTime(check.at)],
    [words.keyStages.requestId, check.old.requestId ?? ''],
  ];
  return (
    <dl className={`${detailsList.details} ${typography.small}`}>
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={typography.selectable}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
