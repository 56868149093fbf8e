import { nodes } from '../../../../renderer/ui/nodes.ts';
import type { words as english } from '../../../../renderer/wizard/words.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  steps: {
    org: 'Org',
    create: 'Oktaで作成',
    capture: '取り込み',
    test: 'テスト',
    save: '保存',
    job: '名前と用途',
    make: 'Oktaで作成',
    try: 'アプリをテスト',
  },
  appSteps: {
    label: 'ラベル',
    nameAndJob:
      'アプリに名前を付け、用途を指定してください。用途に応じてスコープと管理者ロールが決まります。次に、Keyturnが鍵ペアを作成します。',
    makeKey: '鍵を作成',
    makingKey: '鍵を作成中…',
    followSteps:
      'Admin Consoleで次の手順を行ってください。アプリと秘密鍵はKeyturnが今から保管します。ここで中断しても、アプリのページから続けられます。',
    giveClientId:
      'Oktaに表示されるClient IDを入力してください。Keyturnはorgにアクセストークンを要求し、用途に含まれる各分類を1回ずつ読み取ります。何も変更しません。',
    testTheApp: 'アプリをテスト',
    testing: 'Oktaに問い合わせ中…',
    done: '完了',
    finishLater: '後で完了する',
    labelEmpty: 'ラベルが空です。',
    giveName: '一覧で見分けやすい名前をアプリに付けてください。',
  },
  kindChoice: {
    whatToAdd: '何を追加しますか。',
    token: 'APIトークン',
    tokenIs: '所有者と同じことがすべてできます。30日間使われないと期限切れになります。',
    app: 'OAuthサービスアプリ',
    appIs:
      '個別のスコープと自身の鍵を持ちます。アクセストークンは1時間で期限切れになります。Oktaはプログラムにこれを推奨しています。',
    signIn:
      'SAMLとOpenID Connectのアプリは、人のサインイン用です。プログラムがOkta APIを呼び出すためのものではないので、どちらの代わりにもなりません。',
  },
  captureStep: {
    notAToken: 'APIトークンではありません。',
    pasteAnother:
      'Admin Consoleでトークンの値をコピーし、ここに貼り付けてください。クリップボードはそのままです。',
    enterAnother: 'Admin Consoleでトークンの値をコピーし、入力欄に入れてください。',
    howToCapture:
      'Admin Consoleで値をコピーし、ここに貼り付けてください。値を受け取るのはアプリのメインプロセスだけです。このページに見えるのはフィンガープリントだけです。',
    howToTakeIn:
      'Keyturnがファイルから値を取り出します。値を受け取るのはアプリのメインプロセスだけです。このページに見えるのはフィンガープリントだけです。',
    takeItFrom: (where) => `${where}から取り込む`,
    fileStays:
      '最初に、このorgのトークンかどうかをシステムのダイアログで確認します。ファイルはそのままです。',
    clipboardReadOnce: 'クリックすると、Keyturnがクリップボードを1回だけ読み、消去します。',
    fieldEmptied: '続けると、Keyturnはすぐに入力欄を空にします。',
    stillCaptured: (fingerprint) =>
      nodes`以前に取り込んだ値がまだあります。フィンガープリント${fingerprint}。`,
    capturedAToken: 'トークンを取り込みました。',
    capturedOddly: '取り込みましたが、トークンの形式ではありません。',
    fingerprint: (fingerprint) => nodes`フィンガープリント${fingerprint}。`,
    clipboardCleared: 'クリップボードを消去しました。',
    alreadyKept: (alreadyKeptAs) => nodes`この値はすでに${alreadyKeptAs}として保管しています。`,
  },
  createStep: {
    terraform: 'Terraform',
    siemExport: 'SIEMエクスポート',
    provisioning: 'プロビジョニング',
    reporting: 'レポート',
    aScript: 'スクリプト',
    onlyTheConsole:
      'APIトークンを作成できるのはAdmin Consoleだけで、値が表示されるのは1回だけです。テストに合格するまで、その画面を開いたままにしてください。',
    alreadyHaveToken: 'トークンはすでにある',
    whereInConsole: 'Security、API、Tokens、Create token',
    signInAsService: (bold) =>
      nodes`${bold('サービスアカウントでサインインしてください。')}自分のアカウントは使いません。トークンは所有者の権限を持ち、アカウントが止まると動かなくなります。`,
    smallestRole: (bold) =>
      nodes`${bold('そのアカウントには、用途を満たす最小のロールを割り当ててください。')}ほとんどの読み取りは、Read-only Administratorで足ります。`,
    nameByPurpose: '目的が分かる名前を付けてください。',
    whatIsItFor: '用途',
    copyName: '名前をコピー',
    restrict: (bold) =>
      nodes`可能なら、${bold('ネットワークゾーンに制限してください。')}漏洩した値は、それ以外の場所では使えません。`,
  },
  orgStep: {
    whichOrg:
      '追加するものと、対象のOkta orgを選んでください。Keyturnはorgに名前を問い合わせます。トークンは必要ありません。',
    checking: '確認中…',
    orgUrl: 'Org URL',
    orgUrlExample: 'acme.okta.com',
    howToGiveOrg:
      'アドレスバーからコピーしてください。名前だけ、Admin Consoleのアドレス、カスタムドメインも使えます。',
    whichOne: 'どれを指していますか。',
    knownOrgs: '登録済みのorgから選ぶ',
    identityEngine: 'Identity Engine',
    classicEngine: 'Classic Engine',
  },
  saveStep: {
    itWillBeKept: '保管します。',
    itWillBeKeptFor: (sentence) => `保管方法: ${sentence}。`,
    itWillBe: (sentence) => `保管方法: ${sentence}。`,
    saveToken: 'トークンを保存',
    saveAnyway: 'それでも保存',
    saveUntested: (bold) =>
      nodes`${bold('このトークンは未テストです。')}それでも保存し、後でテストできます。`,
    saveFailed: (bold, word) => nodes`${bold(`テストの結果: ${word}。`)}それでも保存し、後でテストできます。`,
    keepAlive: '期限切れ防止',
  },
  stepFrame: {
    back: '戻る',
  },
  testStep: {
    askingTheOrg: 'トークンの所有者をorgに問い合わせます。読み取るだけです。',
    asking: (host) => `トークンの所有者を${host}に問い合わせます。読み取るだけです。`,
    testing: 'テスト中です。1〜2秒かかります。',
    capturedFromClipboard: (fingerprint) =>
      nodes`クリップボードから取り込みました。フィンガープリント${fingerprint}。`,
    capturedFromFile: (fingerprint) => nodes`ファイルから取り込みました。フィンガープリント${fingerprint}。`,
    capturedByHand: (fingerprint) => nodes`手動入力で取り込みました。フィンガープリント${fingerprint}。`,
    clipboardCleared: 'クリップボードを消去しました。値はアプリのメインプロセスの外に出ていません。',
  },
  wizard: {
    addApp: 'OAuthアプリを追加',
    steps: '手順',
    done: '、完了',
    leaveWithoutSaving: '保存せずに閉じますか。',
    discard: '破棄',
    keepGoing: '入力に戻る',
    whatLeavingDoes:
      'ここに入力した内容を破棄し、取り込んだ値をメモリから消去します。Oktaでは何も変わりません。',
  },
};
