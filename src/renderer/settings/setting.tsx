import { type ReactNode, useId } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { Switch } from '../ui/switch.tsx';
import typography from '../ui/typography.module.css';
import styles from './settings.module.css';

/** What a setting's control changes. */
export type Change = Partial<Omit<Settings, 'extraCaFile'>>;

/** A setting with its control at the right. A field gets the id its label points to; a button says by itself what it does. */
export function Setting({
  name,
  words,
  children,
}: {
  readonly name: string;
  readonly words: string;
  readonly children: ReactNode | ((id: string) => ReactNode);
}) {
  const id = useId();
  const labelled = typeof children === 'function';
  return (
    <div className={styles.setting}>
      <div>
        {labelled ? <label htmlFor={id}>{name}</label> : <span>{name}</span>}
        <p id={`${id}-why`} className={`${typography.muted} ${typography.small}`}>
          {words}
        </p>
      </div>
      {labelled ? children(id) : children}
    </div>
  );
}

/** A setting that is on or off. One that this system cannot have is disabled, and `words` say why; what was chosen stays chosen. */
export function SwitchSetting({
  name,
  words,
  on,
  available = true,
  set,
}: {
  readonly name: string;
  readonly words: string;
  readonly on: boolean;
  readonly available?: boolean;
  readonly set: (on: boolean) => Promise<boolean>;
}) {
  return (
    <Setting name={name} words={words}>
      {(id) => (
        <Switch
          id={id}
          on={on}
          disabled={!available}
          describedBy={available ? undefined : `${id}-why`}
          set={(on) => void set(on)}
        />
      )}
    </Setting>
  );
}
