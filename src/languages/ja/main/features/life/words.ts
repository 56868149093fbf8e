import type { words as english } from '../../../../../main/features/life/words.ts';
import { listed } from '../../../../../shared/listed.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences of warnings, notifications, the tray and the calendar. */
export const words: typeof english = {
  calendar: {
    expiry: (host, sure) =>
      `${host}。${sure ? 'Oktaの情報です' : '予測: 分かっている最後の使用から30日後'}。使用のたびに、30日を数え直します。`,
    rotation: (host, days) => `${host}。${days}日ごと。`,
    expiryTitle: (label) => `APIトークン${label}の期限切れ（未使用の場合）`,
    rotationTitle: (label) => `APIトークン${label}のローテーション`,
    keyTitle: (label) => `OAuthアプリ${label}の新しい鍵の作成`,
  },
  desk: {
    locked: (expired) =>
      `${expired ? 'APIトークンがおそらく期限切れです' : 'APIトークンがまもなく期限切れになります'}。Keyturnのロックを解除して確認してください。`,
    openToSee: (what) => `${what}Keyturnを開いて確認してください。`,
    several: (count) =>
      `トークンとOAuthアプリに必要な対応が${number(count)}件あります。Keyturnを開いて確認してください。`,
    notKeptAlive: (why) => `期限切れを防げませんでした。${why}`,
    endOutOfRange: '期限切れ防止の終了日は、今日から1年以内にしてください。',
    chooseEnd: '別の終了日を選んでください。',
    expiresSoon: 'APIトークンがまもなく期限切れになります。',
    expired: 'APIトークンがおそらく期限切れです。',
    rotationDue: 'APIトークンのローテーションの時期です。',
    keyDue: 'OAuthアプリの鍵のローテーションの時期です。',
    ownerChanged: 'APIトークンの所有者が変わりました。',
    couldNotKeepAlive: 'APIトークンの期限切れを防げませんでした。',
  },
  handlers: {
    until: (day, reason) => `${day}まで期限切れを防ぎます: ${reason}`,
    notKeptAlive: '期限切れ防止をやめました。',
    saveCalendar: '期限切れ、ローテーション、鍵の予定をカレンダーとして保存',
  },
  oktaCalls: {
    accepted: (orgHost) => `${orgHost}が受け付けました。`,
  },
  tray: {
    needYou: (count, { tokens, apps }) => {
      if (apps === 0) return `要対応: トークン${tokens}個中${number(count)}個`;
      return tokens === 0
        ? `要対応: OAuthアプリ${apps}個中${number(count)}個`
        : `要対応: トークンとOAuthアプリ${tokens + apps}個中${number(count)}個`;
    },
    locked: 'ロック中',
    noTokens: 'トークンはまだありません',
    tokenHealthy: 'トークンは正常です',
    appHealthy: 'OAuthアプリは正常です',
    allHealthy: ({ tokens, apps }) =>
      `${tokens === 0 ? 'OAuthアプリ' : apps === 0 ? 'トークン' : 'トークンとOAuthアプリ'}${tokens + apps}個はすべて正常です`,
  },
  warnings: {
    expires: (days, day, basis) =>
      `それまでに使われないと、${days}日以内（${day}）に期限切れになります（${basis}）。`,
    keyDue: (day, days) =>
      `次の鍵の予定日は${day}でした（${days}日ごと）。アプリの「鍵」タブで鍵をローテーションしてください。`,
    rotationDue: (day, days) => `ローテーションの予定日は${day}でした（${days}日ごと）。`,
    gained: (roles) => `追加: ${listed(roles)}`,
    lost: (roles) => `削除: ${listed(roles)}`,
    rolesChanged: (login, changes) =>
      `所有者${login}のロールが変わりました（${listed(changes) || '別のロール'}）。トークンは所有者と同じことができます。`,
    asOktaSaid: 'Oktaの情報',
    byLastUse: '分かっている最後の使用から30日',
    expired: (fullDate, basis) =>
      `おそらく${fullDate}に期限切れになりました（${basis}）。期限切れのトークンは元に戻せません。`,
    noAdminRole: '管理者ロールなし',
    anotherOwner: 'トークンの所有者が別のアカウントになりました。',
    ownerActive: (login) => `所有者${login}が再び有効になりました。`,
    ownerNotActive: (login, status) =>
      `所有者${login}は現在${status}です。所有者のアカウントが使えなくなると、トークンも使えなくなります。`,
  },
};
