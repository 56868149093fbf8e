import type { words as english } from '../../../../renderer/life/words.ts';
import { nodes } from '../../../../renderer/ui/nodes.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  keepAliveCard: {
    keepAlive: '期限切れ防止',
    keepItAlive: '期限切れを防ぐ',
    stopKeepingAlive: '期限切れ防止をやめる',
    changed: '期限切れ防止の設定を変更しました。',
    off: 'オフ。30日間使われないと、期限切れになります。',
    endedOn: (date) => `${date}に終了しました。`,
    on: (date, reason) => `${date}までオン: ${reason}。`,
    lastCall: (when, lastWord) => `最後の呼び出し: ${when}、${lastWord}。`,
  },
  upcomingPage: {
    savedAs: (path) => `${path}に保存しました。`,
    about: '今後90日間の期限切れとローテーション、それらについての通知です。',
    exportCalendar: 'カレンダーをエクスポート',
    nothingComingUp: '予定はありません',
    addTokenFirst: 'トークンを追加すると、期限切れの予測と次のローテーションがここに表示されます。',
    next90Days: '今後90日間',
    legend: (expiryMark, rotationMark) =>
      nodes`${expiryMark} 未使用の場合の期限切れ ${rotationMark} ローテーション予定`,
    nothingDue: '90日以内の期限切れとローテーションはありません。',
    today: '今日',
    rotationWasDue: (date, when) => `ローテーション期日超過: ${date}、${when}`,
    rotationIsDue: (date, when) => `ローテーション予定: ${date}、${when}`,
    mostLikelyExpired: (date) => `おそらく期限切れ: ${date}`,
    expires: (date, when) => `有効期限: ${date}、${when}`,
    expiresForecast: (date, when) => `有効期限（予測）: ${date}、${when}`,
    inbox: '受信箱',
    noNotice:
      '通知はまだありません。Keyturnは期限切れの7日前、3日前、1日前、ローテーションまたはOAuthアプリの鍵の予定日、所有者が変わったときに警告します。',
    new: '新着',
    beforeNow: (sentence, before, after) => `${sentence}変更前: ${before}。現在: ${after}。`,
    expiresSoon: '期限切れ間近',
    expired: '期限切れ',
    rotationDue: 'ローテーションの時期',
    keyDue: '鍵の予定日',
    ownerChanged: '所有者の変更',
    notKeptAlive: '期限切れ防止の失敗',
  },
};
