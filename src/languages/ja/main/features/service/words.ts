import type { words as english } from '../../../../../main/features/service/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences about OAuth service apps. */
export const words: typeof english = {
  appAccess: {
    locked: 'Oktaにアクセストークンを要求している間に、Keyturnがロックされました。',
  },
  appKey: {
    noKey: 'ファイルに、秘密鍵を読めないアプリがあります。',
    exportAgain: '別のコンピューターで、トークンをエクスポートし直してください。',
  },
  appView: {
    unreadable: '読めないアプリ',
    nameless: '名前のないアプリ',
    ofToken: (label) => `${label}（アプリ）`,
  },
  clientId: {
    wrong: {
      nothing: 'アプリのClient IDではありません。欄が空です。',
      notOne: 'アプリのClient IDではありません。Client IDにない文字または長さです。',
      several: 'このテキストに複数のClient IDがあります。この鍵を持つアプリのClient IDを入力してください。',
      privateKey: 'アプリのClient IDではありません。秘密鍵です。ここでは必要ありません。',
      publicKey: 'アプリのClient IDではありません。公開鍵です。公開鍵はOktaのアプリに登録します。',
      certificate:
        'アプリのClient IDではありません。証明書です。Oktaには証明書ではなく、アプリの公開鍵を登録します。',
      capitals:
        'このClient IDの英字はすべて大文字です。OktaのIDでは大文字と小文字が区別されます。Client IDをコピーし直してください。',
      address: 'アプリのClient IDではありません。アドレスです。この中にClient IDはありません。',
      keyId: 'アプリのClient IDではありません。アプリの鍵のID（kid）です。',
      scope: 'アプリのClient IDではありません。スコープの名前です。',
      placeholder: 'アプリのClient IDではありません。例などで、Client IDの代わりに置かれる文字です。',
      token: 'アプリのClient IDではありません。APIトークンのようです。',
      secret:
        'アプリのClient IDではありません。シークレットのようです。Oktaがシークレットの上に表示するClient IDを入力してください。',
      otherId: (begins) => `アプリのClient IDではありません。${begins}で始まるOktaのIDは、別のもののIDです。`,
      length:
        'アプリのClient IDではありません。Client IDは通常、英数字20文字です。文字が足りないか、多すぎます。',
    },
  },
  moreScopes: {
    question: (label: string) => `プログラムが ${label} でできることを増やしますか？`,
    detail: (scopes: string, org: string) =>
      `Org: ${org}。プログラムはこのOAuthアプリを使えます。この用途にすると、そのアクセストークンに次のスコープが加わります: ${scopes}。`,
    yes: '増やす',
    notChanged: '何も変更していません。アプリのスコープはそのままです。',
  },
  desk: {
    imported: 'ageファイルからインポートしました。',
    jobChosen: 'アプリの用途を選びました。',
    jobNeedsNothing: 'この用途では、アプリにスコープは必要ありません。',
    chooseNeeds: 'アプリが読み取る、または変更する分類を1つ以上選んでください。',
    keyMade: (keyId) => `OAuthサービスアプリの鍵${keyId}を作成しました。`,
    privateKeyCopied: 'OAuthサービスアプリの秘密鍵をコピーしました。',
    appForgotten: 'OAuthサービスアプリをKeyturnから削除しました。Oktaには残ります。',
    appBroughtBack: 'OAuthサービスアプリの削除を元に戻しました。',
    endingItself: '自身の失効: DELETE /api/v1/api-tokens/currentは、APIトークンだけを受け付けます。',
    askingWho: '自身の確認: GET /api/v1/users/meにはユーザーが必要ですが、アプリはユーザーではありません。',
    roles: 'ロール: アプリは、トークンの所有者のロールではなく、自身のロールを持ちます。',
    clientIdPlace:
      'Client IDは通常、0oaで始まります。Oktaではアプリの「General」の「Client Credentials」に表示されます。',
    appNotKnown: 'どのアプリがこの鍵を持つか、Keyturnはまだ知りません。',
    jobNotKnown: 'アプリの用途に必要なものが分からないため、スコープを要求できません。',
    sayJob: '「アクセス」タブでアプリの用途を選んでください。',
    cancelled: 'キャンセルしました。',
    giveClientId: '先にClient IDを入力してください。',
  },
  keyRotation: {
    accepted: (keyId) => `Oktaが新しい鍵${keyId}を受け付けます。アプリはまだ古い鍵を使っています。`,
    bothRefused: (host, answer) =>
      `${host}は古い鍵を拒否しましたが、直後に新しい鍵も受け付けませんでした。そのため、この拒否は古い鍵について何も証明しません。${answer}`,
    endIt: 'ローテーションを終了し、アプリにどの鍵があるかをAdmin Consoleで確認してください。',
    finishOrEnd: '先に、アプリの「鍵」タブでローテーションを完了または終了してください。',
    gaveToken: (host) => `${host}がアクセストークンを渡しました。`,
    isRotated: 'このアプリの鍵はローテーション中です。',
    lookAgain: 'ページをもう一度確認してください。ローテーションの現在の段階を表示しています。',
    made: (keyId) => `2つ目の鍵${keyId}を作成しました。アプリはまだ古い鍵を使っています。`,
    movedOn: 'ローテーションが先に進んだため、今はこの手順を実行できません。',
    noAnswer: (answer) => `これは古い鍵について何も証明しません。${answer}`,
    noSecondKey: 'このアプリの2つ目の鍵は保管されていません。',
    notAccepted: (answer) =>
      `Oktaは新しい鍵を受け付けませんでした。アプリはまだ古い鍵を使っています。${answer}`,
    notSwitched: (answer) => `アプリはまだ古い鍵を使っています。${answer}`,
    proven: (host, keyId, status) =>
      `${host}は、同じアプリと同じ時計で、古い鍵${keyId}を${status} invalid_clientで拒否し、直後に新しい鍵を受け付けました。Keyturnは古い鍵を破棄しました。`,
    secondKeyDamaged:
      'ファイルが壊れたか変更されたため、このローテーションの2つ目の鍵を開けません。アプリが使う鍵に影響はありません。',
    stillAccepted: (host) => `${host}は古い鍵をまだ受け付けます。`,
    switched: (keyId) =>
      `アプリは新しい鍵${keyId}を使っています。古い鍵は、無効になったことを証明するために保管します。`,
    undone: (keyId) =>
      `元に戻しました。アプリは今までの鍵を使い続け、プログラムには何も変わりません。Keyturnは新しい秘密鍵を破棄しました。その公開鍵${keyId}がOktaにある場合は、Oktaで削除してください。`,
    unproven: (keyId) =>
      `証明なしで終了しました。Keyturnは古い秘密鍵を破棄しました。そのほかのコピーは、公開鍵${keyId}がOktaから削除されるまで動作します。`,
  },
  refusals: {
    oktaSays: (description) => `Oktaの応答:「${description}」`,
    clientId: (host) => `${host}は、このClient IDとこの鍵の組み合わせを受け付けません。`,
    checkApp:
      'アプリの「General」を確認してください。Client IDがここに入力したものと同じで、「Client authentication」が「Public key / Private key」で、この公開鍵があり有効である必要があります。すべて正しければ、このコンピューターの時計を確認してください。',
    otherKind: (host) =>
      `${host}はこのアプリを認識しますが、この種類のアプリは自身でトークンを要求できません。`,
    makeServiceApp: '「API Services」の種類のアプリを作成し、そのClient IDをここに入力してください。',
    scopeFeature: 'そのスコープの機能がorgにない可能性があります。それを含まない用途を選んでください。',
    noProof: (host) => `${host}は、アプリに必要な所持証明を受け付けませんでした。`,
    checkClock: 'このコンピューターの時計が正しいか確認し、再テストしてください。',
    trouble: (host, status) =>
      `${host}がサーバー側のエラーを返しました（HTTP ${status}）。アプリについては何も分かりません。`,
    unexpected: (host, status, error, own) =>
      `${host}がHTTP ${status}${error === null ? 'で応答しました。トークンエンドポイントの応答ではありません' : `と${error}で応答しました`}。${own}`,
    knowsAppHas: (host) => `${host}はこのアプリを認識しますが、これらのスコープを1つも許可していません。`,
    appUnderOkta:
      'アプリの「Okta API Scopes」で、上のスコープを許可してください。許可できるのはSuper Administratorだけです。',
    doesNotKnow: (host) => `${host}は、これらのスコープのいずれかを認識しません。`,
    waitTestAgain: '待ってから、再テストしてください。',
    testAgainFew: '数分後に再テストしてください。',
    testAgainIf: '再テストしてください。エラーが続く場合は、OktaにリクエストIDを伝えてください。',
  },
  store: {
    damaged: 'ファイルが壊れたか変更されたため、保管した鍵を開けません。',
    notKept: 'このOAuthサービスアプリは、もうKeyturnにありません。',
    addIt: 'もう一度追加してください。',
    makeNewKey: '新しい鍵を作成し、その公開鍵をOktaのアプリに登録してください。',
  },
  verdict: {
    lacks: (host, lacks) =>
      `${host}はアプリにアクセストークンを渡しましたが、用途に必要なものがトークンに足りません: ${lacks}。`,
    reads: (host, needed) =>
      `${host}はアプリにアクセストークンを渡しました。トークンは、用途に必要な${needed === 1 ? 'もの' : `${number(needed)}件すべて`}を読み取れます。`,
    notKnown: (host, unknown) =>
      `${host}はアプリにアクセストークンを渡しました。${unknown}を読み取れるかどうかは分かりません。`,
    tokenReachesApp: 'トークンは読み取れますが、アプリは読み取れません。',
    scopeNotGranted: (scope) => `スコープ${scope}が許可されていません。`,
    scopeGrantedReading: 'スコープは許可されています。読み取りは試していません。',
    oktaSaysAccess: (scope) =>
      `${scope}は許可されていますが、Oktaはアクセストークンにスコープが足りないと応答しました。`,
    scopeGrantedApp: (scope) =>
      `スコープ${scope}は許可されていますが、これを読み取る管理者ロールがアプリにありません。`,
    changingNotTried:
      '変更は試していません。スコープは変更を許可しており、できるかどうかはロールで決まります。',
    oktaLetRead: (changing) => `Oktaはアプリに読み取りを許可しました。${changing}`,
    rowsBelowSay:
      '下の各行に、足りないのがスコープかロールかを示します。どちらも許可できるのはSuper Administratorだけです。',
    testAgainMinute: '1分後に再テストしてください。',
    gaveAppAccess: (host) => `${host}は、用途に必要なスコープを持つアクセストークンをアプリに渡しました。`,
  },
};
