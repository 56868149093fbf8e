import type { words as english } from '../../../../../main/features/access/words.ts';
import { listed, series } from '../../../../../shared/listed.ts';
import { number } from '../../../../../shared/plural.ts';

const lookAtInventory = 'インベントリを読み取り直してください。';
const notListed = 'このトークンは、もうOktaの一覧にありません。失効したか、期限切れです。';

/** The Japanese of the sentences of a token's access. */
export const words: typeof english = {
  desk: {
    xrayMade: 'X-rayを行いました。',
    whatItIsFor: '用途',
    changedWith: (label: string) => `トークン「${label}」を使い、Oktaで変更しました。`,
    revokedWith: (label: string) => `トークン「${label}」を使い、インベントリからOktaで失効させました。`,
    cancelled: 'キャンセルしました。',
    idNotKnown:
      'このトークンのIDが、Oktaからまだ分かりません。System Logでは、トークンはIDだけで示されます。',
    learnId: 'APIトークンの一覧を読めるロールで、トークンをテストするか、X-rayを実行してください。',
    noXray: (label) => `${label}のX-rayはまだありません。`,
    makeXray: '「アクセス」タブでX-rayを実行してから、比較してください。',
    restrictionNotRead: 'Keyturnは、まだOktaから制限を読み取っていません。',
    readThenChange: '読み取ってから、変更してください。',
    noZoneChosen: 'ゾーンが選ばれていないため、何も変更していません。',
    chooseZone: 'ゾーンを選ぶか、すべてのアドレスを許可してください。',
    notConfirmed: (preview) => `${preview}何も変更していません。`,
    confirmOrChoose: '確認するか、別のゾーンを選んでください。',
    anotherOrg: 'そのトークンは、別のorgのものです。',
    changedNotRead: (why) => `Oktaは変更しましたが、Keyturnは読み取り直せませんでした。${why}`,
    noTokenToAsk: 'Oktaに問い合わせられるこのorgのトークンが、Keyturnにありません。',
    addToken: '先にトークンを追加してください。',
  },
  differences: {
    states: { allowed: '許可', denied: '拒否', unknown: '不明' },
    changes: { yes: '可', no: '不可', unknown: '不明' },
    notKnown: '不明',
    role: (label) => `ロール${label}`,
    customRole: (label) => `カスタムロール${label}`,
    permission: (permission, role) => `権限${permission}（${role}）`,
    anotherValue: 'トークンの値が変わりました。',
    anotherOwner: (now, before) => `所有者が${before}から${now}に変わりました。`,
    notComparable: (family, before, now, why) => `${family}: 以前は${before}、現在は${now}。${why}`,
    mayRead: (family) => `${family}を読み取れるようになりました。`,
    mayNotRead: (family) => `${family}を読み取れなくなりました。`,
    isNew: (line) => `${line}が追加されました。`,
    isGone: (line) => `${line}がなくなりました。`,
    rolesOnlyBefore: '所有者のロールを読み取れたのは、以前のX-rayだけです。',
    rolesOnlyNow: '所有者のロールを読み取れたのは、このX-rayだけです。',
    restriction: (before, now) => `ネットワーク制限: 以前は${before}、現在は${now}。`,
    anyAddress: 'すべてのアドレス',
    only: (zones) => `${zones}だけ`,
    not: (zones) => `${zones}以外`,
    zones: 'ゾーン',
    read: (family) => `${family}の読み取り`,
    change: (family) => `${family}の変更`,
    networkRestriction: 'ネットワーク制限',
    owner: '所有者',
    compared: (apart, all, unknown) =>
      [
        apart === 0
          ? '分かっている範囲で、2つのトークンのアクセスは同じです。'
          : `アクセス${number(all)}種類中${number(apart)}種類が異なります。`,
        ...(unknown === 0
          ? []
          : [`${number(unknown)}種類は、片方のトークンのアクセスが不明なため、比較できません。`]),
      ].join(''),
  },
  flags: {
    ownerDeleted: '所有者が削除済み',
    ownerDeletedWhy: 'このトークンの所有者は、もう存在しません。',
    ownerDeactivated: '所有者が無効',
    ownerDeactivatedWhy:
      '所有者が無効化されています。所有者が再び有効になるまで、Oktaはトークンを受け付けません。',
    ownerNotActive: '所有者が有効でない',
    ownerNotActiveWhy: (status) => `所有者のアカウントは${status}です。`,
    superAdmin: 'Super Administrator',
    superAdminWhy: '所有者がSuper Administratorのため、トークンはすべての操作ができます。',
    unused: (days) => `${days}日間未使用`,
    unusedWhy: (days) =>
      `${days}日間、だれもトークンを使っていません。30日間使われないと期限切れになります。`,
    anyAddress: 'アドレスの制限なし',
    anyAddressWhy: 'トークンはどのアドレスからでも使えます。ネットワークゾーンに制限できます。',
  },
  inventory: {
    onlyFirstTokens: (most) =>
      `orgのトークンが${number(most)}個を超えています。一覧は最初の${number(most)}個です。`,
    onlyFirstOwners: (most, all) => `所有者${number(all)}人のうち、最初の${number(most)}人だけを調べました。`,
    rolesNotRead:
      '一部の所有者のロールを読み取れなかったため、その中のSuper Administratorには印を付けていません。',
    noneMayRead: 'KeyturnにあるこのorgのトークンではAPIトークンの一覧を読めません。',
    keepAdminsToken:
      '一覧を読める所有者のトークンを追加してください。Read-only Administratorは、Admin Consoleで一覧を表示できます。',
    deletedUser: '削除されたユーザー',
    ownerNotKnown: '不明',
    ownerNotRead: (outcome) => `不明（${outcome}）`,
    notItsName: (name) => `入力した文字が、トークンの名前「${name}」と一致しません。何も失効させていません。`,
    typeName: '表示されたとおりに名前を入力してください。',
    maybeRevoked: (why) => `${why}トークンが失効したかどうか、Keyturnには分かりません。`,
    readAgainToSee: 'インベントリを読み取り直して確認してください。',
    notListed,
    readAgain: lookAtInventory,
  },
  judgement: {
    saidByYou: '用途に必要なものは、手動で指定されています。',
    basisOf: (purpose, job) => `${purpose}: ${job}`,
    changed: (family, events) => `${family}（${number(events)}）`,
    fromLog: (changed, days, complete) =>
      [
        changed.length === 0
          ? `System Logによると、トークンは${days}日間にこれらを何も変更していません。`
          : `System Logによると、トークンは${days}日間に次を変更しました: ${listed(changed)}。`,
        ...(complete ? [] : ['Keyturnが読み取ったのは、最新のイベントだけです。']),
        '読み取りはイベントを残さないため、判定しません。',
      ].join(''),
    notKnown: (family, ground) => `${family}: ${ground}`,
    canChange: (ofSuperAdmin, families) =>
      ofSuperAdmin
        ? `Super Administratorのトークンです。変更できるもの: ${listed(families)}。`
        : `このトークンで変更できるもの: ${listed(families)}。`,
    needsNoChange: (job, roles) =>
      `${job}では、何も変更する必要がありません。${listed(roles)}のトークンで足ります。`,
    notNeeded: (job) => `${job}には必要ありません。`,
    lacks: (accesses) => `トークンに足りないもの: ${listed(accesses)}。`,
    lacksFor: (job, accesses) => `${job}に対して、トークンに足りないもの: ${listed(accesses)}。`,
    readsMore: (job, families) =>
      `${job}では、${listed(families)}を読み取る必要がありません。用途を超える変更はできません。`,
    partlySeen: '調べられない点がありました。',
    limitHid:
      'レート制限を使い切っていたため、調べられない点がありました。制限がリセットされたら、もう一度X-rayを実行してください。',
    notAllSeen: (job) => `${job}を超えるものは見つかりませんでしたが、調べられない点がありました。`,
    fits: (job) =>
      `トークンのアクセスは、${job}に必要なものだけです。Keyturnが調べた範囲に、ほかのアクセスはありません。`,
  },
  mapping: {
    sources: {
      endpoints: 'Okta Management API description 2026.06.3: パスとそのOAuthスコープ',
      permissions: 'Okta開発者ドキュメントguides/permissions: カスタム管理者ロールの権限の一覧',
      roles:
        'Oktaヘルプ「Standard administrator roles and permissions」と各ロールのページ（read-only、report）',
      roleTypes: 'Okta開発者ドキュメントconcepts/role-assignment: 標準ロールの種類とラベル',
      events: 'Oktaイベントタイプの一覧: イベントタイプの先頭部分',
      terraform: 'Okta用Terraformプロバイダーのドキュメント: リソース',
    },
    families: {
      users: 'ユーザー',
      groups: 'グループ',
      apps: 'アプリ',
      logs: 'System Log',
      policies: 'ポリシー',
      zones: 'ネットワークゾーン',
      tokens: 'APIトークン',
      limits: 'プリンシパルのレート制限',
      authorizationServers: '認可サーバー',
      org: 'orgの設定',
      roles: '管理者ロール',
    },
    standardRoles: {
      REPORT_ADMIN: 'Report Administrator',
      GROUP_MEMBERSHIP_ADMIN: 'Group Membership Administrator',
      HELP_DESK_ADMIN: 'Help Desk Administrator',
      READ_ONLY_ADMIN: 'Read-only Administrator',
      USER_ADMIN: 'Group Administrator',
      APP_ADMIN: 'Application Administrator',
      API_ACCESS_MANAGEMENT_ADMIN: 'API Access Management Administrator',
      ORG_ADMIN: 'Organizational Administrator',
      SUPER_ADMIN: 'Super Administrator',
      MOBILE_ADMIN: 'Mobile Administrator',
      ACCESS_CERTIFICATIONS_ADMIN: 'Access Certifications Administrator',
      ACCESS_REQUESTS_ADMIN: 'Access Requests Administrator',
      WORKFLOWS_ADMIN: 'Workflows Administrator',
    },
    purposes: {
      terraform: {
        label: 'Terraform',
        job: 'Terraform',
        words: 'アプリ、グループ、ポリシー、認可サーバーを変更し、ユーザーを読み取ります。',
      },
      'user-provisioning': {
        label: 'ユーザーのプロビジョニング',
        job: 'ユーザーのプロビジョニング',
        words: 'ユーザーを作成、変更、無効化し、グループに入れます。',
      },
      reporting: {
        label: 'レポート',
        job: 'レポート',
        words: 'ユーザー、グループ、アプリ、System Logを読み取り、何も変更しません。',
      },
      siem: { label: 'SIEM', job: 'SIEM', words: 'System Logだけを読み取ります。' },
      'directory-sync': {
        label: 'ADまたは人事システムとの同期',
        job: 'ADまたは人事システムとの同期',
        words: '別のディレクトリからユーザーとグループをコピーし、アプリを読み取ります。',
      },
      custom: { label: 'カスタム', job: 'この用途', words: '必要なものを自分で指定します。' },
      'from-log': {
        label: 'System Logの内容',
        job: 'ログに出ている用途',
        words: 'トークンが直近90日間に変更したものです。読み取りはイベントを残さないため、判定しません。',
      },
    },
  },
  network: {
    notKept: 'このトークンは、もうKeyturnにありません。',
    notListed,
    testAndReplace: 'トークンをテストし、Oktaが受け付けなければ置き換えてください。',
    ownerHasSeveral: '所有者が複数のトークンを持っているため、Oktaの一覧でこのトークンを特定できません。',
    listNotReadWhole: 'Oktaの一覧がKeyturnの読み取り上限より長いため、このトークンを特定できません。',
    lookAtInventory: 'orgの「インベントリ」を確認するか、Admin Consoleで制限を変更してください。',
    noneMayRead:
      'このトークンでも、Keyturnにあるこのorgのほかのトークンでも、APIトークンの一覧を読めません。',
    lookAtAdminConsole: 'Admin Consoleの「Security」、「API」、「Tokens」でトークンを確認してください。',
    zonesNotRead: (why) => `orgのネットワークゾーンを読み取れませんでした。${why}`,
    someZonesNotRead: (why) => `orgのネットワークゾーンの一部を読み取れませんでした。${why}`,
    zonesLonger: '一覧がKeyturnの読み取り上限より長くなっています。',
    addressNotKnown:
      'Oktaから見たこのコンピューターのアドレスが分かりません。直近7日間にKeyturnがこのトークンで行った呼び出しがSystem Logにないか、トークンがそれを読めません。読み取りはイベントを残しません。',
    lastSeenFrom: (ip) => `System Logによると、Keyturnが最後にこのトークンを使ったのは${ip}からです。`,
    anotherRestriction: 'Oktaは変更しましたが、応答が示す制限は、選んだものと異なります。',
    readAndCompare: '制限を読み取り直し、Admin Consoleと比べてください。',
    ofAgent:
      'このトークンはOktaのエージェントのものです。Okta自身が管理しており、変更するとエージェントが停止します。',
    removeAgent: 'トークンをなくす必要がある場合は、Admin Consoleでエージェントを削除してください。',
  },
  probe: {
    whyUnknown: {
      'rate-limited': 'レート制限を使い切っていたため、アクセスは不明です。',
      'no-network': 'orgに接続できませんでした。',
      proxy: 'プロキシが呼び出しを妨げました。',
      tls: 'orgの証明書を信頼できませんでした。',
      timeout: 'Oktaの応答に時間がかかりすぎました。',
      'okta-trouble': 'Oktaがサーバー側のエラーを返しました。',
      'unexpected-answer': '応答がOktaの形式ではありませんでした。',
      'not-accepted': 'Oktaがトークンを受け付けませんでした。',
      zone: 'Oktaは、ロールが不要な呼び出しも拒否しました。おそらく、このコンピューターのアドレスがトークンのネットワークゾーンの外です。',
      feature: 'orgにこの機能がありません。',
      refused: 'Oktaが呼び出しを拒否しましたが、ロールの不足が理由ではありません。',
      'not-asked': 'この呼び出しにはトークンの所有者が必要ですが、読み取れませんでした。',
    },
    allowed: 'Oktaが読み取りを許可しました。',
    noRole: 'Oktaが読み取りを拒否しました。これを読み取るロールが所有者にありません。',
    noScope: 'Oktaが読み取りを拒否しました。アクセストークンにスコープがありません。',
    notKnown: (why) => `不明。${why}`,
  },
  reach: {
    notAsked: '問い合わせていません。',
    asked: (call, sentence) => `${call}: ${sentence}`,
    nothingToChange: '変更できる対象がありません。',
    rolesNotRead: '所有者のロールを読み取れませんでした。Keyturnが変更を試すことはありません。',
    noRoleChanges: '所有者のどのロールでも、これを変更できません。',
    unknownRole: (role) => `ロール${role}が変更できる範囲を、Keyturnは知りません。`,
    roleChanges: (role) => `所有者のロール${role}は、これを変更できます。`,
    roleDoesNotChange: (role) => `ロール${role}は、これを変更できません。`,
    permissionsNotKnown: (role, why) => `カスタムロール${role}の権限は不明です。${why}`,
    customRoleDoesNotChange: (role) => `カスタムロール${role}は、これを変更できません。`,
    customRoleHas: (role, permission) => `カスタムロール${role}に${permission}があります。`,
  },
  suggestion: {
    nothingNeeded: '用途にはどれも必要ないため、Keyturnはロールを提案しません。',
    access: (family, access) => `${family}（${access === 'read' ? '読み取り' : '変更'}）`,
    customRole: (permissions, roles) =>
      `用途を満たす最小のロールは、${permissions === 1 ? 'この権限' : `これら${number(permissions)}件の権限`}を持つカスタムロールです。トークンが扱うリソースに限定してください。${smallestStandard(roles)}`,
    noPermission: (roles) => `${smallestStandard(roles)}これを満たすカスタムロールの権限はありません。`,
    standardRoles: (roles, without) =>
      `${smallestStandard(roles)}${listed(without)}を満たす権限がないため、カスタムロールだけでは用途を満たせません。`,
  },
  xray: {
    plan: (families, most) =>
      `最大2往復、${number(families)}〜${number(most)}回のリクエスト。すべてGETです。エンドポイントの${number(families)}分類に1回ずつ、さらにカスタムロールを開くために1回送ります。`,
    planWithoutOwner: (families, most) =>
      `2往復、${number(families)}〜${number(most)}回のリクエスト。すべてGETです。エンドポイントの${number(families)}分類に1回ずつ、さらにトークンの所有者のために1回送ります。カスタムロールは次のX-rayで開きます。`,
    roleNotNamed: 'どのカスタムロールか、Oktaからは分かりません。',
    roleNotOpened: (most) =>
      `上限が${number(most)}回のリクエストのため、このロールは開いていません。次のX-rayで開きます。`,
    mayNotReadPermissions: 'このトークンでは、カスタムロールの権限を読めません。',
    permissionsNotRead: (outcome) => `権限を読み取れませんでした（${outcome}）。`,
  },
  zoneCheck: {
    anyAddress: 'トークンは、このアドレスも含めて、どのアドレスからでも使えるようになります。',
    noZone: 'ゾーンが選ばれていません。1つ以上選ぶか、すべてのアドレスを許可してください。',
    addressNotKnown:
      'このコンピューターのアドレスがOktaから分からないため、引き続き許可されるかどうか分かりません。',
    excluded: (address, zone) =>
      `${address}は、除外するゾーン${zone}にあります。トークンはこのコンピューターから使えなくなり、Keyturnも使えなくなります。`,
    notIncluded: (address) =>
      `${address}は、許可するどのゾーンにもありません。トークンはこのコンピューターから使えなくなり、Keyturnも使えなくなります。`,
    onlyOktaKnows: (address, zones) =>
      `${address}が${zones}にあるかどうかはOktaにしか分からないため、このコンピューターが引き続き許可されるかどうか分かりません。`,
    inNoExcluded: (address) =>
      `${address}は除外するどのゾーンにもないため、このコンピューターは引き続き許可されます。`,
    included: (address, zone) => `${address}は${zone}にあるため、このコンピューターは引き続き許可されます。`,
    dynamicZone: 'トークンを動的ゾーンに制限することはできません。',
    inactiveZone: 'トークンを無効なゾーンに制限することはできません。',
    blocklist: 'トークンをブロックリストに制限することはできません。',
    addresses: (shown, more) => (more === 0 ? series(shown) : `${series(shown)}、ほか${number(more)}件`),
    noAddresses: 'アドレスはまだありません',
  },
};

function smallestStandard(roles: readonly string[]): string {
  return roles.length === 1
    ? `用途を満たす最小の標準ロールは${listed(roles)}です。`
    : `合わせて用途を満たす最小の標準ロールは${listed(roles)}です。`;
}
