import { type ReactNode, useId } from 'react';
import type { Settings } from '../../shared/contract/settings.ts';
import { Switch } from '../ui/switch.tsx';
import typography from '../ui/typography.module.css';
import styles from './settings.module.css';

/** A change of the settings. */
export type Change = Partial<Omit<Settings, 'extraCaFile'>>;

/** Shows a setting with its control at the right. A field gets the id that its label points to. A button has its own label. */
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

/** Shows a setting that is on or off. It is disabled when this system does not support it, and `words` say why. The stored choice stays. */
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
