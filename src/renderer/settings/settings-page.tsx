import { useEffect } from 'react';
import type { Settings, SettingsView } from '../../shared/contract/settings.ts';
import type { KeptIn, VaultStatus } from '../../shared/contract/vault.ts';
import { bridge, type Result } from '../bridge.ts';
import { FailureNote } from '../ui/failure-note.tsx';
import { useCall } from '../ui/use-call.ts';
import { About } from './about.tsx';
import { NetworkCard } from './network-card.tsx';
import { NoticeCard } from './notice-card.tsx';
import { ProgramsCard } from './programs-card.tsx';
import { SafetyCard } from './safety-card.tsx';
import { type Change, Setting, Switch } from './setting.tsx';
import { useSettings } from './settings-store.ts';
import { UsageCard } from './usage-card.tsx';

/** Everything that can be set; each change is kept at once. */
export function SettingsPage({ keptIn, lock }: { keptIn: KeptIn | null; lock: VaultStatus['lock'] | null }) {
  const view = useSettings((state) => state.view);
  const { failure, run } = useCall();
  useEffect(() => {
    void bridge.settings.get().then((read) => read.ok && useSettings.setState({ view: read.value }));
  }, []);
  /** Shows the settings as a call left them; false when it failed. */
  const take = async (call: Promise<Result<SettingsView>>): Promise<boolean> => {
    const view = await run(call);
    if (view !== null) useSettings.setState({ view });
    return view !== null;
  };
  const set = (change: Change): Promise<boolean> => take(bridge.settings.set({ change }));
  return (
    <main className="page wide" aria-label="Settings">
      <header className="page-top">
        <h1>Settings</h1>
      </header>
      {view !== null && (
        <div className="tab-body">
          <div className="settings-grid">
            <FailureNote failure={failure} />
            <section className="card">
              <h2>Look</h2>
              <Setting name="Theme" words="Follows the system unless you choose.">
                {(id) => (
                  <select
                    id={id}
                    className="input"
                    value={view.theme}
                    onChange={(event) => void set({ theme: event.target.value as Settings['theme'] })}
                  >
                    <option value="system">System</option>
                    <option value="light">Light</option>
                    <option value="dark">Dark</option>
                  </select>
                )}
              </Setting>
              <Switch
                name="Start minimised"
                words="The window opens out of the way."
                on={view.startMinimised}
                set={(startMinimised) => set({ startMinimised })}
              />
            </section>
            <NoticeCard view={view} set={set} />
            <SafetyCard view={view} keptIn={keptIn} lock={lock} set={set} />
            <NetworkCard view={view} set={set} take={take} />
            <UsageCard view={view} set={set} />
            <ProgramsCard view={view} set={set} />
            <About keptIn={keptIn} />
          </div>
        </div>
      )}
    </main>
  );
}
