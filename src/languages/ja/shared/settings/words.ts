import { number } from '../../../../shared/plural.ts';
import type {
  settingNames as englishNames,
  settingValues as englishValues,
} from '../../../../shared/settings/words.ts';

/** The Japanese names of the settings. */
export const settingNames: typeof englishNames = {
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

/** The Japanese words of the settings' values. */
export const settingValues: typeof englishValues = {
  on: 'オン',
  off: 'オフ',
  system: 'システム',
  theme: { light: 'ライト', dark: 'ダーク' },
  languages: { en: 'English', de: 'Deutsch', ja: '日本語' },
  proxy: { none: 'なし', custom: 'カスタム' },
  noFile: 'なし',
  never: 'しない',
  minutes: (count: number) => `${number(count)}分`,
  doNotReadLog: 'ログを読み取らない',
  days: (count: number) => `${number(count)}日`,
  hours: (from: string, to: string) => `${from}から${to}まで`,
};
