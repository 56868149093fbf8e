/** The name of each setting: the window shows it beside the setting, and the record names what was changed. */
export const settingNames = {
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
};
