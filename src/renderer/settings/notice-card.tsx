import type { SettingsView } from '../../shared/contract/settings.ts';
import cards from '../ui/card.module.css';
import fields from '../ui/field.module.css';
import { type Change, Setting, SwitchSetting } from './setting.tsx';
import { words } from './words.ts';

const usual = { from: '22:00', to: '07:00' };

/** Shows the settings of notifications, quiet hours, the tray and the start at login. */
export function NoticeCard({
  view,
  demo,
  set,
}: {
  readonly view: SettingsView;
  /** Whether this is the demo, which leaves the tray and the start at login to Keyturn itself. */
  readonly demo: boolean;
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const { quietHours } = view;
  return (
    <section className={cards.card}>
      <h2>{words.noticeCard.notices}</h2>
      <SwitchSetting
        name={words.noticeCard.notifications}
        words={words.noticeCard.whatNotificationsAre}
        on={view.notifications}
        set={(notifications) => set({ notifications })}
      />
      <SwitchSetting
        name={words.noticeCard.quietHours}
        words={words.noticeCard.whatQuietHoursDo}
        on={quietHours !== null}
        set={(on) => set({ quietHours: on ? usual : null })}
      />
      {quietHours !== null && (
        <>
          <TimeSetting
            name={words.noticeCard.quietFrom}
            time={quietHours.from}
            set={(from) => set({ quietHours: { ...quietHours, from } })}
          />
          <TimeSetting
            name={words.noticeCard.quietUntil}
            time={quietHours.to}
            set={(to) => set({ quietHours: { ...quietHours, to } })}
          />
        </>
      )}
      <SwitchSetting
        name={words.noticeCard.showInTray}
        words={demo ? words.noticeCard.noTrayInDemo : words.noticeCard.whatTrayShows}
        on={view.showInTray && !demo}
        available={!demo}
        set={(showInTray) => set({ showInTray })}
      />
      <SwitchSetting
        name={words.noticeCard.startAtLogin}
        words={demo ? words.noticeCard.noLoginInDemo : words.noticeCard.whyAtLogin}
        on={view.startAtLogin && !demo}
        available={!demo}
        set={(startAtLogin) => set({ startAtLogin })}
      />
    </section>
  );
}

function TimeSetting({
  name,
  time,
  set,
}: {
  readonly name: string;
  readonly time: string;
  readonly set: (time: string) => Promise<boolean>;
}) {
  return (
    <Setting name={name} words="">
      {(id) => (
        <input
          id={id}
          className={fields.input}
          type="time"
          required
          value={time}
          onChange={(event) => event.target.value !== '' && void set(event.target.value)}
        />
      )}
    </Setting>
  );
}
