import { series } from '../../shared/listed.ts';
/** The sentences of the record and of notices that concern several features, nested by the file that uses them. */
export const words = {
  compose: {
    locked: 'Locked.',
  },
  features: {
    changed: (names: readonly string[]) => `Changed: ${series(names)}.`,
    // The settings as the Settings page names them.
    settingNames: {
      theme: 'Theme',
      language: 'Language',
      extraCaFile: 'Extra CA file',
      proxy: 'Proxy',
      lockAfterMinutes: 'Lock after',
      lockOnSuspend: 'Lock on suspend',
      lockOnScreenLock: 'Lock with the screen',
      contentProtection: 'Keep out of screenshots',
      startMinimised: 'Start minimised',
      notifications: 'Notifications',
      quietHours: 'Quiet hours',
      startAtLogin: 'Start at login',
      showInTray: 'Show in the tray',
      usageKeepDays: 'Keep the use of tokens for',
      programsPort: 'Port for programs',
      lookForUpdates: 'Check for updates',
    },
  },
  needs: {
    commandWaits: 'A command waits for you to unlock Keyturn.',
    imported: 'It was imported from another computer.',
  },
  witnesses: {
    app: (label: string) => `the app "${label}"`,
    token: (label: string) => `the token "${label}"`,
  },
  tokenNeeds: {
    removed: 'It was removed from Keyturn. It still works in Okta.',
    broughtBack: 'Its removal was undone.',
  },
};
