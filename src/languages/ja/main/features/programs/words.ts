import type { words as english } from '../../../../../main/features/programs/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences about programs. */
export const words: typeof english = {
  approval: {
    question: {
      once: (program, label) => `${program}に${label}の使用を1回許可しますか。`,
      minutes: (program, label, minutes) => `${program}に${label}の使用を${minutes}分間許可しますか。`,
      'until-lock': (program, label) => `${program}に${label}の使用をロックまで許可しますか。`,
      always: (program, label) => `${program}に${label}の使用を常に許可しますか。`,
    },
    yes: {
      once: '今回だけ許可',
      minutes: (minutes) => `${minutes}分間許可`,
      'until-lock': 'ロックまで許可',
      always: '常に許可',
    },
    covers: {
      call: (call) => `この呼び出しだけ: ${call}`,
      readsForMinutes: (minutes, call) => `${minutes}分間のすべての読み取り。今回の要求: ${call}`,
      readsUntilLock: (call) => `ロックまでのすべての読み取り。今回の要求: ${call}`,
      changeForMinutes: (minutes, call) => `${minutes}分間のこの変更（回数の制限なし）: ${call}`,
      changeUntilLock: (call) => `ロックまでのこの変更（回数の制限なし）: ${call}`,
      readsAlways: (below, call) => `取り消すまで、${below}以下のすべての読み取り。今回の要求: ${call}`,
      changeAlways: (call) => `取り消すまで、この変更（回数の制限なし）: ${call}`,
    },
    always: {
      warning:
        'どのプログラムが起動しても、この内容のファイルが対象です。ファイルが変わると、Keyturnはもう一度確認します。',
      hash: (sha256) => `ファイルのSHA-256: ${sha256}`,
      changed: '常に許可した後で、このプログラムのファイルが変わりました。',
    },
    value: {
      question: (program, label) => `${program}に${label}の値を渡しますか。`,
      warning:
        'このプログラムと、そこから起動されるすべてのプログラムが、トークンそのものを受け取ります。動いている間は、ほかのプログラムもトークンを読めます。',
      yes: '今回だけ渡す',
    },
    process: (pid) => `プロセス${pid}。`,
    noProcess: 'システムからは、どのプログラムか分かりません。',
    facts: {
      org: (text) => `Org: ${text}`,
      path: (text) => `プログラムの場所: ${text}`,
      command: (text) => `コマンド: ${text}`,
      folder: (text) => `フォルダー: ${text}`,
      startedFrom: (text) => `起動元: ${text}`,
    },
    rules: {
      change: (label) => `プログラムが${label}でOktaを変更することを許可しますか。`,
      value: (label) => `プログラムが${label}の値を要求することを許可しますか。`,
      changeAndValue: (label) =>
        `プログラムが${label}でOktaを変更することと、その値を要求することを許可しますか。`,
      stillAsked: 'プログラムごとの確認は、引き続き行います。',
      yes: '許可',
    },
  },
  always: {
    tooMany: (most) => `1つのトークンで常に許可できるプログラムは、最大${number(most)}個です。`,
    revokeSome: '設定の「プログラム」で、いくつか取り消してください。',
    tooLong: '呼び出しまたはルールのパスが長すぎて、ダイアログに全体を表示できません。',
    chooseOther: '別の答えを選んでください。プログラムはまだ待っています。',
  },
  caller: {
    unnamed: 'このコンピューターのプログラム',
  },
  desk: {
    badPath: 'プログラム用のパスは、Okta APIのパスである必要があります。',
    writePath: '/api/v1/usersのように、1行に1件書いてください。ドット、空白、クエリは使えません。',
    notChanged: 'ルールは変更していません。',
    notWaiting: 'このプログラムは、もう答えを待っていません。',
    runAgain: 'もう一度実行すると、Keyturnが改めて確認します。',
    ended: 'この許可はすでに終わっています。',
    endedAfter: (program, calls) => `${program}の許可が終わりました（呼び出し${number(calls)}回）。`,
  },
  doorServer: {
    portTaken: (port) => `ポート${port}は別のプログラムが使っています。設定で別のポートを選んでください。`,
    cannotListen: (port, code) =>
      `ポート${port}で待ち受けできません（${code}）。設定で別のポートを選んでください。`,
    anothersAddress: 'このアドレスは別のプログラムのものです。',
    wentWrong: 'Keyturnの内部でエラーが発生しました。詳細はログにあります。',
  },
  execEnv: {
    javaOptions: (variable) => `${variable}の-Dokta…`,
  },
  execLine: {
    usage: '書式: keyturn exec [--app] [--value] [--no-masking] [NAME] -- COMMAND [ARGUMENT...]',
    noFlag: (flag, meant, hasValue) =>
      `execにオプション${flag}はありません。${meant === null ? '' : hasValue ? `オプション${meant}に値は付きません。` : `${meant}のことですか？`}コマンドのオプションは、ハイフン2つとコマンドの後に書きます。`,
    longDash: (word) =>
      `「${word}」は長いダッシュで始まっています。代わりにハイフン2つ（--）を入力してください。`,
    noName: (name) =>
      `「${name}」はトークンまたはOAuthアプリの名前ではありません。名前は、Keyturnの「プログラム」にあるアドレスの最後の部分です。`,
    noDashes: (command) =>
      `コマンド${command}の前にハイフン2つがありません。ないと、コマンドのオプションをKeyturnのオプションとして読んでしまいます。`,
    noCommand: '実行するコマンドがありません。',
  },
  execRelay: {
    notThere: 'Keyturnが応答しません。起動してロックを解除し、もう一度実行してください。',
  },
  execRun: {
    hidden: (names) => `代わりにこのトークンを渡すため、プログラムから隠したもの: ${names}。`,
    notThere:
      'Keyturnが応答しません。起動してロックを解除し、「プログラム」でトークンの使用を許可してください。',
    waiting: 'ウィンドウでの答えを待っています。',
    notKeyturn: 'Keyturnのポートで、別のプログラムが応答しています。',
    notFound: (command) => `プログラム${command}がありません。`,
    cannotRun: (command, code) => `${command}を実行できません（${code}）。`,
  },
  gate: {
    noPath: 'トークンの名前の後に、orgのAPIのパスが必要です。例: /name/api/v1/users',
    otherHost: (port) => `プログラムは、http://127.0.0.1:${port}でだけKeyturnを呼び出せます。`,
    browser: 'ブラウザーのページはトークンを使えません。',
    noMethod: (method) => `${method}はOkta APIのメソッドではありません。`,
    noName: 'パスはトークンの名前で始まる必要があります。例: /name/api/v1/users',
    otherMethod: 'クエリーが別のメソッドを指定しています。そのメソッドを直接使ってください。',
    unclear: 'サーバーがパスの一部を別のパスとして読む可能性があります。普通の形で書いてください。',
    shut: 'プログラムはこのトークンを使えません。Keyturnの「プログラム」で許可できます。',
    readsOnly: (method) =>
      `プログラムはこのトークンで読み取りだけができます。${method}は変更です。変更は、Keyturnの「プログラム」で許可できます。`,
    otherPath: (path) =>
      `プログラムはこのトークンで${path}を呼び出せません。Keyturnの「プログラム」で追加できます。`,
    valueByPost: '値はPOSTで要求する必要があります。',
    noValue:
      'プログラムはこのトークンの値を受け取れません。ほとんどのプログラムは、代わりにKeyturnを呼び出せます。値は、Keyturnの「プログラム」で許可できます。',
  },
  openCalls: {
    rules: 'この呼び出しの途中で、このトークンのプログラム用ルールが変更されたため、Keyturnが終了しました。',
    revoked: 'この呼び出しの途中で、許可が取り消されたため、Keyturnが終了しました。',
    locked: 'この呼び出しの途中で、Keyturnがロックされたため、Keyturnが終了しました。',
  },
  passing: {
    unknown:
      'Oktaが呼び出しを実行したかどうか、Keyturnには分かりません。再試行の前にOktaで確認してください。',
    wentWrong: 'Oktaの呼び出し中に、Keyturnの内部でエラーが発生しました。',
    notPassedOn: (status) => `Oktaは${status}で応答しましたが、Keyturnは応答を渡せませんでした。`,
    heldToken: (status) =>
      `Oktaは${status}で応答しました。応答にトークンそのものが含まれていたため、Keyturnは渡しませんでした。`,
  },
  programWords: {
    allowed: {
      once: (program) => `${program}を1回許可しました。`,
      minutes: (program, minutes) => `${program}を${minutes}分間許可しました。`,
      'until-lock': (program) => `${program}を次のロックまで許可しました。`,
      always: (program) => `${program}を常に許可しました。`,
    },
    denied: (program) => `${program}を拒否しました。`,
    alwaysReading: (program, paths, sha256) =>
      `${program}に、${paths}以下の読み取りを常に許可しました。ファイルのSHA-256: ${sha256}。`,
    alwaysChange: (program, call, sha256) =>
      `${program}に、次の変更を常に許可しました: ${call}。ファイルのSHA-256: ${sha256}。`,
    revoked: (path) => `${path}の「常に許可」を取り消しました。`,
    changed: (path) => `ファイル${path}が変わったため、「常に許可」が終わりました。`,
    givenValue: (program) => `${program}に値そのものを渡しました。`,
    withProcess: (name, pid) => `${name}（プロセス${pid}）`,
    withProcessAndPath: (name, pid, path) => `${name}（プロセス${pid}、${path}）`,
    shut: 'プログラムのアクセスをオフにしました。',
    rules: {
      read: (paths, perMinute) =>
        `許可したプログラムは、${paths}以下を読み取れます（1分間に${number(perMinute)}回まで）。`,
      change: (paths, perMinute) =>
        `許可したプログラムは、${paths}以下を読み取り、変更できます（1分間に${number(perMinute)}回まで）。`,
    },
    value: 'プログラムは値そのものを要求できます。',
  },
  profileRules: {
    reads: (file, method) =>
      `${file}により、プログラムはここでは読み取りだけができます。${method}は変更です。`,
    path: (file, path) => `${file}により、プログラムはここでは${path}を呼び出せません。`,
    withheld: (file) =>
      `${file}がここでのプログラムの操作を制限しているため、プログラムは値を受け取れません。`,
  },
  programFile: {
    notNamed: 'システムからプログラムが分からないため、「常に許可」は選べません。',
    notRead: 'このプログラムのファイルを読めなかったため、「常に許可」は選べません。',
    replaced:
      '実行中にこのプログラムのファイルが置き換えられたか削除されたため、「常に許可」は選べません。プログラムを起動し直してください。',
    tooLarge: 'このプログラムのファイルが512 MBを超えるため、「常に許可」は選べません。',
    interpreter:
      'このプログラムはスクリプトやコマンドラインの指示に従うため、ファイルからは動作が分かりません。「常に許可」は選べません。',
    noCommand:
      'このプログラムのコマンドラインを読めず、何を渡されて起動したかが分からないため、「常に許可」は選べません。',
    startedWithFile: (name: string) =>
      `このプログラムはファイルまたはフォルダー ${name} を指定して起動されました。その内容が動作を決める可能性があるため、「常に許可」は選べません。`,
    startedWithCode: (argument: string) =>
      `このプログラムは ${argument} を指定して起動されました。それが動作を決める可能性があるため、「常に許可」は選べません。`,
    startedWithInput:
      'このプログラムはファイルまたは別のプログラムを入力として読みます。それが動作を決める可能性があるため、「常に許可」は選べません。「< /dev/null」を付けて起動してください。',
  },
  reply: {
    fromKeyturn: (sentence) => `Keyturn: ${sentence}`,
  },
  visits: {
    valueByExecOnly: '値を渡すのはkeyturn execだけです。',
    unknownCaller: 'どのプログラムの呼び出しか分からないため、拒否しました。',
    otherAccount: '呼び出せるのは、Keyturnを使っている人のプログラムだけです。',
    tooManyAtOnce: (most) => `1つのプログラムが同時に行える呼び出しは${number(most)}件までです。`,
    readWithBody: 'GETとHEADに本文は付けられません。本文を外すか、別のメソッドを使ってください。',
    bodyTooLong: '本文が1メガバイトを超えています。',
    locked:
      '保管庫がロックされており、時間内にロック解除されませんでした。Keyturnでロックを解除し、もう一度実行してください。',
    deniedBefore: 'このプログラムは少し前に拒否されました。',
    denied: 'このプログラムは拒否されました。',
    tooManyWait: '答えを待っているプログラムが多すぎます。',
    nobodyAnswered: '時間内に答えがありませんでした。もう一度実行し、Keyturnで答えてください。',
    tooFast: (perMinute) =>
      `このトークンでプログラムが呼び出せるのは、1分間に${number(perMinute)}回までです。`,
    needsProof:
      'このアプリのorgはすべての呼び出しに所持証明（DPoP）を求めるため、プログラムはアクセストークンだけでは使えません。--valueなしで実行してください。Keyturnが呼び出しと証明を行います。',
    notRecorded: '記録を書き込めなかったため、プログラムに値を渡しませんでした。',
    noToken: (name) =>
      `${name}という名前のトークンまたはOAuthアプリはここにありません。それぞれのアドレスは、Keyturnの「プログラム」に表示されます。`,
    revoked: 'このトークンは失効しています。',
    unreadable: 'このトークンの値を復号できません。Keyturnでもう一度貼り付けてください。',
    asks: 'プログラムがトークンの使用を求めています。',
    asksWhileLocked:
      'プログラムがトークンの使用を求めています。答えるには、Keyturnのロックを解除してください。',
  },
};
