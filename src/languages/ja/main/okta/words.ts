import type { words as english, span as englishSpan } from '../../../../main/okta/words.ts';
import { anyOf } from '../../../../shared/listed.ts';

/** Returns a duration in Japanese, rounded up. */
export const span: typeof englishSpan = (ms) => {
  const s = Math.ceil(ms / 1000);
  if (s < 120) return `${s}秒`;
  if (s < 2 * 3_600) return `${Math.ceil(s / 60)}分`;
  return s < 2 * 86_400 ? `${Math.ceil(s / 3_600)}時間` : `${Math.ceil(s / 86_400)}日`;
};

/** The Japanese of the sentences about calls to Okta. */
export const words: typeof english = {
  outcome: {
    accepted: '動作中',
    'not-accepted': '受け付け拒否',
    'not-allowed': '権限なし',
    'rate-limited': 'レート制限超過',
    'owner-inactive': '所有者が無効',
    'zone-blocked': 'ネットワークゾーンで遮断',
    'not-an-okta-org': 'orgが見つからない',
    policy: 'ポリシーで禁止',
    'no-network': '接続なし',
    proxy: 'プロキシの問題',
    tls: 'TLSの問題',
    timeout: 'タイムアウト',
    'okta-trouble': 'Oktaの障害',
    'unexpected-answer': '想定外の応答',
  },
  notFollowed: {
    unreadable: (host) => `${host}が示した一覧の続きのアドレスを、Keyturnは読めません。`,
    elsewhere: (host) =>
      `${host}は、一覧の続きが別のアドレスにあると示しています。Keyturnはそこにトークンを送りません。`,
    'another-list': (host) => `${host}は、一覧の続きが同じorgの別の一覧にあると示しています。`,
    'another-question': (host) => `${host}が示した一覧の続きは、Keyturnの要求と絞り込みが異なります。`,
    'no-cursor': (host) => `${host}は、一覧に続きがあると示していますが、その始まりを示していません。`,
    repeats: (host) => `${host}は、一覧の続きが、すでに読んだページから始まると示しています。`,
  },
  smallPrint: {
    http: (status) => `HTTP ${status}`,
    request: (requestId) => `リクエスト${requestId}`,
  },
  certificate: {
    noIssuer: '名前のない発行者',
  },
  client: {
    leadsElsewhere: '呼び出しに含まれるIDが別のパスを指すため、Keyturnは呼び出しませんでした。',
    readAgain: '一覧をもう一度読み込んでください。',
    closing: 'Keyturnは終了中です。',
    changeProxy: '設定でプロキシを変更してください。',
    askAdministrator: '管理者に相談してください。ポリシーの場所は設定に表示されます。',
  },
  judge: {
    noOrg: (host) => `${host}にOkta orgはありません。`,
    checkOrgUrl: 'Org URLのつづりを確認してください。Oktaにサインインすると、アドレスバーに表示されます。',
  },
  oddAnswers: {
    redirectedTo: (host, target) =>
      `${host}は${target}への転送を求めています。トークンを本来のorgだけに送るため、Keyturnは従いません。`,
    checkOrgUrlAndNetwork:
      'Org URLを確認してください。ホテルやゲスト用のネットワークでは、先にネットワークにサインインしてください。',
    takeAsOrgUrl: (target) => `${target}がorgの本来のアドレスなら、それをOrg URLとして使ってください。`,
    redirectedToOwnPage: (host) =>
      `${host}は自身の別のページへの転送を求めています。サインインページやプロキシの動作で、Okta orgの動作ではありません。`,
    notAnOktaOrg: (host, isPage) =>
      `${host}は応答しますが、Okta orgの応答ではありません${isPage ? '（Webページが届きました）' : ''}。`,
    notUnderstood: (host, isJson) =>
      `${host}の応答は、Keyturnが理解できない形式です${isJson ? '' : '（途中で切れているか、JSONではありません）'}。`,
    checkProxy:
      '再テストしてください。繰り返す場合は、途中のプロキシが応答を変えていないか確認してください。',
  },
  outcomes: {
    rateLimited: (host, waitMs, judging) =>
      `${host}のレート制限を使い切りました。${waitMs === null ? 'いつまでかは、Oktaから示されていません。' : `約${span(waitMs)}で回復します。`}${judging === 'nothing' ? '' : `Oktaは${judging === 'token' ? 'トークン' : 'アプリ'}を確認していません。`}`,
    waitAndTryAgain: '待ってから、もう一度試してください。',
    waitAndTestAgain:
      '待ってから再テストするか、このトークンでOktaを呼び出しているほかのものを調べてください。',
    oktaTrouble: (host, status, waitMs, anonymous) =>
      `${host}がサーバー側のエラーを返しました（HTTP ${status}）。${anonymous ? 'Okta orgかどうかは分かりません。' : 'トークンについては何も分かりません。'}${waitMs === null ? '' : `${host}は約${span(waitMs)}待つよう求めています。`}`,
    oktaTroubleAnonymous:
      'Org URLを確認し、数分後にもう一度試してください。繰り返す場合は、status.okta.comを確認してください。',
    oktaTroubleTest:
      '数分後に再テストしてください。繰り返す場合は、status.okta.comを確認し、OktaにリクエストIDを伝えてください。',
    notAccepted: (host) =>
      `${host}はこのトークンを認識しません。失効した、30日間使われず期限切れになった、所有者が無効になった、値のコピーに誤りがある、または別のorgのトークンです。`,
    howToTell:
      'Admin Consoleの「Security」、「API」、「Tokens」を確認してください。一覧にあれば、値のコピーに誤りがあるか、所有者が有効ではありません。一覧になければ、失効または期限切れで、新しいトークンが必要です。',
    noToken: (host) => `${host}は、これをAPIトークンと認識しませんでした。`,
    copyAgain: '値をコピーし直してください。00で始まる42文字です。Admin Consoleに表示されるのは1回だけです。',
    notAllowed: (host) =>
      `${host}はトークンを受け付けましたが、この呼び出しを許可しません。所有者に必要な管理者ロールがないか、このコンピューターのアドレスからトークンを使えません。`,
    giveRole:
      '呼び出しに必要な最小のロールを所有者に割り当てるか、Admin Consoleでトークンのネットワークゾーンを確認してください。',
    noFeature: (host) => `${host}はトークンを受け付けましたが、この呼び出しに必要な機能がorgにありません。`,
    askSubscription: 'その機能が契約に含まれているか、Oktaに確認してください。',
    notOktasForm: (host, status) => `${host}はHTTP ${status}で応答しましたが、Oktaの形式ではありません。`,
    checkWay:
      '再テストしてください。繰り返す場合は、このコンピューターとOktaの間で応答が変えられていないか確認してください。',
    refusedCall: (host, status, errorCode) =>
      `${host}はトークンを受け付けましたが、この呼び出しを拒否しました${status === 404 ? '。対象がないか、このトークンからは見えません' : ''}（${errorCode}）。`,
    giveCode: '理由を知る必要があれば、OktaにエラーコードとリクエストIDを伝えてください。',
    lacksScope: (host, scopes) =>
      `${host}はトークンを受け付けましたが、${scopes.length === 0 ? 'この呼び出しに必要なスコープ' : `スコープ${anyOf(scopes)}`}がトークンにありません。`,
    grantScope:
      'アプリの「Okta API Scopes」でスコープを許可し、次のトークンで要求してください。許可できるのはSuper Administratorだけです。',
    invalidToken: (host) =>
      `${host}はこのトークンを受け付けません。期限切れか、失効済みか、このorg用ではありません。`,
    askForNewToken: '新しいトークンを要求し、もう一度試してください。',
    noProof: (host) => `${host}は、このトークンの所持証明を受け付けませんでした。`,
    checkClock: 'このコンピューターの時計が正しいか確認し、再テストしてください。',
    refused: (host, error) => `${host}がトークンを拒否しました（${error}）。`,
    giveError: '理由を知る必要があれば、OktaにエラーとリクエストIDを伝えてください。',
    mayNotRead: 'このトークンでは読めません',
    whenAsked: (word) => `問い合わせの結果: ${word}`,
  },
  proxy: {
    socks: 'システムの設定がSOCKSプロキシです。Keyturnは使えません。',
    fault: {
      'not-one': '使用中のプロキシのアドレスが、HTTPプロキシのアドレスではありません。',
      socks: '使用中のプロキシのアドレスは、SOCKSプロキシのものです。Keyturnは使えません。',
      brackets:
        '使用中のプロキシのアドレスは、角かっこのないIPv6アドレスです。http://[2001:db8::1]:8080のように書いてください。',
      signs:
        'プロキシのアドレスの名前またはパスワードに、アドレスの終わりとみなされる文字があります。\\は%5C、/は%2F、?は%3F、#は%23と書いてください。',
    },
  },
  buckets: {
    apiTokens: 'APIトークン',
    apps: 'アプリ',
    groups: 'グループ',
    systemLog: 'System Log',
    org: 'Org',
    principalRateLimits: 'プリンシパルのレート制限',
    users: 'ユーザー',
    zones: 'ネットワークゾーン',
    roles: 'ロール',
    wellKnown: 'Well-known',
    other: 'その他',
  },
  transport: {
    inspected:
      '会社がTLSを検査している場合は、設定の「追加のCAファイル」でそのCA証明書を選んでください。それ以外の場合は、この接続を信頼しないでください。',
    expired: (host) => `${host}に安全に接続できません: 証明書の期限が切れています。何も送っていません。`,
    renew:
      'このコンピューターの日付と時刻を確認してください。正しければ、そのアドレスの管理者が証明書を更新する必要があります。',
    notYetValid: (host) =>
      `${host}に安全に接続できません: 証明書の有効期間がまだ始まっていません。何も送っていません。`,
    checkDate: 'このコンピューターの日付と時刻を確認してください。',
    anotherName: (host) => `${host}に安全に接続できません: 証明書が別の名前のものです。何も送っていません。`,
    checkSpelling:
      'Org URLのつづりを確認してください。orgがカスタムドメインを使っている場合は、証明書の設定に誤りがある可能性があります。',
    selfSigned: (host) => `${host}に安全に接続できません: 証明書が自己署名です。何も送っていません。`,
    unknownAuthority: (host) =>
      `${host}に安全に接続できません: このコンピューターが知らない認証局の証明書です。何も送っていません。`,
    revoked: (host) => `${host}に安全に接続できません: 証明書が失効しています。何も送っていません。`,
    doNotTrust: 'この接続を信頼せず、そのアドレスの管理者に問い合わせてください。',
    badCertificate: (host, code) =>
      `${host}に安全に接続できません: 証明書が有効ではありません（${code}）。何も送っていません。`,
    proxyWantsPassword: (proxy) => `プロキシ${proxy}がユーザー名とパスワードを求めています。`,
    proxyUnreachable: (proxy) => `プロキシ${proxy}に接続できません。`,
    proxyRefused: (proxy, host, status) =>
      `プロキシ${proxy}が${host}への接続を拒否しました（HTTP ${status}）。`,
    enterPassword: '設定のプロキシのアドレスに入力してください（http://name:password@host:port）。',
    checkProxy: '設定でプロキシを確認するか、プロキシの管理者にOkta orgの許可を依頼してください。',
    tooMuch: (host) =>
      `${host}から届いたデータがKeyturnの読み取り上限をはるかに超えたため、読み取りをやめました。`,
    checkOrgUrl: 'Org URLを確認してください。正しければ、再テストしてください。',
    timedOut: (host) => `${host}が時間内に応答しませんでした。`,
    mayBeHeld:
      '再テストしてください。繰り返す場合は、ネットワークまたは途中のプロキシが呼び出しを遅らせている可能性があります。',
    noTls: (host) =>
      `${host}は、このコンピューターが受け付ける方式のTLSを使っていません。何も送っていません。`,
    checkPort: 'Org URLとポートを確認してください。途中のファイアウォールやプロキシが原因の場合もあります。',
    notHttp: (host) => `${host}の応答がHTTPではありません。`,
    noSuchName: (host) =>
      `${host}という名前を解決できません。このコンピューターがオフラインか、名前が存在しません。`,
    checkConnection: '接続とOrg URLのつづりを確認してください。',
    unreachable: (host) => `${host}に接続できないか、接続が切れました。`,
    checkNetwork:
      'ネットワーク接続を確認し、再テストしてください。ファイアウォールやVPNが妨げている可能性があります。',
    failed: (host) => `応答が届く前に、${host}の呼び出しがこのコンピューターで失敗しました。`,
    checkConnectionOnly: 'ネットワーク接続を確認し、再テストしてください。',
  },
  wholeList: {
    takeOktasAddress:
      'Okta自身が示すorgのアドレスを使ってください。繰り返す場合は、プロキシが応答を変えていないか確認してください。',
    longer: '一覧が、Keyturnが読み取った範囲より長くなっています',
  },
};
