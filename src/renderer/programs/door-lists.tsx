import type { Allowance, ProgramCall } from '../../shared/contract/programs.ts';
import { clockTime } from '../../shared/time-words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';

/** Programs that may use the token now, each with the way to end that. */
export function AllowedNow({ allowances }: { allowances: readonly Allowance[] }) {
  return (
    <div>
      <h3>Allowed now</h3>
      {allowances.length === 0 ? (
        <p className="muted small">No program. The first call of each is asked about.</p>
      ) : (
        <ul className="door-list" aria-label="Allowed now">
          {allowances.map(({ id, program, covers, until, calls }) => (
            <li key={id}>
              <span className="grow ellipsis">
                <b>{program.name}</b>{' '}
                <span className="muted small">
                  {covers}, {program.startedFrom === '' ? '' : `from ${program.startedFrom}, `}
                  {calls} {calls === 1 ? 'call' : 'calls'},{' '}
                  {until === null ? 'until lock' : `until ${clockTime(until)}`}
                </span>
              </span>
              <Button
                kind="link"
                className="small"
                aria-label={`End: ${program.name}`}
                onClick={() => void bridge.programs.end({ allowanceId: id })}
              >
                End
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** What programs called with the token since Keyturn was unlocked. */
export function LastCalls({ calls }: { calls: readonly ProgramCall[] }) {
  return (
    <div>
      <h3>Last calls</h3>
      {calls.length === 0 ? (
        <p className="muted small">None since Keyturn was unlocked.</p>
      ) : (
        <table className="door-calls" aria-label="Last calls">
          <thead>
            <tr>
              <th scope="col">Time</th>
              <th scope="col">Program</th>
              <th scope="col">Call</th>
              <th scope="col">Answer</th>
            </tr>
          </thead>
          <tbody>
            {calls.map(({ id, at, program, method, path, status, ms, refused }) => (
              <tr key={id}>
                <td className="muted">{clockTime(at)}</td>
                <td>{program === '' ? '–' : program}</td>
                <td className="mono ellipsis" title={path}>
                  {method} {path}
                </td>
                <td>
                  {refused === '' ? (
                    `${status}, ${ms} ms`
                  ) : (
                    <span className="ink-attention" title={refused}>
                      {status}, {refused.split('. ', 1)}
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
