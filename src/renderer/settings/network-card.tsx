import { type FormEvent, useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { bridge, type Result } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { type Change, Setting } from './setting.tsx';

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
  // "Custom" is only kept once there is an address to keep.
  const [custom, setCustom] = useState(proxy.mode === 'custom');
  const saveProxy = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const url = String(new FormData(form).get('proxy') ?? '').trim();
    // What is kept comes back with its password masked; the page lets go of what was typed.
    if (await set({ proxy: { mode: 'custom', url } })) form.reset();
  };
  return (
    <section className="card">
      <h2>Network</h2>
      <Setting name="Proxy" words="For calls to Okta. The system's includes HTTPS_PROXY and NO_PROXY.">
        {(id) => (
          <select
            id={id}
            className="input"
            value={custom ? 'custom' : proxy.mode}
            onChange={(event) => {
              const mode = event.target.value;
              setCustom(mode === 'custom');
              if (mode === 'system' || mode === 'none') void set({ proxy: { mode } });
            }}
          >
            <option value="system">System</option>
            <option value="none">None</option>
            <option value="custom">Custom</option>
          </select>
        )}
      </Setting>
      {custom && (
        <form className="setting" onSubmit={(event) => void saveProxy(event)}>
          <Field
            label="Proxy address"
            name="proxy"
            placeholder="http://proxy.acme.com:8080"
            defaultValue={proxy.mode === 'custom' ? proxy.url : ''}
          />
          <Button type="submit">Save proxy</Button>
        </form>
      )}
      <Setting
        name="Extra CA file"
        words="Certificates in PEM form that are trusted besides the system's, for example of a proxy that inspects TLS."
      >
        <div className="row-flex">
          <Button
            disabled={extraCaFromCommandLine}
            onClick={() => void take(bridge.settings.chooseExtraCa())}
          >
            Choose a file
          </Button>
          {extraCaFile !== null && !extraCaFromCommandLine && (
            <Button kind="quiet" onClick={() => void take(bridge.settings.removeExtraCa())}>
              Remove
            </Button>
          )}
        </div>
      </Setting>
      {extraCa !== null && (
        <p className={extraCa.ok ? 'small muted' : 'small ink-failing'} role="status">
          {extraCa.sentence}
          {extraCaFromCommandLine && ' Given on the command line for this run.'}
        </p>
      )}
      {extraCaChange !== null && (
        <div className="row-flex" role="status">
          <p className="small ink-failing">{extraCaChange.sentence}</p>
          {extraCaChange.usable && (
            <Button onClick={() => void take(bridge.settings.takeExtraCa())}>Trust these</Button>
          )}
        </div>
      )}
    </section>
  );
}
