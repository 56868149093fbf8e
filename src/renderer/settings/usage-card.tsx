import type { SettingsView } from '../../shared/contract/settings.ts';
import { type Change, Setting } from './setting.tsx';

const choices = [0, 7, 30, 90, 180, 365];

/** How long the use of tokens is kept, or not at all. */
export function UsageCard({
  view,
  set,
}: {
  readonly view: SettingsView;
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const days = choices.includes(view.usageKeepDays) ? choices : [...choices, view.usageKeepDays];
  return (
    <section className="card">
      <h2>Usage</h2>
      <Setting
        name="Keep the use of tokens for"
        words="Reads each org's System Log once a minute while Keyturn is open. Each reading is a use of the token that reads, so that one does not expire."
      >
        {(id) => (
          <select
            id={id}
            className="input"
            value={view.usageKeepDays}
            onChange={(event) => void set({ usageKeepDays: Number(event.target.value) })}
          >
            {days.map((n) => (
              <option key={n} value={n}>
                {n === 0 ? 'Do not read the log' : `${n} days`}
              </option>
            ))}
          </select>
        )}
      </Setting>
    </section>
  );
}
