import { Terminal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Ask, HowLong } from '../../shared/contract/programs.ts';
import { bridge } from '../bridge.ts';
import buttons from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import dialogs from '../ui/dialog.module.css';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';
import layout from '../ui/layout.module.css';
import { withProof } from '../ui/proof-store.ts';
import typography from '../ui/typography.module.css';
import styles from './programs.module.css';
import { words } from './words.ts';

/** How long the dialog ignores answers, in milliseconds. The person may have meant a key or a click for what was on the screen before. */
const settleMs = 500;

/**
 * Asks about a program that waits for a token. It shows which program waits and what the program wants, and asks for how long the program
 * may. Main shows each permission once more in a dialog of the system, because a script in this window could press every button here.
 */
export function AskDialog({ asks }: { asks: readonly Ask[] }) {
  const [first] = asks;
  return first === undefined ? null : <AskOf key={first.id} ask={first} more={asks.length - 1} />;
}

function AskOf({ ask, more }: { readonly ask: Ask; readonly more: number }) {
  const [settled, setSettled] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  // The browser focused the first button. This moves the focus to the narrowest permission.
  useEffect(() => {
    foot.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settleMs);
    return () => clearTimeout(timer);
  }, []);
  const { program, label, orgHost } = ask;
  const given = ask.wants === 'value';
  const answer = (allow: HowLong | null) => {
    // An event reports that somebody answered elsewhere, or that the program hung up.
    if (settled) void withProof(() => bridge.programs.answer({ askId: ask.id, allow }));
  };
  const facts: readonly (readonly [name: string, value: string, code?: true])[] = [
    given
      ? [words.askDialog.asksFor, words.askDialog.theValueItself]
      : [
          words.askDialog.asksFor,
          ask.calls > 1
            ? words.askDialog.times(ask.method, ask.path, ask.calls)
            : `${ask.method} ${ask.path}`,
          true,
        ],
    [words.askDialog.org, orgHost],
    [words.askDialog.runsFrom, program.path, true],
    [words.askDialog.command, program.command, true],
    [words.askDialog.inFolder, program.folder, true],
    [words.askDialog.startedFrom, program.startedFrom],
  ];
  const reading = ask.method === 'GET' || ask.method === 'HEAD';
  return (
    <Dialog name={words.askDialog.programAsksForToken} role="alertdialog" wide onClose={() => answer(null)}>
      <h1 className={layout.row}>
        <Icon of={Terminal} />
        <span className={layout.grow}>
          {given
            ? words.askDialog.askGiveValue(program.name, label)
            : words.askDialog.askLetUse(program.name, label)}
        </span>
      </h1>
      <p className={typography.muted}>
        {program.pid === null
          ? words.askDialog.programNotKnown
          : given
            ? words.askDialog.getsValue(program.pid)
            : words.askDialog.getsAnswers(program.pid)}
      </p>
      {ask.changed && (
        <p className={`${typography.attention} ${typography.small}`}>{words.askDialog.fileChanged}</p>
      )}
      <dl className={styles.facts}>
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value, code]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={code ? `${styles.code} ${typography.selectable}` : typography.selectable}>
                {value}
              </dd>
            </div>
          ))}
      </dl>
      {program.parents.length > 0 && (
        <details className={typography.small}>
          <summary>{words.askDialog.startedBy}</summary>
          <ol className={`${styles.parents} ${typography.selectable}`}>
            {program.parents.map(({ name, pid }) => (
              <li key={pid}>{`${name} (${pid})`}</li>
            ))}
          </ol>
        </details>
      )}
      {!given && (
        <p className={`${typography.muted} ${typography.small}`}>
          {reading ? words.askDialog.onceOrReads : words.askDialog.onceOrThisChange}
        </p>
      )}
      {!given && (
        <div className={layout.row}>
          <p className={`${layout.grow} ${typography.muted} ${typography.small}`}>
            {ask.notAlways !== ''
              ? ask.notAlways
              : reading
                ? words.askDialog.alwaysReads
                : words.askDialog.alwaysThisChange}
          </p>
          {ask.notAlways === '' && (
            <Button aria-disabled={!settled} onClick={() => answer('always')}>
              {words.askDialog.allowAlways}
            </Button>
          )}
        </div>
      )}
      {more > 0 && (
        <p className={`${typography.muted} ${typography.small}`}>{words.askDialog.moreWaiting(more)}</p>
      )}
      <div className={dialogs.foot} ref={foot}>
        <Button className={buttons.toLeft} aria-disabled={!settled} onClick={() => answer(null)}>
          {words.askDialog.deny}
        </Button>
        {given ? (
          <Button kind="danger" aria-disabled={!settled} onClick={() => answer('once')}>
            {words.askDialog.giveItOnce}
          </Button>
        ) : (
          <>
            <Button aria-disabled={!settled} onClick={() => answer('until-lock')}>
              {words.askDialog.allowUntilLock}
            </Button>
            <Button aria-disabled={!settled} onClick={() => answer('minutes')}>
              {words.askDialog.allowMinutes}
            </Button>
            <Button kind="primary" aria-disabled={!settled} onClick={() => answer('once')}>
              {words.askDialog.allowOnce}
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
