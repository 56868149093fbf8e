import { type ReactNode, useEffect } from 'react';
import type { Settings, SettingsView } from '../../shared/contract/settings.ts';
import type { KeptIn, VaultStatus } from '../../shared/contract/vault-status.ts';
import { settingNames, settingValues } from '../../shared/settings/words.ts';
import { bridge, type Result } from '../bridge.ts';
import cards from '../ui/card.module.css';
import { FailureNote } from '../ui/failure-note.tsx';
import fields from '../ui/field.module.css';
import pages from '../ui/page.module.css';
import { useCall } from '../ui/use-call.ts';
import { shared } from '../ui/words.ts';
import { About } from './about.tsx';
import { DailyBackupsCard } from './daily-backups-card.tsx';
import { LanguageSetting } from './language-setting.tsx';
import { NetworkCard } from './network-card.tsx';
import { NoticeCard } from './notice-card.tsx';
import { PolicyCard } from './policy-card.tsx';
import { ProgramsCard } from './programs-card.tsx';
import { SafetyCard } from './safety-card.tsx';
import { type Change, Setting, SwitchSetting } from './setting.tsx';
import styles from './settings.module.css';
import { settingsAre, useSettings } from './settings-store.ts';
import { UpdatesCard } from './updates-card.tsx';
import { UsageCard } from './usage-card.tsx';
import { words } from './words.ts';

/** Shows all settings. Each change is saved at once. */
export function SettingsPage({
  keptIn,
  lock,
  recoveryKey,
  alwaysAllowed,
  demo,
}: {
  readonly keptIn: KeptIn | null;
  readonly lock: VaultStatus['lock'] | null;
  readonly recoveryKey: VaultStatus['recoveryKey'];
  /** The list of programs that are always allowed. */
  readonly alwaysAllowed: ReactNode;
  /** Whether this is the demo. It speaks the language of Keyturn itself, and no later start keeps its settings. */
  readonly demo: boolean;
}) {
  const view = useSettings((state) => state.view);
  const { failure, run } = useCall();
  useEffect(() => {
    void bridge.settings.get().then((read) => read.ok && settingsAre(read.value));
  }, []);
  /** Shows the settings that a call returns. Returns false when the call failed. */
  const take = async (call: Promise<Result<SettingsView>>): Promise<boolean> => {
    const view = await run(call);
    if (view !== null) settingsAre(view);
    return view !== null;
  };
  const set = (change: Change): Promise<boolean> => take(bridge.settings.set({ change }));
  return (
    <main className={`${pages.page} ${pages.wide}`} aria-label={shared.settings}>
      <header className={pages.top}>
        <h1>{shared.settings}</h1>
      </header>
      {view !== null && (
        <div className={pages.body}>
          <div className={styles.settings}>
            <FailureNote failure={failure} />
            {view.policy !== null && <PolicyCard policy={view.policy} />}
            <section className={cards.card}>
              <h2>{words.settingsPage.appearance}</h2>
              <Setting name={settingNames.theme} words={words.settingsPage.whatThemeDoes}>
                {(id) => (
                  <select
                    id={id}
                    className={fields.input}
                    value={view.theme}
                    onChange={(event) => void set({ theme: event.target.value as Settings['theme'] })}
                  >
                    <option value="system">{settingValues.system}</option>
                    <option value="light">{settingValues.theme.light}</option>
                    <option value="dark">{settingValues.theme.dark}</option>
                  </select>
                )}
              </Setting>
              {!demo && <LanguageSetting view={view} set={set} />}
              {!demo && (
                <SwitchSetting
                  name={settingNames.startMinimised}
                  words={words.settingsPage.whatMinimisedDoes}
                  on={view.startMinimised}
                  set={(startMinimised) => set({ startMinimised })}
                />
              )}
            </section>
            <NoticeCard view={view} demo={demo} set={set} />
            <SafetyCard view={view} keptIn={keptIn} lock={lock} recoveryKey={recoveryKey} set={set} />
            {keptIn?.kind !== 'session' && <DailyBackupsCard />}
            <NetworkCard view={view} set={set} take={take} />
            <UsageCard view={view} set={set} />
            <ProgramsCard view={view} alwaysAllowed={alwaysAllowed} set={set} />
            <UpdatesCard view={view} set={set} />
            <About keptIn={keptIn} />
          </div>
        </div>
      )}
    </main>
  );
}
