import type { Allowance, ProgramCall } from '../../shared/contract/programs.ts';
import { series } from '../../shared/listed.ts';
import { clockTime } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import layout from '../ui/layout.module.css';
import typography from '../ui/typography.module.css';
import styles from './programs.module.css';
import { words } from './words.ts';

/** Shows the programs that may use the token now. A button beside each program takes the permission away. */
export function AllowedNow({ allowances }: { allowances: readonly Allowance[] }) {
  return (
    <div>
      <h3>{words.doorLists.allowedNow}</h3>
      {allowances.length === 0 ? (
        <p className={`${typography.muted} ${typography.small}`}>{words.doorLists.noProgramAllowed}</p>
      ) : (
        <ul className={styles.doorList} aria-label={words.doorLists.allowedNow}>
          {allowances.map(({ id, program, covers, until, calls }) => (
            <li key={id}>
              <span className={`${layout.grow} ${typography.ellipsis}`}>
                <b>{program.name}</b>{' '}
                <span className={`${typography.muted} ${typography.small}`}>
                  {series([
                    // Main names the reads by this word. A change has its method and path.
                    covers === 'reading' ? words.doorLists.reading : covers,
                    program.startedFrom === '' ? '' : words.doorLists.from(program.startedFrom),
                    words.doorLists.calls(calls),
                    until === null ? words.doorLists.untilLock : words.doorLists.until(clockTime(until)),
                  ])}
                </span>
              </span>
              <Button
                kind="link"
                aria-label={words.doorLists.endNamed(program.name)}
                onClick={() => void bridge.programs.end({ allowanceId: id })}
              >
                {words.doorLists.end}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Shows the calls that programs made with the token since Keyturn was unlocked. */
export function LastCalls({ calls }: { calls: readonly ProgramCall[] }) {
  return (
    <div>
      <h3>{words.doorLists.lastCalls}</h3>
      {calls.length === 0 ? (
        <p className={`${typography.muted} ${typography.small}`}>{words.doorLists.noCalls}</p>
      ) : (
        <table className={styles.doorCalls} aria-label={words.doorLists.lastCalls}>
          <thead>
            <tr>
              <th scope="col">{words.doorLists.time}</th>
              <th scope="col">{words.doorLists.program}</th>
              <th scope="col">{words.doorLists.call}</th>
              <th scope="col">{words.doorLists.answer}</th>
            </tr>
          </thead>
          <tbody>
            {calls.map(({ id, at, program, method, path, status, ms, refused }) => (
              <tr key={id}>
                <td className={typography.muted}>{clockTime(at)}</td>
                <td>{program === '' ? '–' : program}</td>
                <td className={`${typography.mono} ${typography.ellipsis}`} title={path}>
                  {method} {path}
                </td>
                <td>
                  {refused === '' ? (
                    words.doorLists.answerIn(status, ms)
                  ) : (
                    <span className={typography.attention} title={refused}>
                      {series([String(status), refused.split(/\. |。/, 1)[0] ?? ''])}
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
