import type { words as english } from '../../../../../main/features/usage/words.ts';
import { listed } from '../../../../../shared/listed.ts';
import { number } from '../../../../../shared/plural.ts';
import { hourOfDay } from '../../../../../shared/time-words.ts';

const calls = (count: number): string => `呼び出し${number(count)}回`;

/** The Japanese of the sentences about the use and the limits of tokens. */
export const words: typeof english = {
  desk: {
    shareOfLimits: 'レート制限の割り当て',
    share: (percentage: number, concurrencyPercentage: number) =>
      `各レート制限の${percentage}%、同時の呼び出しの${concurrencyPercentage}%`,
    silenced: (rule: string) => `ルール「${rule}」の検出結果を通知しないようにしました。`,
    reported: (rule: string) => `ルール「${rule}」の検出結果を再び通知します。`,
    retired: '使用終了にしました。',
    inUse: '使用中にしました。',
    testIt: 'トークンをテストしてください。所有者にはAPIトークンの一覧を読む権限が必要です。',
    orgGone: 'Keyturnには、このトークンのorgがもうありません。',
    appNotFinished: 'このアプリにはまだクライアントIDがないため、呼び出しはありません。',
    finishApp: 'まず、アプリの「セットアップ」タブで設定を完了してください。',
    idNotKnown: 'このトークンのOktaでのIDが分かりません。',
  },
  firstCall: {
    nobodyReads: '保管しているこのorgのトークンでは、System Logを読めません。',
    nobodyReadsForApp:
      '保管しているこのorgのトークンではSystem Logを読めません。アプリの前回のテストでも読んでいません。',
  },
  limits: {
    warning: (host, used, bucket, threshold) =>
      `${host}: レート制限「${bucket}」の${used}%を使用しています。警告のしきい値は${threshold}%です。`,
    whatFullMeans:
      '100%になると、上限がリセットされるまでOktaが呼び出しを拒否します。このトークンを使うプログラムの呼び出しを減らすか、トークンの割り当てを増やしてください。',
  },
  log: {
    missing: (day, time, why) => `${day} ${time}より後のイベントが、ここにない可能性があります: ${why}`,
    missingRemedy:
      'Oktaからは何も失われておらず、Keyturnは1分ごとに問い合わせ直します。続く場合は、プロキシが応答を変えていないか確認してください。また、Okta自身が示すアドレスでorgを追加してください。',
    moreEvents: 'System Logには、まだ読み取っていないイベントがあります。',
    readOnSoon: 'Keyturnは1分後に続けます。',
    noReader: (host) => `Keyturnには、System Logを読める${host}のトークンがありません。`,
    noneMayRead: (host, sentence) =>
      `Keyturnにある${host}のトークンでは、System Logを読めません。${sentence}`,
    keepReader:
      'ログを読める所有者のトークンを追加してください。所有者には、Report、Read-only、SuperのいずれかのAdministratorロール、またはokta.logs.readを持つカスタムロールが必要です。',
  },
  principals: {
    moreEntries: (count) =>
      `orgには${number(count)}個を超えるトークンの割り当てがあり、このトークンは最初の${number(count)}個にありません。`,
    lookAtShare: 'トークンの割り当てをAdmin Consoleで確認してください。',
    noTokenOpens: 'Keyturnが復号できるこのorgのトークンがありません。',
  },
  afterRetirement: {
    name: '使用終了後の使用',
    explains: '使用終了の印を付けたトークンが、まだ使われています。',
    found: (count, since, last) => `${since}より後に${calls(count)}、最後は${last}。`,
    by: (programs, addresses) => `プログラム: ${listed(programs)}。送信元: ${listed(addresses)}。`,
    utc: (time) => `${time} UTC`,
  },
  burst: {
    found: (count, hour) => `${hourOfDay(hour)}から${hourOfDay(hour + 1)}（UTC）に${calls(count)}。`,
    habit: (count) => `それまでの30日間で最も多い1時間は、${calls(count)}でした。`,
    name: '通常を超える急増',
    explains: (times, least) =>
      `1時間の呼び出しが、それまでの30日間で最も多い1時間の${times}倍を超え、${least}回以上でした。`,
  },
  denied: {
    found: (denied, count) => `${calls(count)}のうち${number(denied)}回が拒否または失敗しました。`,
    habit: (worst) => `それまでの30日間で最も多い日は${number(worst)}回でした。`,
    name: '拒否された呼び出しの増加',
    explains: (times, least) =>
      `1日の拒否または失敗した呼び出しが、それまでの30日間で最も多い日の${times}倍を超え、${least}回以上でした。`,
  },
  country: {
    found: (count, country) => `${country}から${calls(count)}。`,
    habit: (count, countries) => `それまでの30日間の${calls(count)}は、すべて${countries}からでした。`,
    name: '初めての国からの使用',
    explains: 'それまでの30日間に呼び出しがなかった国から、呼び出しがありました。',
  },
  network: {
    found: (count, network) => `${network}から${calls(count)}。`,
    habit: (networks) => `それまでの30日間の呼び出しは、${listed(networks)}からでした。`,
    name: '初めてのネットワークからの使用',
    explains: 'それまでの30日間に呼び出しがなかったプロバイダー（自律システム）から、呼び出しがありました。',
  },
  judge: {
    compared: (habitDays, count, days) =>
      `このトークンの直近${habitDays}日間と比較: ${days}日間に${calls(count)}。`,
    soFar: (count, days, since) => `現在まで: ${days}日間に${calls(count)}、最初の呼び出しから${since}日。`,
    learning: (span, days, count, since) =>
      `学習中。${span}日が過ぎ、そのうち${days}日に使用があり、${calls(count)}に達すると、傾向が分かります。${since}`,
  },
  agent: {
    found: (count, program) => `${program}による${calls(count)}。`,
    habit: (programs) => `それまでの30日間にトークンを使ったのは、${listed(programs)}でした。`,
    name: '新しいユーザーエージェント',
    explains:
      'それまでの30日間に呼び出しがなかったプログラムから、呼び出しがありました。バージョンの違いは数えません。',
  },
  outside: {
    found: (count) => `その日、Oktaはネットワーク制限により${calls(count)}を拒否しました。`,
    addresses: (addresses) => `その日の呼び出しの送信元: ${listed(addresses)}。`,
    name: '許可された範囲の外からの呼び出し',
    explains: (eventType) => `送信元を理由に、Oktaが呼び出しを拒否しました（${eventType}）。`,
  },
  privilege: {
    explains: (usualDays) =>
      `トークンが、管理者権限を付与または取り消したか、トークンまたはクライアントを作成または変更しました。それまでの30日間のうち${usualDays}日で同じ操作をしたトークンは知らせません。`,
    found: (count, type) => `イベント${type}の${calls(count)}。`,
    name: '権限の変更',
  },
  hours: {
    found: (count, hours) => `${listed(hours)}（UTC）に${calls(count)}。`,
    weekend: (count, isSunday) => `${isSunday ? '日曜日' : '土曜日'}（UTC）に${calls(count)}。`,
    workdays: (days) =>
      `それまでの30日間では、月曜日から金曜日の${days}日に使われ、週末には使われませんでした。`,
    habit: (spans) =>
      `それまでの30日間では、この時間帯に使われませんでした。使われた時間帯は${spans}（UTC）でした。`,
    span: (from, to) => `${hourOfDay(from)}〜${hourOfDay(to)}`,
    name: '通常の時間帯の外での使用',
    explains: (least) =>
      `それまでの30日間に使われなかった時間帯または週末に、${least}回以上の呼び出しがありました。通常の時間帯の前後1時間は、通常とみなします。`,
  },
};
