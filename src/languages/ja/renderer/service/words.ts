import type { words as english } from '../../../../renderer/service/words.ts';
import { nodes } from '../../../../renderer/ui/nodes.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  appGuide: {
    createIntegration: (bold, bold2) =>
      nodes`${bold('「Create an app integration」')}で${bold2('「API Services」')}の種類を選び、用途が分かる名前を付けます。`,
    addPublicKey: (bold) =>
      nodes`「General」の「Client Credentials」で${bold('「Public key / Private key」')}を選び、キーを追加して、次の公開鍵を貼り付けます:`,
    oktaApiScopes: (bold, scopes) =>
      nodes`${bold('「Okta API Scopes」')}で、次を許可します: ${scopes}。これができるのはsuper adminだけです。`,
    assignRoles: (bold, roles) =>
      nodes`${bold('「Admin roles」')}で${roles}を割り当てます。ロールがないと、Oktaはアプリを受け付けますが、何も許可しません。`,
    assignSomeRole: (bold) =>
      nodes`${bold('「Admin roles」')}で、用途を満たすロールを割り当てます。ロールがないと、Oktaはアプリを受け付けますが、何も許可しません。`,
    copyPublicKey: '公開鍵をコピー',
  },
  appPage: {
    oauthApp: 'OAuthアプリ',
    overview: '概要',
    access: 'アクセス',
    programs: 'プログラム',
    setUp: '設定',
    jobNotKnown: 'アプリの用途が分かりません。下で用途を選んでください。用途によってscopeが決まります。',
    whatItReads: '読み取れるもの',
    notFinished:
      'このアプリの設定は途中です。Oktaには公開鍵が、KeyturnにはClient IDが必要です。どちらの手順も下にあります。',
    notTestedYet: 'このアプリはまだテストしていません。',
    notGiven: '未入力',
    keyId: 'Key ID',
    keyMade: '鍵の作成日',
    nextKeyDue: '次の鍵の予定',
    dueOn: (day, when) => `${day}、${when}`,
    kept: '保管方法',
    accessTokens: 'アクセストークン',
    demandsDpop: 'すべての呼び出しに所持証明（DPoP）が必要',
    takesBearer: '通常のBearerトークン',
  },
  jobCard: {
    whatItIsFor: '用途',
    keepJob: 'この用途を保存',
  },
  makeAppCard: {
    makeAppInOkta: 'Oktaでアプリを作成',
    madeOn: (date, keyId) => `${date}に作成、鍵${keyId}…`,
    makeAnotherKey: '別の鍵を作成',
    askMakeAnotherKey: '別の鍵を作成しますか。',
    makeAnother: '作成する',
    keepThisOne: 'この鍵を残す',
    oldKeyReplaced:
      'Keyturnは保管している秘密鍵を置き換えます。古い秘密鍵はだれにも取り戻せません。古い秘密鍵を持つプログラムは、Oktaのアプリから公開鍵が削除されるまで動作します。',
  },
  oauthTab: {
    makeAKey: '鍵を作成',
    whatKeyturnDoes:
      'Keyturnが鍵ペアを作成します。秘密鍵はトークンと同じように保管します。公開鍵はあなたがOktaに登録します。以後、アプリは一覧に表示されます。',
    needsNotKnown:
      'OAuthサービスアプリは個別のscopeを要求し、アクセストークンは1時間で期限切れになります。このトークンの用途に必要なscopeは、まだ分かりません。「アクセス」タブでX-rayを実行し、トークンの用途を選んでください。',
  },
  leaveCard: {
    revokeToken: 'APIトークンを失効',
    continueRevoke: '失効を続ける',
    whatItDoes:
      'Keyturnはトークンを使うプログラムの一覧を示し、トークンが使われなくなるまで待ちます。その後、失効して証明します。失効するまでは終了できます。',
    rotatesNow: 'トークンはローテーション中です。先にそのローテーションを終了してください。',
    doesNotOpen:
      'Keyturnは保管したトークンの値を復号できません。値をもう一度貼り付けるか、「インベントリ」でトークンを失効してください。',
    revoked: (date) => `${date}に失効しました（証明あり）。`,
  },
  planCard: {
    whatItNeeds: '必要な権限',
    scopes: 'scope',
    needsRoles: (roles) => `アプリには管理者ロールも必要です: ${roles}。`,
    needsCustomRole: (permissions) =>
      `アプリには管理者ロールも必要です: ${permissions}を持つカスタムロール。`,
    needsSomeRole: 'アプリには管理者ロールも必要です: 用途に必要な権限を持つカスタムロール。',
    tokenOnly: 'APIトークンだけができること',
  },
  removeApp: {
    removeTheApp: 'アプリを削除',
    askRemoveApp: 'アプリを削除しますか。',
    removed: (label) => `${label}をKeyturnから削除しました。`,
    consequence:
      'Keyturnはアプリと秘密鍵をこのコンピューターから削除します。30秒以内なら元に戻せます。その後は、だれにも鍵を取り戻せません。Oktaのアプリは、だれかがOktaで削除するまで残ります。',
  },
  serviceResult: {
    works: '動作する',
    lacksIt: '不足',
    notTried: '未試行',
    noLonger: '権限が外れた',
    readsIt: '読み取れる',
    doesNot: '読み取れない',
    read: '読み取り',
    besideToken: 'アプリとトークンの比較（エンドポイント系統別）',
    byFamily: 'アプリ（エンドポイント系統別）',
    theJob: '用途',
    theToken: 'トークン',
    theApp: 'アプリ',
    demandsProof:
      'アプリはすべての呼び出しに所持証明（DPoP）を求めます。OktaのSDKはこれを送ります。プログラムが送れない場合は、アプリで証明をオフにしてください。',
    takesBearer:
      'アプリは通常のBearerトークンを受け付けます。入手した人は、1時間以内の期限切れまで、だれでもそれを使えます。アプリで所持証明（DPoP）を必須にできます。',
    nothing: 'なし',
    notLooked: '未確認',
  },
  testAppCard: {
    testTheApp: 'アプリをテスト',
    keepClientId: 'Client IDを保存',
  },
  useAppCard: {
    copyPrivateKey: '秘密鍵をコピー',
    copyEnv: '.envをコピー',
    copyTerraform: 'Terraformの設定をコピー',
    copySdkConfiguration: 'SDKの構成をコピー',
    useIt: '使う',
    howToUse: 'プログラム用に、いずれかをコピーしてください。Keyturnは30秒後にクリップボードを消去します。',
    howToUseInstead:
      'プログラムがトークンの代わりにアプリを使うようにしてください。Keyturnは30秒後にクリップボードを消去します。',
  },
};
