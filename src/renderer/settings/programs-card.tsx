import { type ReactNode, useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { settingNames } from '../../shared/settings/words.ts';
import cards from '../ui/card.module.css';
import fields from '../ui/field.module.css';
import { type Change, Setting } from './setting.tsx';
import styles from './settings.module.css';
import { words } from './words.ts';

/** Shows the port at which programs on this computer find Keyturn, and the programs that are always allowed. */
export function ProgramsCard({
  view,
  alwaysAllowed,
  set,
}: {
  readonly view: SettingsView;
  /** The list of programs that are always allowed. */
  readonly alwaysAllowed: ReactNode;
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const [text, setText] = useState(String(view.programsPort));
  const port = Number(text);
  const fits = /^\d{4,5}$/.test(text) && port >= 1024 && port <= 65535;
  const keep = async () => {
    if (port === view.programsPort) return;
    if (!fits || !(await set({ programsPort: port }))) setText(String(view.programsPort));
  };
  return (
    <section className={cards.card}>
      <h2>{words.programsCard.programs}</h2>
      <Setting name={settingNames.programsPort} words={words.programsCard.whatPortIs}>
        {(id) => (
          <input
            id={id}
            className={`${fields.input} ${styles.port}`}
            inputMode="numeric"
            value={text}
            aria-invalid={!fits}
            onChange={(event) => setText(event.target.value.trim())}
            onBlur={() => void keep()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void keep();
            }}
          />
        )}
      </Setting>
      {alwaysAllowed}
    </section>
  );
}
