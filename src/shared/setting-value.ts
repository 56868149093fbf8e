import type { Settings } from './contract/settings.ts';
import { settingValues as words } from './settings/words.ts';

/**
 * Returns the value of a setting as the window shows it. An address of a proxy is left without its account, because that may have a password. A
 * file is named without its folder.
 */
export function settingValue(settings: Settings, name: keyof Settings): string {
  switch (name) {
    case 'theme':
      return settings.theme === 'system' ? words.system : words.theme[settings.theme];
    case 'language':
      return settings.language === 'system' ? words.system : words.languages[settings.language];
    case 'proxy':
      return proxyValue(settings.proxy);
    case 'extraCaFile':
      return settings.extraCaFile?.split(/[\\/]/).at(-1) ?? words.noFile;
    case 'lockAfterMinutes':
      return settings.lockAfterMinutes === 0 ? words.never : words.minutes(settings.lockAfterMinutes);
    case 'usageKeepDays':
      return settings.usageKeepDays === 0 ? words.doNotReadLog : words.days(settings.usageKeepDays);
    case 'quietHours':
      return settings.quietHours === null
        ? words.off
        : words.hours(settings.quietHours.from, settings.quietHours.to);
    case 'programsPort':
      return String(settings.programsPort);
    default:
      return settings[name] ? words.on : words.off;
  }
}

function proxyValue(proxy: Settings['proxy']): string {
  if (proxy.mode === 'system') return words.system;
  return proxy.mode === 'none' ? words.proxy.none : new URL(proxy.url).origin;
}
