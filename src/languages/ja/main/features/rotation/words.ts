import type { words as english, QuietTerms } from '../../../../../main/features/rotation/words.ts';
import { series } from '../../../../../shared/listed.ts';

/** Returns the token of a try to revoke in Japanese. */
const of = (whose: string): string =>
  whose === 'old' ? '古いトークン' : whose === 'new' ? '新しいトークン' : whose;

const replaced: QuietTerms = { old: '古いトークン', reader: '新しいトークン', since: '引き渡し' };

/** The Japanese of the sentences of a rotation. */
export const words: typeof english = {
  begin: {
    beingRotated: 'このトークンは、すでにローテーション中です。',
    continueOrEnd: 'そのローテーションを続けるか、終了してください。',
    tokenRevoked: 'このトークンは失効しています。',
    addAnother: '代わりに新しいトークンを追加してください。',
  },
  capture: {
    copyAndPaste:
      'Admin Consoleでトークンの値をコピーし、ここに貼り付けてください。クリップボードはそのままです。',
    copyAndEnter: 'Admin Consoleでトークンの値をコピーし、入力欄に入れてください。',
    needsOwnValue: '新しいトークンには、新しい値が必要です。Admin Consoleで作成してください。',
    notAToken: 'APIトークンではありません。',
    oldToken: '古いトークンそのものです。',
    createAndCopy:
      'Admin Consoleで新しいトークンを作成し、その値をコピーしてください。クリップボードはそのままです。',
    alreadyKept: (kept) => `このトークンは、すでに「${kept}」として保管しています。`,
    captured: (fingerprint) => `新しいトークンを取り込みました。フィンガープリント${fingerprint}。`,
  },
  compareStep: {
    compared: (asks) => `比較しました。${asks === '' ? '確認が必要な点はありません' : `要確認: ${asks}`}。`,
    comparedAgain: '再比較しました。',
    tested: (word) => `新しいトークンをテストしました: ${word}。`,
  },
  compare: {
    otherOwner: (is, was) =>
      `新しいトークンの所有者は${is}、古いトークンの所有者は${was}です。別のアカウントに依存することになります。`,
    broader: (names) =>
      `新しいトークンは、古いトークンより多くのことができます: ${names}。トークンの権限は、用途に必要な最小限にするべきです。`,
    cannotRead: (names) => `トークンを使うプログラムは、${names}を読み取れなくなります。`,
    narrower: (names) =>
      `新しいトークンは、古いトークンよりできることが少ないか、異なります: ${names}。それに頼るプログラムは動作しなくなります。`,
    unknown: (names) => `比較できない点がありました: ${names}。そこが異なる可能性があります。`,
    oldNotWorking: (word) =>
      `古いトークンは、テストで動作しませんでした: ${word}。使っているものは、すでに動作していないか、新しいトークンでだけ動作します。`,
    notKnown: '不明',
    noAdminRole: '管理者ロールなし',
    anyAddress: 'すべてのアドレス',
    only: (list) => `${list}だけ`,
    not: (list) => `${list}以外`,
    zones: (parts) => `ネットワークゾーン: ${series(parts) || 'Oktaの設定どおり'}`,
    allowed: '許可',
    notAllowed: '拒否',
    notAsked: '未確認',
    notKnownWhy: (why) => `不明。${why}`,
    org: 'Org',
    owner: '所有者',
    roles: 'ロール',
    network: 'ネットワーク',
  },
  desk: {
    cancelled: 'キャンセルしました。',
    planned: '計画しました。Oktaでは何も変更していません。',
    replaceNow: '今すぐ置き換え: 置き換える前に、トークンを失効させます。',
    handingOver: '引き渡し中',
    replaced: '置き換え、引き渡しました。',
    ended: 'このローテーションは終了しています。',
  },
  handOver: {
    notConfirmed: (sentences) => `まだ確認されていません: ${sentences.join('')}`,
    tick: '意図した違いにチェックを付けるか、別のトークンを取り込んでください。',
    handedOver: '新しいトークンを使用中です。古いトークンは残しています。',
    undone: '元に戻しました。再び古いトークンを使用中です。',
    resumed: '再開しました。再び新しいトークンを使用中です。',
  },
  handlers: {
    oldTokenNamed: (name) => `利用者の指定により、古いトークンはOktaの「${name}」です。`,
    saidByPerson: (name) => `利用者の報告により、${name}に新しいトークンがあります。`,
    chooseFile: 'トークンを置くファイルを選ぶ',
    notListed: 'このトークンは、もうOktaの一覧にありません。',
    pickAnother: '別のものを選んでください。',
    saveRecord: 'ローテーションの記録を保存',
  },
  machine: {
    movedOn: 'ローテーションが先に進んだため、この手順は今はできません。',
    ended: 'このローテーションは終了しています。',
    lookAgain: 'ページをもう一度確認してください。ローテーションの現在の状態が表示されます。',
  },
  quietStep: {
    notHandedOver: '新しいトークンは、まだ引き渡されていません。',
  },
  quiet: {
    terms: {
      usual: replaced,
      leaked: replaced,
      'to-app': {
        old: 'APIトークン',
        reader: 'このorgのほかの認証情報',
        since: 'このローテーションの開始',
      },
    },
    noReader: 'これを読めるこのorgのほかの認証情報が、Keyturnにありません',
    partOfList: (why) =>
      `OktaのAPIトークンの一覧を一部しか読めなかったため、古いトークンがその中にない可能性があります。${why}`,
    usedFrom: ({ old }, address, program, when) =>
      `${old}が使われました。送信元${address}、プログラム${program}、${when}。`,
    usedAbout: ({ old }, when) =>
      `${old}が${when}頃に使われました。Oktaでの有効期限が延びています。System Logにイベントがないため、送信元は分かりません。`,
    notQuietYet: ({ old, since }, minutes) =>
      `${since}以降、${old}の使用は見つかっていません。未使用の時間が${minutes}分必要です。`,
    quietFor: ({ old }, minutes) =>
      `${minutes}分間、${old}の使用は見つかりませんでした。System Logにイベントがなく、Oktaでの有効期限も延びていません。`,
    cannotTell: ({ old, reader }) =>
      `${old}がまだ使われているかどうか分かりません。${reader}では、System LogもAPIトークンの一覧も読めません。`,
    logOnly: ({ reader }) =>
      `System Logに使用はありません。イベントを記録しない呼び出しは、そこに出ません。もう1つの確認手段のAPIトークンの一覧は、${reader}では読めません。`,
    listOnly: ({ reader }) =>
      `Oktaでの有効期限は延びていません。もう1つの確認手段のSystem Logは、${reader}では読めません。`,
    lookInConsole: 'Admin Consoleの「Security」、「API」、「Tokens」を確認してください。',
    oldNotKnown: '一覧のどのトークンか、Oktaからは分かりません',
    unknownAddress: '不明なアドレス',
    unknownProgram: '不明なプログラム',
    oldNotListed: ({ old }) => `${old}は、もうOktaのAPIトークンの一覧にありません。`,
    oldWasNotKnown: '一覧のどのトークンだったか、Oktaからは分かりません',
    noAnswerAtOnce: 'Oktaがすぐに応答しませんでした',
  },
  revokeStep: {
    notYet: (reasons) => `トークンはまだ失効していません。${reasons.join('')}`,
    waitOrInsist: (insist) => `待つか、確かな場合は「${insist}」と入力してください。`,
    insisted: (reasons) => `利用者が失効を強行しました。${reasons.join('')}`,
    choose: '失効させるか、値を破棄するかを選んでください。',
    forgotten:
      'Keyturnは新しいトークンの値を破棄しました。トークンは、失効または期限切れまでOktaで動作します。',
    endedBeforeRevoke: '失効の前に終了しました。Oktaでは何も変更していません。',
    gaveUpRevoke:
      '終了しましたが、失効は証明されていません。トークンはまだ動作する可能性があります。Keyturnは値を保管しています。',
    revokeAsked: '失効を要求しました。',
    endedWithoutReplacement: '置き換えずに終了しました。',
    captured: '新しいトークンを取り込みました。',
  },
  revoke: {
    api: 'APIトークン',
    provenBeside: (host, carriedOut, isListed, witness) =>
      `${host}は${carriedOut ? '失効を実行し、' : ''}APIトークンに401 E0000011を返しました。同じ1分以内に${witness}を受け付けました。${
        isListed === false
          ? 'APIトークンの一覧に、もうトークンはありません。'
          : 'APIトークンの一覧を読めるほかの認証情報がKeyturnにないため、証明はこれらの応答によります。'
      }`,
    noWitness: (host) =>
      `まだ証明されていません: ${host}は401 E0000011でAPIトークンを拒否しますが、確認に使えるこのorgのほかの認証情報がKeyturnにありません。orgが今、すべてを拒否している可能性があります。`,
    witnessRefused: (host, witness, why) =>
      `まだ証明されていません: ${host}は401 E0000011でAPIトークンを拒否しますが、${witness}も受け付けませんでした。${why}`,
    witnessLate: (host, witness) =>
      `まだ証明されていません: ${host}は401 E0000011でAPIトークンを拒否しますが、${witness}を受け付けたのは1分より後でした。もう一度試してください。`,
    ownerUnknown: (host) =>
      `まだ証明されていません: ${host}は401 E0000011でAPIトークンを拒否します。失効したか、所有者が有効ではありません。どちらかを示すAPIトークンの一覧を読めるほかの認証情報が、Keyturnにありません。`,
    carriedOut: (host) => `${host}が失効を実行しました。`,
    stillAccepts: (host) => `${host}はまだ受け付けます。`,
    proven: (host, whose, isListed) =>
      `${host}は${of(whose)}に401 E0000011を返しました${isListed === false ? '。APIトークンの一覧にも、もうありません' : ''}。`,
    stillListed: (host, whose) =>
      `${host}は${of(whose)}を401 E0000011で拒否しますが、まだ一覧にあります。おそらく所有者が有効ではありません。所有者が有効になるとトークンも再び動作するため、証明にはなりません。`,
    saidRevoked: (host, whose) =>
      `${host}は${of(whose)}を失効させたと応答しましたが、まだ受け付けます。1分後にもう一度試してください。`,
    notRevoked: (host, whose, refusal) =>
      `${host}は${of(whose)}を失効させず（${refusal}）、まだ受け付けます。`,
    notProven: (host, whose, refusal) =>
      `まだ証明されていません: ${host}の${of(whose)}への応答は、401 E0000011ではなく${refusal}でした。`,
    refusal: (word, status, errorCode) =>
      `${word}${status === null ? '' : `、HTTP ${status}`}${errorCode === null ? '' : ` ${errorCode}`}`,
  },
  toApp: {
    noApp: 'このトークンの用途を果たすOAuthサービスアプリが、まだありません。',
    testApp: '「OAuth」タブでアプリを完成させ、動作するまでテストしてください。',
    begun: (app) =>
      `OAuthサービスアプリ「${app}」が、このトークンの用途を引き継ぎました。Oktaでは何も変更していません。`,
  },
  witness: {
    answered: (name) => `Oktaが${name}を受け付けました。`,
  },
  run: {
    gaveBack: (name: string, sentence: string) => `${name}を元のトークンに切り替えました。${sentence}`,
    noNewToken: 'OAuthサービスアプリが引き継いだため、渡す新しいトークンはありません。',
    giveApp: '利用先がアプリを使うように設定し、完了にしてください。',
    notHandedOver: '新しいトークンは、まだ引き渡されていません。',
    updatedByHand: (name) => `${name}は手動で更新します。`,
    consumerGone: 'この利用先は、もうチェックリストにありません。',
  },
  store: {
    otherOrg:
      '保管庫のファイルが変更されました。この値は、ファイルが今示すものとは別のorgのために保管されたものです。Keyturnはこの値を使いません。',
    damaged: 'ファイルが壊れたか変更されたため、このローテーション用に保管した値を開けません。',
    gone: 'このローテーションは、もうここに保管していません。',
    noValue: 'このローテーション用の2つ目の値は、保管していません。',
    endAndLook:
      'トークン自体は変わっていません。ローテーションを終了し、残っているトークンをAdmin Consoleで確認してください。',
  },
  record: {
    title: (token) => `${token}のローテーション`,
    notEnded: (begun) => `開始: ${begun}。終了していません。`,
    ended: (begun, ended) => `開始: ${begun}。終了: ${ended}。`,
    toApp: (app, clientId) =>
      `OAuthサービスアプリ「${app}」（Client ID ${clientId}）が用途を引き継ぎました。新しいトークンはありません。`,
    witness: (at, name, status, requestId) =>
      `Oktaが${at}に${name}を受け付けました: HTTP ${status ?? '?'}${requestId === null ? '' : `、リクエストID ${requestId}`}。`,
    leaked: 'トークンが漏洩したため、先に失効させ、その後に置き換えました。',
    none: 'なし。',
    proven: '失効済み、証明あり。',
    notProven: {
      title: '証明されていません。',
      detail: 'Oktaが古いトークンを無効にしたことは、まだ証明されていません。',
    },
    titles: {
      proof: '証明',
      tokens: 'トークン',
      compared: '比較',
      consumers: '引き渡し先',
      attempts: '失効の試行',
      steps: '手順',
    },
    proofColumns: ['日時', 'HTTP', 'Oktaのエラーコード', 'リクエストID'],
    tokenColumns: ['', 'フィンガープリント', 'OktaでのID'],
    comparedColumns: ['', '旧', '新', '違い'],
    consumerColumns: ['利用先', '場所', '日時', '方法'],
    attemptColumns: ['日時', 'トークン', '失効の呼び出し', '後の呼び出し', 'リクエストID', '証明'],
    stepColumns: ['日時', '状態', '内容'],
    oldToken: '古いトークン',
    newToken: '新しいトークン',
    notKnown: '不明',
    notYet: '未完了',
    exit: (status) => `コマンド、終了コード${status}`,
    revoked: {
      id: (word, status) => `ID指定: ${word} ${status}`,
      current: (word, status) => `トークン自身: ${word} ${status}`,
      none: () => '呼び出しなし',
    },
    yes: 'はい',
    no: 'いいえ',
    foot: (version) => `Keyturn ${version}が作成しました。フィンガープリントだけを含み、値は含みません。`,
  },
};
