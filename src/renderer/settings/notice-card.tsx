import type { SettingsView } from '../../shared/contract/settings.ts';
import { type Change, Setting, Switch } from './setting.tsx';

const usual = { from: '22:00', to: '07:00' };

/** Notifications, quiet hours, the tray and starting at login. */
export function NoticeCard({
  view,
  set,
}: {
  readonly view: SettingsView;
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const { quietHours } = view;
  return (
    <section className="card">
      <h2>Notices</h2>
      <Switch
        name="Notifications"
        words="From the system, each once, never with a token's name or value. The inbox has everything either way."
        on={view.notifications}
        set={(notifications) => set({ notifications })}
      />
      <Switch
        name="Quiet hours"
        words="No notification of the system between these times; they come together afterwards."
        on={quietHours !== null}
        set={(on) => set({ quietHours: on ? usual : null })}
      />
      {quietHours !== null && (
        <>
          <Setting name="Quiet from" words="">
            {(id) => (
              <input
                id={id}
                className="input"
                type="time"
                required
                value={quietHours.from}
                onChange={(event) =>
                  event.target.value !== '' &&
                  void set({ quietHours: { ...quietHours, from: event.target.value } })
                }
              />
            )}
          </Setting>
          <Setting name="Quiet until" words="">
            {(id) => (
              <input
                id={id}
                className="input"
                type="time"
                required
                value={quietHours.to}
                onChange={(event) =>
                  event.target.value !== '' &&
                  void set({ quietHours: { ...quietHours, to: event.target.value } })
                }
              />
            )}
          </Setting>
        </>
      )}
      <Switch
        name="Show in the tray"
        words="How tokens stand, the three that need you first, and Test all. While locked it names none."
        on={view.showInTray}
        set={(showInTray) => set({ showInTray })}
      />
      <Switch
        name="Start at login"
        words="So that warnings come by themselves."
        on={view.startAtLogin}
        set={(startAtLogin) => set({ startAtLogin })}
      />
    </section>
  );
}
