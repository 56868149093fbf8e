import type { Settings, SettingsView } from '../../shared/contract/settings.ts';
import { languages } from '../../shared/languages.ts';
import { settingNames, settingValues } from '../../shared/settings/words.ts';
import { bridge } from '../bridge.ts';
import { Button } from '../ui/button.tsx';
import { FailureNote } from '../ui/failure-note.tsx';
import fields from '../ui/field.module.css';
import { useCall } from '../ui/use-call.ts';
import { type Change, Setting } from './setting.tsx';
import { words } from './words.ts';

/** Shows the language of Keyturn, and the restart that applies another one. */
export function LanguageSetting({
  view,
  set,
}: {
  readonly view: SettingsView;
  readonly set: (change: Change) => Promise<boolean>;
}) {
  const { failure, busy, run } = useCall();
  return (
    <>
      <Setting name={settingNames.language} words={words.languageSetting.whatLanguageDoes}>
        {(id) => (
          <select
            id={id}
            className={fields.input}
            value={view.language}
            onChange={(event) => void set({ language: event.target.value as Settings['language'] })}
          >
            <option value="system">{settingValues.system}</option>
            {languages.map((language) => (
              <option key={language} value={language} lang={language}>
                {settingValues.languages[language]}
              </option>
            ))}
          </select>
        )}
      </Setting>
      {view.languageAtNextStart && (
        <Setting name={words.languageSetting.atNextStart} words={words.languageSetting.whatRestartDoes}>
          <Button disabled={busy} onClick={() => void run(bridge.updates.restart())}>
            {words.languageSetting.restart}
          </Button>
        </Setting>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
