import type { words as english } from '../../../../../main/features/testing/words.ts';
import { listed } from '../../../../../shared/listed.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences of a test. */
export const words: typeof english = {
  checks: {
    rateLimit: (remaining, limit, bucket, seconds) =>
      `${bucket}: 残り${number(remaining)}回（上限${number(limit)}回）、${seconds}秒後にリセット`,
    active: '有効',
    inZones: (connection, zones) => `${connection}、ゾーン${number(zones)}件`,
    passwordExpired: 'パスワード期限切れ',
    passwordReset: 'パスワードのリセット中',
    ownerActive: '所有者が有効',
    stillWorks: (status) => `${status}: トークンはまだ動作します`,
    notKnown: (why) => `不明: ${why}。`,
    roles: 'ロール',
    noRole: '所有者に管理者ロールはありません。',
    powerfulRoles: (labels) => `${labels}: ほとんどのプログラムには必要のない強い権限です`,
    networkRestriction: 'ネットワーク制限',
    anyAddress: 'どのアドレスからでも使える',
    zonesOnly: 'ネットワークゾーンからだけ使える',
    byOkta: (when) => `${when}、Oktaの情報`,
    afterThisUse: (when) => `${when}頃: この使用から30日後`,
    expiresToday: '1日以内に期限切れ',
    expiresIn: (days) => `未使用なら${days}日後に期限切れ`,
    noLimitHeaders: 'Oktaからレート制限のヘッダーが届きませんでした。',
    rateLimitLeft: 'レート制限の残り',
  },
  report: {
    waiting: (seconds, host) => `${host}を${seconds}秒待っています`,
    checkZones:
      'このトークンはネットワークゾーンに制限されています。このコンピューターのアドレスがゾーン内かどうかも確認してください。',
    accepted: (host, login, standing, roles) =>
      `${host}が受け付けました。所有者${login}、${standing}${roles}。`,
    customRoles: (count) => `カスタムロール${number(count)}件`,
    roles: (roles) => `、${listed(roles)}`,
    more: (count) => `ほか${number(count)}件`,
    orgReachable: 'orgに接続できる',
    oktaAccepts: 'Oktaがトークンを受け付ける',
    belongs: '所有者',
    ownerActive: '所有者が有効',
    roleNames: 'ロール',
    networkRestriction: 'ネットワーク制限',
    expiry: '有効期限',
    rateLimitLeft: 'レート制限の残り',
    belongsTo: (login) => `所有者: ${login}`,
    ownerHasSeveral: '所有者が複数のトークンを持っており、Oktaからはどれか分かりません',
    orgHasMore: 'orgのAPIトークンが、テストで読み取る数より多くあります',
    refusedAddress: (host) =>
      `${host}は、このコンピューターのアドレスからのこのトークンを拒否しました。トークンはネットワークゾーンに制限されており、このアドレスはおそらくゾーンの外です。`,
    connectFromAllowed:
      '許可されたネットワークから接続するか、Admin Consoleでトークンのネットワークゾーンを変更してください。',
    ownerNotActive: (host, login, status) =>
      `${host}はトークンを受け付けますが、所有者${login}のアカウントが${status}です。所有者のアカウントが使えなくなると、トークンも使えなくなります。`,
    makeActive:
      'Admin Consoleでアカウントを再び有効にするか、有効なサービスアカウントのトークンに置き換えてください。',
    withoutRole: '、管理者ロールなし',
  },
  desk: {
    cancelled: 'キャンセルしました。',
    testCancelled: 'テストをキャンセルしました。',
    wentWrong: 'このテストで問題が起きました。詳細はログにあります。',
  },
  testAll: {
    waiting: (seconds, host) => `${host}のレート制限を${seconds}秒待っています`,
  },
};
