import type { words as english } from '../../../../renderer/programs/words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  alwaysList: {
    alwaysAllowed: '常に許可',
    none: 'プログラムはありません。プログラムが要求したときに、「このプログラムは常に許可」を選べます。',
    reads: (paths) => `${paths}以下を読み取る`,
    changes: (call) => `${call}で変更する`,
    of: (label) => `${label}を使用`,
    hash: (start) => `SHA-256 ${start}…`,
    since: (day) => `${day}から`,
    lastUsed: (time) => `最後の使用: ${time}`,
    notUsed: 'それ以来、未使用',
    changed: (day) =>
      `ファイルが変わりました。Keyturnは${day}にこれを検出し、このプログラムについて改めて確認します。`,
    revoke: '取り消す',
    revokeNamed: (name, label) => `取り消す: ${name}、${label}`,
  },
  askDialog: {
    asksFor: '要求内容',
    theValueItself: '値そのもの（下のコマンド用）',
    times: (method, path, calls) => `${method} ${path}、${number(calls)}回`,
    org: 'Org',
    runsFrom: 'プログラムの場所',
    command: 'コマンド',
    inFolder: 'フォルダー',
    startedFrom: '起動元',
    programAsksForToken: 'プログラムがトークンを要求しています',
    askGiveValue: (name, label) => `${name}に${label}の値を渡しますか。`,
    askLetUse: (name, label) => `${name}に${label}の使用を許可しますか。`,
    programNotKnown: 'システムからは、どのプログラムか分かりません。',
    getsValue: (pid) =>
      `プロセス${pid}。このプログラムと、そこから起動されるすべてのプログラムが、トークンそのものを受け取ります。それらが動いている間は、ほかのプログラムもトークンを読めます。`,
    getsAnswers: (pid) =>
      `プロセス${pid}。プログラムはOktaの応答を受け取ります。トークンを受け取ることはありません。`,
    startedBy: 'これを起動したプログラム',
    onceOrReads:
      '「今回だけ許可」の対象は、この呼び出しだけです。より長い許可の対象は、このプログラムによるすべての読み取りで、変更は含みません。',
    onceOrThisChange:
      '「今回だけ許可」の対象は、この呼び出しだけです。より長い許可の対象はこの変更だけで、回数の制限はありません。',
    moreWaiting: (more) => `ほかに${number(more)}件の呼び出しが待っています。`,
    deny: '拒否',
    giveItOnce: '今回だけ渡す',
    allowUntilLock: 'ロックまで許可',
    allowMinutes: '15分間許可',
    allowOnce: '今回だけ許可',
    allowAlways: 'このプログラムは常に許可',
    alwaysReads:
      '「常に許可」の対象は、ルールのパス以下でこのプログラムが行う読み取りです。ロック後も続きます。設定で取り消すか、プログラムのファイルが変わると終わります。',
    alwaysThisChange:
      '「常に許可」の対象は、この変更です。ロック後も続きます。設定で取り消すか、プログラムのファイルが変わると終わります。',
    fileChanged: '常に許可した後でこのプログラムのファイルが変わったため、Keyturnは改めて確認します。',
  },
  connectCard: {
    connect: 'ツールを接続',
    whatItIs:
      '各ツールに必要なもの、最小のロールとスコープ、コピーする行、最初の呼び出しが届いたことの確認を示します。',
    tools: 'ツール',
  },
  toolPage: {
    back: 'すべてのツール',
    needs: '必要なもの',
    role: '最小のロール',
    oauth: 'OAuthを使う場合',
    linesOf: (name) => `コピー: ${name}`,
    of: {
      token: {
        where: '値の場所',
        whereIs: {
          'stays in Keyturn': 'Keyturnの中にとどまります。ツールはOktaの応答を受け取ります。',
          'goes to the program': '起動のたびに許可すると、このコンピューターのプログラムに渡ります。',
          'leaves this computer':
            'このコンピューターの外に出ます。外ではKeyturnが値を守れないため、このツール専用のトークンを作成してください。',
        },
        notYet: 'プログラムはまだこのトークンを使えません。上でプログラムのアクセスを有効にしてください。',
        valueNotYet:
          'プログラムはまだ値を要求できません。上のルールを変更してください。その後は、起動のたびにKeyturnが確認します。',
      },
      app: {
        where: '鍵',
        whereIs: {
          'stays in Keyturn':
            '鍵とアクセストークンはKeyturnの中に残ります。ツールはOktaの応答を受け取ります。',
          'goes to the program':
            '起動のたびに許可すると、アクセストークンがこのコンピューターのプログラムに渡ります。1時間で期限切れになります。',
          'leaves this computer':
            'コピーしたものはこのコンピューターの外に出ます。そこではKeyturnは鍵を守れません。このツール専用のアプリを作成してください。',
        },
        notYet: 'プログラムはまだこのアプリを使えません。上でプログラムのアクセスをオンにしてください。',
        valueNotYet:
          'プログラムはまだアクセストークンを要求できません。上でルールを変更すると、起動のたびにKeyturnが確認します。',
      },
    },
    scopes: 'このアプリのスコープ',
    jobNotKnown: 'このアプリの用途はまだ分かりません。「アクセス」タブで選んでください。',
    privateKey: '秘密鍵',
    whatCopyKeyDoes: '鍵はローテーションするまで使えます。Keyturnは30秒後にクリップボードを消去します。',
    copies: {
      key: '秘密鍵をコピー',
      terraform: '秘密鍵を含むproviderブロックをコピー',
      sdk: '秘密鍵を含むokta.yamlをコピー',
    },
    value: '値',
    copyValue: '値をコピー',
    whatCopyDoes: 'Keyturnは30秒後にクリップボードを消去します。',
    sources: '出典',
  },
  firstCall: {
    arrived: '最初の呼び出しの確認',
    howItWorks: {
      token:
        'Keyturnは最初の呼び出しを、プログラムの呼び出しの中から探し、System Logも10秒ごとに調べます。Oktaは変更と拒否した呼び出しを記録しますが、ほとんどの読み取りは記録しません。',
      app: 'Keyturnは最初の呼び出しを、プログラムの呼び出しの中と、10秒ごとにSystem Logで探します。Oktaは、アプリが得たアクセストークンをすべて記録します。',
    },
    look: '最初の呼び出しを探す',
    stop: '中止',
    waiting: '最初の呼び出しを待っています。',
    waitingWhy: (why) => `最初の呼び出しを待っています。${why}`,
    throughKeyturn: (program, call, time) =>
      `届きました: ${time}に、${program}がKeyturn経由で${call}を呼び出しました。`,
    inLog: (type, time, address, agent) =>
      `届きました: System Logに${time}の${type}があります。送信元は${address}、ユーザーエージェントは${agent}です。`,
    cannotTell: (why) => `KeyturnはSystem Logを読めません。${why}`,
    nothingCame:
      '10分間、呼び出しが届きませんでした。ツールのメッセージを確認してから、もう一度探してください。',
  },
  doorCard: {
    forPrograms: 'プログラム用',
    letPrograms: 'トークンを渡さずにプログラムに使わせる',
    how: {
      token: (orgHost) =>
        `プログラムは${orgHost}の代わりに、このコンピューターのKeyturnを呼び出します。許可すると、Keyturnがトークンを付けて送り、Oktaの応答をそのまま返します。値はKeyturnの中にとどまります。`,
      app: (orgHost) =>
        `プログラムは${orgHost}の代わりに、このコンピューターのKeyturnを呼び出します。許可すると、Keyturnがアクセストークンを付け、アプリが求める場合は証明も付けて送り、Oktaの応答をそのまま返します。鍵とアクセストークンはKeyturnの中にとどまります。`,
    },
    address: 'アドレス',
    tryIt: '試す',
    examples: { token: '/api/v1/users/me', app: '/api/v1/users' },
    curl: (address, path) => `curl ${address}${path}`,
    run: '実行',
    exec: (alias) => `keyturn exec ${alias} -- your-program`,
    execValue: (alias) => `keyturn exec --value ${alias} -- your-program`,
    copy: (name) => `コピー: ${name}`,
  },
  doorLists: {
    allowedNow: '現在の許可',
    noProgramAllowed: 'プログラムはありません。各プログラムの最初の呼び出しで、Keyturnが確認します。',
    reading: '読み取り',
    from: (startedFrom) => `起動元: ${startedFrom}`,
    calls: (calls) => `呼び出し${number(calls)}回`,
    untilLock: 'ロックまで',
    until: (time) => `${time}まで`,
    endNamed: (name) => `終了: ${name}`,
    end: '終了',
    lastCalls: '最近の呼び出し',
    noCalls: 'Keyturnのロック解除以降、呼び出しはありません。',
    time: '時刻',
    program: 'プログラム',
    call: '呼び出し',
    answer: '応答',
    answerIn: (status, ms) => `${status}、${number(ms)} ms`,
  },
  doorRules: {
    readingOnly: '読み取りのみ（GET）',
    readingAndChanges: '読み取りと変更',
    rulesWithValue: (access, paths, perMinute) =>
      `${access}。対象は${paths}以下、1分間に最大${number(perMinute)}回。プログラムは値そのものを要求できます。`,
    rules: (access, paths, perMinute) => `${access}。対象は${paths}以下、1分間に最大${number(perMinute)}回。`,
    programsMayDo: 'プログラムに許す操作',
    whatChangesAre: '変更とは、GETとHEAD以外のメソッドです。プログラムごとの確認は引き続き行います。',
    paths: 'パス（1行に1件）',
    whatPathsDo: '呼び出しは、このいずれかで始まる必要があります。例: /api/v1/users',
    callsAMinute: '1分間の呼び出し回数',
    whatLimitDoes: '上限は全プログラムの合計です。超えた呼び出しには、待つように返します。',
    mayAskForValue:
      'Keyturnを呼び出せないプログラムに、値そのものの要求を許します。毎回Keyturnが確認します。',
    askedAgain: '変更後は、許可済みの各プログラムについてKeyturnが改めて確認します。',
    keepTheseRules: 'ルールを保存',
  },
};
