import { Terminal } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { Ask, HowLong } from '../../shared/contract/programs.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icons.tsx';

/** A key or a click that was meant for something else, when the dialog came, answers nothing. */
const settleMs = 500;

/**
 * A program that waits for a token: who it is, what it wants, and for how long it may. What allows it is said once more in a dialog of the system,
 * which main shows: a script in this window could press every button here.
 */
export function AskDialog({ asks }: { asks: readonly Ask[] }) {
  const [first] = asks;
  return first === undefined ? null : <AskOf key={first.id} ask={first} more={asks.length - 1} />;
}

function AskOf({ ask, more }: { readonly ask: Ask; readonly more: number }) {
  const [settled, setSettled] = useState(false);
  const foot = useRef<HTMLDivElement>(null);
  // After the browser has put it at the first of all: the narrowest answer that allows has it.
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
    // What it was answered meanwhile, or that it hung up, is told by an event.
    if (settled) void bridge.programs.answer({ askId: ask.id, allow });
  };
  const facts: readonly (readonly [name: string, value: string])[] = [
    [
      'Wants',
      given
        ? 'The value itself, for the command below'
        : `${ask.method} ${ask.path}${ask.calls > 1 ? `, ${ask.calls} times` : ''}`,
    ],
    ['Of', orgHost],
    ['Runs from', program.path],
    ['Command', program.command],
    ['In folder', program.folder],
    ['Started from', program.startedFrom],
  ];
  const reading = ask.method === 'GET' || ask.method === 'HEAD';
  return (
    <Dialog
      name="A program asks for a token"
      role="alertdialog"
      className="plain wide ask"
      onClose={() => answer(null)}
    >
      <h1 className="row-flex">
        <Icon of={Terminal} />
        <span className="grow">
          {given ? `Give ${program.name} the value of ${label}?` : `Let ${program.name} use ${label}?`}
        </span>
      </h1>
      <p className="muted">
        {program.pid === null
          ? 'The system does not tell which program this is.'
          : `Process ${program.pid}. ${given ? 'It would have the token itself, and so would what it starts; while that runs, your other programs can read it, too.' : 'It gets Okta’s answers and never the token.'}`}
      </p>
      <dl className="facts">
        {facts
          .filter(([, value]) => value !== '')
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="selectable">{value}</dd>
            </div>
          ))}
      </dl>
      {program.parents.length > 0 && (
        <details className="small">
          <summary>All that started it</summary>
          <ol className="parents selectable">
            {program.parents.map(({ name, pid }) => (
              <li key={pid}>{`${name} (${pid})`}</li>
            ))}
          </ol>
        </details>
      )}
      {!given && (
        <p className="muted small">
          {reading
            ? 'Once is for this call alone; a time is for all that this program reads, and for no change.'
            : 'Once is for this call alone; a time is for this change alone, as often as it is made.'}
        </p>
      )}
      {more > 0 && <p className="muted small">{more === 1 ? 'One more waits.' : `${more} more wait.`}</p>}
      <div className="dialog-foot" ref={foot}>
        <Button className="to-left" aria-disabled={!settled} onClick={() => answer(null)}>
          Deny
        </Button>
        {given ? (
          <Button kind="danger" aria-disabled={!settled} onClick={() => answer('once')}>
            Give it once
          </Button>
        ) : (
          <>
            <Button aria-disabled={!settled} onClick={() => answer('until-lock')}>
              Allow until lock
            </Button>
            <Button aria-disabled={!settled} onClick={() => answer('minutes')}>
              Allow for 15 minutes
            </Button>
            <Button kind="primary" aria-disabled={!settled} onClick={() => answer('once')}>
              Allow once
            </Button>
          </>
        )}
      </div>
    </Dialog>
  );
}
