import { useState } from 'react';
import type { SettingsView } from '../../shared/contract/settings.ts';
import { settingNames } from '../../shared/settings/words.ts';
import cards from '../ui/card.module.css';
import { TimeField } from '../ui/date-field.tsx';
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
        name={settingNames.notifications}
        words={words.noticeCard.whatNotificationsAre}
        on={view.notifications}
        set={(notifications) => set({ notifications })}
      />
      <SwitchSetting
        name={settingNames.quietHours}
        words={words.noticeCard.whatQuietHoursDo}
        on={quietHours !== null}
        set={(on) => set({ quietHours: on ? usual : null })}
      />
      {quietHours !== null && <QuietHours kept={quietHours} set={(hours) => set({ quietHours: hours })} />}
      <SwitchSetting
        name={settingNames.showInTray}
        words={demo ? words.noticeCard.noTrayInDemo : words.noticeCard.whatTrayShows}
        on={view.showInTray && !demo}
        available={!demo}
        set={(showInTray) => set({ showInTray })}
      />
      <SwitchSetting
        name={settingNames.startAtLogin}
        words={demo ? words.noticeCard.noLoginInDemo : words.noticeCard.whyAtLogin}
        on={view.startAtLogin && !demo}
        available={!demo}
        set={(startAtLogin) => set({ startAtLogin })}
      />
    </section>
  );
}

type Hours = NonNullable<SettingsView['quietHours']>;

/**
 * Shows both ends of the quiet hours. The fields keep what the person typed while main saves it. Otherwise a change that comes before the
 * answer to an earlier one would take that one back.
 */
function QuietHours({
  kept,
  set,
}: {
  readonly kept: Hours;
  readonly set: (hours: Hours) => Promise<boolean>;
}) {
  const [hours, setHours] = useState(kept);
  const change = async (next: Hours): Promise<void> => {
    setHours(next);
    if (!(await set(next))) setHours(kept);
  };
  return (
    <>
      <Setting name={words.noticeCard.quietFrom} words="">
        <TimeField
          label={words.noticeCard.quietFrom}
          value={hours.from}
          set={(from) => void change({ ...hours, from })}
        />
      </Setting>
      <Setting name={words.noticeCard.quietUntil} words="">
        <TimeField
          label={words.noticeCard.quietUntil}
          value={hours.to}
          set={(to) => void change({ ...hours, to })}
        />
      </Setting>
    </>
  );
}
