import type { words as english } from '../../../../main/app/words.ts';
import { series } from '../../../../shared/listed.ts';

/** The Japanese of the sentences of the record and of notices that concern several features. */
export const words: typeof english = {
  compose: {
    locked: 'ロックしました。',
  },
  features: {
    changed: (names) => `変更しました: ${series(names)}。`,
    // The settings as the Settings page names them.
    settingNames: {
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
    },
  },
  witnesses: {
    app: (label) => `アプリ「${label}」`,
    token: (label) => `トークン「${label}」`,
  },
  needs: {
    commandWaits: 'コマンドが、Keyturnのロック解除を待っています。',
    imported: '別のコンピューターからインポートしました。',
  },
  tokenNeeds: {
    removed: 'Keyturnから削除しました。Oktaではまだ動作します。',
    broughtBack: '削除を元に戻しました。',
  },
};
