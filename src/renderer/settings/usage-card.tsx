import type { SettingsView } from '../../shared/contract/settings.ts';
import { settingNames, settingValues } from '../../shared/settings/words.ts';
import cards from '../ui/card.module.css';
import fields from '../ui/field.module.css';
import { type Change, Setting } from './setting.tsx';
import { words } from './words.ts';

const choices = [0, 7, 30, 90, 180, 365];

/** Shows for how many days Keyturn keeps the use of tokens. */
export function UsageCard({
  view,
  set,
}: {
  readonly view: SettingsView;
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const days = choices.includes(view.usageKeepDays) ? choices : [...choices, view.usageKeepDays];
  return (
    <section className={cards.card}>
      <h2>{words.usageCard.usage}</h2>
      <Setting name={settingNames.usageKeepDays} words={words.usageCard.whatReadingDoes}>
        {(id) => (
          <select
            id={id}
            className={fields.input}
            value={view.usageKeepDays}
            onChange={(event) => void set({ usageKeepDays: Number(event.target.value) })}
          >
            {days.map((n) => (
              <option key={n} value={n}>
                {n === 0 ? settingValues.doNotReadLog : settingValues.days(n)}
              </option>
            ))}
          </select>
        )}
      </Setting>
    </section>
  );
}
