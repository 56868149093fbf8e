import type { words as english } from '../../../../renderer/service/words.ts';
import { nodes } from '../../../../renderer/ui/nodes.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  appGuide: {
    createIntegration: (bold, bold2) =>
      nodes`${bold('「Create an app integration」')}で${bold2('「API Services」')}の種類を選び、目的が分かる名前を付けます。`,
    addPublicKey: (bold) =>
      nodes`「General」の「Client Credentials」で${bold('「Public key / Private key」')}を選び、鍵を追加して、次の公開鍵を貼り付けます:`,
    oktaApiScopes: (bold, scopes) =>
      nodes`${bold('「Okta API Scopes」')}で、次を許可します: ${scopes}。これができるのはSuper Administratorだけです。`,
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
    key: '鍵',
    keyRotates: 'このアプリの鍵はローテーション中です。次の手順は「鍵」タブにあります。',
    programs: 'プログラム',
    setUp: 'セットアップ',
    jobNotKnown: 'アプリの用途が分かりません。下で用途を選んでください。用途によってスコープが決まります。',
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
  keyRotationCard: {
    title: {
      made: '鍵をローテーション中',
      accepted: '鍵をローテーション中',
      switched: '鍵をローテーション中',
      done: '鍵のローテーション完了、証明あり',
      undone: 'ローテーションを元に戻しました',
      unproven: '鍵のローテーション完了、証明なし',
    },
    line: {
      made: 'アプリはまだ古い鍵を使っています。アプリが新しい鍵を使い始めるまで、ローテーションを元に戻せます。',
      accepted:
        'Oktaは両方の鍵を受け付けます。アプリはまだ古い鍵を使っています。アプリが新しい鍵を使い始めるまで、ローテーションを元に戻せます。',
      switched:
        'アプリは新しい鍵を使っています。古い鍵は、Oktaが拒否することを証明するためだけに保管し、その後に破棄します。',
      done: 'アプリは新しい鍵を使っています。Keyturnは古い鍵を破棄しました。',
    },
    undo: 'ローテーションを元に戻す',
    askUndo: 'ローテーションを元に戻しますか。',
    whatUndoDoes:
      'アプリは今までの鍵を使い続け、プログラムには何も変わりません。Keyturnは新しい秘密鍵を破棄します。その公開鍵をOktaに追加した場合は、Oktaで削除してください。',
    goOn: 'ローテーションを続ける',
    endWithoutProof: '証明なしで終了',
    askEnd: '証明なしで終了しますか。',
    whatEndDoes:
      'アプリは新しい鍵を使い続けます。Keyturnは古い秘密鍵を破棄するため、Oktaがそれを拒否することを証明できなくなります。そのほかのコピーは、公開鍵がOktaから削除されるまで動作します。',
  },
  keyStages: {
    addKey: '新しい鍵をOktaに追加',
    leaveOldActive: 'Oktaには両方の鍵を同時に登録できます。古い鍵は有効なままにしてください。',
    newKeyIs: (keyId) => nodes`Key ID: ${keyId}`,
    openApp: (clientId) => `Client IDが${clientId}のアプリを開きます。`,
    addUnder: (bold, bold2) =>
      nodes`「General」の${bold('「Client Credentials」')}の「Public keys」で、「Edit」と${bold2('「Add key」')}を選び、次の公開鍵を貼り付けて保存します:`,
    keepOld: (keyId) => nodes`古い鍵は変更しないでください。古い鍵のKey ID: ${keyId}`,
    testKey: '新しい鍵をテスト',
    whatTestDoes:
      'Keyturnは新しい鍵でOktaにアクセストークンを要求し、用途に必要なものを読み取ります。プログラムは古い鍵を使い続けます。',
    accepted: 'Oktaが新しい鍵を受け付けます。',
    useNewKey: '新しい鍵を使う',
    whatSwitchDoes:
      'Keyturnは新しい鍵をもう一度テストします。その後、テスト、プログラム、ターミナルが新しい鍵を使い、元には戻せません。',
    switched: 'アプリは新しい鍵を使っています。',
    removeOldKey: '古い鍵をOktaから削除',
    whatProves:
      'Oktaが古い鍵を拒否し、直後に新しい鍵を受け付けると、証明されます。レート制限や接続の切断では、何も証明されません。',
    giveCopies: (bold) =>
      nodes`鍵のコピーを持つプログラムには、新しい鍵が必要です。${bold('「プログラム」')}タブでコピーしてください。`,
    removeUnder: (bold, keyId) =>
      nodes`「General」の${bold('「Client Credentials」')}の「Public keys」で、古い鍵を無効にするか削除します: ${keyId}`,
    checkOldKey: '古い鍵を確認',
    oldKeyGone: 'Oktaが古い鍵を拒否します',
    notProven: '証明されていません',
    mayWork: (keyId) => nodes`古い鍵のコピーは、次の公開鍵がOktaから削除されるまで動作します: ${keyId}`,
    tokenGiven: '受け付け',
    answerToOld: '古い鍵への応答',
    answerToNew: '新しい鍵への応答',
    http: (status) => `HTTP ${status}`,
    requestId: 'リクエストID',
  },
  keyTab: {
    key: '鍵',
    rotateKey: '鍵をローテーション',
    madeAndDue: (made, due, when) => `作成: ${made}。次の予定: ${due}（${when}）。Key ID:`,
    whatRotationDoes:
      'ローテーションでは、この鍵の隣に2つ目の鍵を加えてテストし、アプリをその鍵に切り替え、Oktaが古い鍵を拒否することを証明します。アプリは動作し続けます。',
    notYet:
      'ローテーションには、設定が完了したアプリが必要です。鍵を開くことができ、Client IDと用途がある必要があります。',
  },
  makeAppCard: {
    makeAppInOkta: 'Oktaでアプリを作成',
    madeOn: (date, keyId) => `${date}に作成、鍵${keyId}…`,
    replaceAtOnce: '鍵をすぐに置き換える',
    askReplaceAtOnce: '鍵をすぐに置き換えますか。',
    keepThisOne: 'この鍵を残す',
    oldKeyReplaced:
      '鍵が漏洩したか、開けない場合に実行してください。Keyturnは保管している秘密鍵を置き換えます。古い秘密鍵はだれにも取り戻せません。Oktaに新しい公開鍵が登録されるまで、アプリは動作しません。古い鍵を持つ人は、Oktaのアプリから公開鍵を削除するまで、それを使えます。',
    rotateInstead:
      '鍵が動作し、漏洩していない場合は、代わりにアプリの「鍵」タブでローテーションしてください。その場合、アプリは動作し続けます。',
  },
  oauthTab: {
    makeAKey: '鍵を作成',
    whatKeyturnDoes:
      'Keyturnが鍵ペアを作成します。秘密鍵はトークンと同じように保管します。公開鍵はあなたがOktaに登録します。以後、アプリは一覧に表示されます。',
    needsNotKnown:
      'OAuthサービスアプリは個別のスコープを要求し、アクセストークンは1時間で期限切れになります。このトークンの用途に必要なスコープは、まだ分かりません。「アクセス」タブでX-rayを実行し、トークンの用途を選んでください。',
  },
  leaveCard: {
    revokeToken: 'APIトークンを失効させる',
    continueRevoke: '失効を続ける',
    whatItDoes:
      'Keyturnはトークンを使うプログラムの一覧を示し、トークンが使われなくなるまで待ちます。その後、失効させて証明します。失効させるまでは終了できます。',
    rotatesNow: 'トークンはローテーション中です。先にそのローテーションを終了してください。',
    doesNotOpen:
      'Keyturnは保管したトークンの値を復号できません。値をもう一度貼り付けるか、「インベントリ」でトークンを失効させてください。',
    revoked: (date) => `${date}に失効しました（証明あり）。`,
  },
  planCard: {
    whatItNeeds: '必要な権限',
    scopes: 'スコープ',
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
    besideToken: 'アプリとトークンの比較（エンドポイントの分類別）',
    byFamily: 'アプリ（エンドポイントの分類別）',
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
