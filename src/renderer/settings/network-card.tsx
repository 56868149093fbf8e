import { type FormEvent, useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { settingNames, settingValues } from '../../shared/settings/words.ts';
import { bridge, type Result } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import cards from '../ui/card.module.css';
import fields from '../ui/field.module.css';
import { Field } from '../ui/field.tsx';
import layout from '../ui/layout.module.css';
import { pageShared } from '../ui/page-words.ts';
import typography from '../ui/typography.module.css';
import { type Change, Setting } from './setting.tsx';
import styles from './settings.module.css';
import { words } from './words.ts';

/** Shows the proxy and the extra CA file. */
export function NetworkCard({
  view,
  set,
  take,
}: {
  readonly view: SettingsView;
  readonly set: (change: Change) => Promise<boolean>;
  readonly take: (call: Promise<Result<SettingsView>>) => Promise<boolean>;
}) {
  const { proxy, extraCa, extraCaChange, extraCaFile, extraCaFromCommandLine } = view;
  // "Custom" is saved when it has an address.
  const [custom, setCustom] = useState(proxy.mode === 'custom');
  const saveProxy = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const url = String(new FormData(form).get('proxy') ?? '').trim();
    // Main returns the address with a masked password. The field is cleared.
    if (await set({ proxy: { mode: 'custom', url } })) form.reset();
  };
  return (
    <section className={cards.card}>
      <h2>{words.networkCard.network}</h2>
      <Setting name={settingNames.proxy} words={words.networkCard.whatProxyDoes}>
        {(id) => (
          <select
            id={id}
            className={fields.input}
            value={custom ? 'custom' : proxy.mode}
            onChange={(event) => {
              const mode = event.target.value;
              setCustom(mode === 'custom');
              if (mode === 'system' || mode === 'none') void set({ proxy: { mode } });
            }}
          >
            <option value="system">{settingValues.system}</option>
            <option value="none">{settingValues.proxy.none}</option>
            <option value="custom">{settingValues.proxy.custom}</option>
          </select>
        )}
      </Setting>
      {custom && (
        <form className={styles.setting} onSubmit={(event) => void saveProxy(event)}>
          <Field
            label={words.networkCard.proxyAddress}
            name="proxy"
            placeholder={words.networkCard.proxyExample}
            defaultValue={proxy.mode === 'custom' ? proxy.url : ''}
          />
          <Button type="submit">{words.networkCard.saveProxy}</Button>
        </form>
      )}
      <Setting name={settingNames.extraCaFile} words={words.networkCard.whatCaFileDoes}>
        <div className={layout.actions}>
          <Button
            disabled={extraCaFromCommandLine}
            onClick={() => void take(bridge.settings.chooseExtraCa())}
          >
            {words.networkCard.chooseAFile}
          </Button>
          {extraCaFile !== null && !extraCaFromCommandLine && (
            <Button kind="quiet" onClick={() => void take(bridge.settings.removeExtraCa())}>
              {pageShared.remove}
            </Button>
          )}
        </div>
      </Setting>
      {extraCa !== null && (
        <p
          className={
            extraCa.ok
              ? `${typography.small} ${typography.muted}`
              : `${typography.small} ${typography.failing}`
          }
          role="status"
        >
          {extraCa.sentence}
          {extraCaFromCommandLine && words.networkCard.fromCommandLine}
        </p>
      )}
      {extraCaChange !== null && (
        <div className={layout.row} role="status">
          <p className={`${typography.small} ${typography.failing}`}>{extraCaChange.sentence}</p>
          {extraCaChange.usable && (
            <Button onClick={() => void take(bridge.settings.takeExtraCa())}>
              {words.networkCard.trustThese}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
