import type { settingNames as english } from '../../../../shared/settings/words.ts';

/** The Japanese names of the settings. */
export const settingNames: typeof english = {
  theme: 'テーマ',
  language: '言語',
  extraCaFile: '追加のCAファイル',
  proxy: 'プロキシ',
  lockAfterMinutes: '自動ロック',
  lockOnSuspend: 'スリープ時にロック',
  lockOnScreenLock: '画面と同時にロック',
  contentProtection: 'スクリーンショットに写さない',
  startMinimised: '最小化して起動',
  notifications: 'システム通知',
  quietHours: '通知しない時間帯',
  startAtLogin: 'ログイン時に起動',
  showInTray: 'トレイに表示',
  usageKeepDays: 'トークンの使用状況の保管期間',
  programsPort: 'プログラム用のポート',
  lookForUpdates: '更新を確認',
};
