import { nodes } from '../../../../renderer/ui/nodes.ts';
import type { words as english } from '../../../../renderer/usage/words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  callsCard: {
    calls: '呼び出し',
    whatIsShown:
      'System Logに記録された呼び出しです。Oktaは変更と拒否した呼び出しを記録します。ほとんどの読み取りは記録されません。日付と時刻はUTCです。',
    noEvent: 'このトークンのイベントはありません。',
    callsByDay: '日別の呼び出し',
    summary: (total, count, denied) =>
      `${number(count)}日間に呼び出し${number(total)}回、うち拒否または失敗${number(denied)}回。`,
    day: '日付',
    eventType: 'イベントの種類',
    outcome: '結果',
    address: 'アドレス',
    country: '国',
    networkAsn: 'ネットワーク（ASN）',
    userAgent: 'ユーザーエージェント',
    hourUtc: '時間帯（UTC）',
    theLastEvents: (count) => `最近のイベント${number(count)}件`,
    lastEvents: '最近のイベント',
    callsBy: (name) => `${name}別の呼び出し`,
    more: (count) => `ほか${number(count)}件`,
  },
  chart: {
    asATable: (name) => `${name}を表で表示`,
    table: (name) => `${name}、表`,
  },
  limitsCard: {
    rateLimits: 'レート制限',
    thresholdOfOrg: (threshold) =>
      `Keyturnは、このorgのすべての応答のヘッダーから上限を読み取ります。トークンが自身の割り当てに達しても、Oktaはだれにも知らせません。警告は、orgの設定値である${threshold}%で表示します。`,
    thresholdByDefault: (threshold) =>
      `Keyturnは、このorgのすべての応答のヘッダーから上限を読み取ります。トークンが自身の割り当てに達しても、Oktaはだれにも知らせません。警告は、Oktaの既定値である${threshold}%で表示します。`,
    noCall: 'Oktaはまだ呼び出しに応答していません。',
    limits: '上限',
    refused429: '429による拒否',
    refusedByEndpoint: 'エンドポイント別の拒否された呼び出し',
    endpoint: 'エンドポイント',
    why: '理由',
    calls: '呼び出し',
    last: '最後',
    tooManyPerMinute: '1分間の回数が多すぎる',
    tooManyConcurrent: '同時の呼び出しが多すぎる',
    resetAlready: (limit, when) =>
      `各時間枠で${number(limit)}回まで。前回の時間枠は終わりました。最後の呼び出し: ${when}。`,
    left: (remaining, limit, left) =>
      `残り${number(remaining)}回（上限${number(limit)}回）、${left}秒後にリセット。`,
    nearItsLimit: '上限に近い',
    percentUsed: (used) => `${used}%使用`,
    useOfBucket: (bucket) => `${bucket}、使用率`,
    limitUse: (bucket) => `${bucket}、上限の使用率`,
    highest: (highest, count) => `${number(count)}回の読み取りで最大${highest}%。`,
    used: '使用率',
  },
  shareCard: {
    shareOfLimits: '上限の割り当て',
    heading: 'このトークンへの上限の割り当て',
    share: (percentage, concurrencyPercentage) =>
      `orgの各レート制限の${percentage}%、同時の呼び出しの${concurrencyPercentage}%。`,
    shareByDefault: (percentage, concurrencyPercentage) =>
      `orgの各レート制限の${percentage}%、同時の呼び出しの${concurrencyPercentage}%（Oktaの既定値）。`,
    percentOfLimits: '各レート制限に対する割合（%）',
    percentOfCalls: '同時の呼び出しに対する割合（%）',
    notKnown: (sentence, remedy) => nodes`不明。${sentence}${remedy}`,
    askChange: 'Oktaで割り当てを変更しますか。',
    changeIt: '変更する',
    leaveIt: '変更しない',
    consequence: (label, percentage, orgHost, concurrencyPercentage) =>
      nodes`${label}が使えるのは、${orgHost}の各レート制限の${percentage}%、同時の呼び出しの${concurrencyPercentage}%までになります。それより多く呼び出すプログラムは、Oktaが拒否します。変更はOktaですぐに有効になり、System Logに記録されます。`,
  },
  unusualCard: {
    unusualActivity: '通常と異なるアクティビティ',
    habitKnown: '傾向を把握済み',
    learning: '学習中',
    noneFound: '通常と異なる点は見つかりませんでした。',
    findings: '検出結果',
    silenceNamed: (name) => `このトークンでは知らせない: ${name}`,
    silence: '知らせない',
    restrict: 'ネットワークゾーンに制限',
    earlierNotShown: (count) => `以前の検出結果${number(count)}件は表示していません。`,
    rules: (count, silenced) => `ルール${number(count)}件、このトークンで知らせないもの${number(silenced)}件`,
    silencedFound: (found) => `知らせない設定、検出${number(found)}件`,
    reportRuleAgain: (name) => `再び知らせる: ${name}`,
    silenceRule: (name) => `知らせない: ${name}`,
    reportAgain: '再び知らせる',
    whatRetiringDoes:
      'このトークンをもうだれも使わないなら、使用終了の印を付けてください。以後の使用はすべてKeyturnが知らせます。',
    retiredSince: (date, time) =>
      `${date} ${time}から使用終了です。それ以後の使用はすべてKeyturnが知らせます。`,
    itIsRetired: '使用終了にする',
    itIsInUse: '使用中にする',
  },
  usageTab: {
    off: '設定でオフになっているため、KeyturnはSystem Logを読みません。',
    never: 'このorgのSystem Logは、まだ読み取っていません。',
    reading: 'System Logを読み取り中…',
    logRead: (when, keepDays) => `System Logの読み取り: ${when}。保管期間: ${keepDays}日。`,
    logReadWith: (when, readWith, keepDays) =>
      `System Logの読み取り: ${when}（${readWith}を使用）。保管期間: ${keepDays}日。`,
    readNow: '今すぐ読み取る',
    openLog: 'System Logを開く',
    idNotKnown: (bold) =>
      nodes`${bold('このトークンのOktaでのIDが分からないため、')}このトークンのイベントとほかのトークンのイベントを区別できません。トークンをテストしてください。所有者にはAPIトークンの一覧を読む権限が必要です。`,
    callsSince: (total, date) => `${date}以降の呼び出し${number(total)}回。`,
  },
};
