import type { words as english } from '../../../../main/vault/words.ts';
import { number } from '../../../../shared/plural.ts';

const systemKeyring = 'システムのキーリング';
const chooseFile = '別のファイルを選んでください。';
const notAFile = 'Keyturnが読めるファイルではありません。フォルダー、デバイス、またはパイプかもしれません。';
const empty = 'このファイルは空です。クラウドサービスがまだダウンロードしていないのかもしれません。';
const download = 'ファイルをダウンロードし、選び直してください。';
const choosePlace = '別の場所を選んでください。';
const installNewer = '先に新しいバージョンをインストールしてください。';
const newerBackup = 'このバックアップは、新しいバージョンのKeyturnが書き込んだものです。';
const tryAgain = 'もう一度試してください。';
const nothingChanged = '何も変更していません。';
const startKeyring = 'キーリングのロックを解除するか起動し、もう一度試してください。';
const notThisKey = 'この保管庫の回復キーではありません。';
const nothingProved = '本人であることは確認できていません。';

/** The Japanese of the sentences of the vault. */
export const words: typeof english = {
  ageFile: {
    notAge: 'ageファイルではありません。',
    chooseAge: 'Keyturnまたはageが暗号化したファイルを選んでください。',
    noPassphrase: 'このageファイルはパスフレーズで暗号化されていないか、先頭が変更されています。',
    encryptAgain: 'パスフレーズで暗号化し直すか（age --passphrase）、別のファイルを選んでください。',
    empty,
    download,
    isBackup: 'このファイルは、Keyturnのバックアップなどのデータベースで、ageファイルではありません。',
    restoreIt: 'バックアップは「バックアップを復元」で復元するか、ageファイルを選んでください。',
    notAFile,
    unreadable: 'このファイルを読めません。',
    chooseFile,
    wrongPassphrase: 'このファイルのパスフレーズではありません。',
    tryAgain: `${tryAgain}${nothingChanged}`,
    tooMuchWork: 'このファイルを開くには、Keyturnの上限を超える計算が必要です。',
    lessWork: 'ワークファクターを20以下にして、暗号化し直してください。',
    changed: 'このファイルは途中で切れているか変更されているため、何も取り込んでいません。',
    copyAgain: 'コピーし直すか、別のファイルを選んでください。',
  },
  otherFile: {
    packed: {
      sentence: '.zipや.gzなどの圧縮ファイルです。',
      remedy: '展開し、中のファイルを選んでください。',
    },
    page: {
      sentence: 'ファイルの代わりに保存されたサインインページなどの、Webページです。',
      remedy: 'そこでサインインし、ファイルをもう一度ダウンロードしてください。',
    },
    passwords: {
      sentence: 'KeePassやBitwardenなどのパスワードマネージャーのファイルです。Keyturnでは読めません。',
      remedy:
        'Keyturnで保存したファイルを選んでください。パスワードマネージャーのトークンは「トークンを追加」で追加してください。',
    },
    beside: {
      sentence: 'macOSが元のファイルの横に作ったファイルで、名前が「._」で始まります。',
      remedy: '名前に「._」のないファイルを選んでください。',
    },
    encoded: {
      sentence: 'メールの添付ファイルのテキスト形式（base64）です。',
      remedy: 'メールプログラムから添付ファイルを保存し直して、選んでください。',
    },
    blank: {
      sentence:
        'ゼロだけのファイルです。コピーやダウンロードが終わっていないか、ディスクの内容が失われています。',
      remedy: 'もう一度コピーまたはダウンロードしてください。',
    },
  },
  backup: {
    diskFull: 'ディスクに空きがないため、バックアップを保存できませんでした。',
    freeSpace: '空きを増やすか、別の場所を選んでください。',
    mayNotWrite: 'そこに書き込む権限がないため、バックアップを保存できませんでした。',
    notWritten: 'そこに書き込めなかったため、バックアップを保存できませんでした。',
    choosePlace,
    notProved: 'バックアップを保存できませんでした。書き込んだ内容を開き直せなかったため、削除しました。',
    tryOrChoosePlace: 'もう一度試すか、別の場所を選んでください。',
    notAFile,
    empty,
    download,
    isAge:
      'ageファイルで、バックアップではありません。ageファイルには、別のコンピューターのトークンがあります。',
    importIt: '設定の「トークンをインポート」でインポートするか、バックアップを選んでください。',
    unreadable: 'このファイルを読めません。',
    chooseFile,
    changed: 'このバックアップは、保存後に変更されたか壊れているため、何も復元していません。',
    chooseBackup: '別のバックアップを選んでください。',
    unsealed:
      'このバックアップは初期のKeyturnが保存したもので、封印がありません。その後に変更されたかどうか分からないため、何も復元していません。',
    chooseOrLook: '別のバックアップを選ぶか、これを復元してトークンを確認してください。',
    isVault: 'バックアップではなく保管庫のファイルのため、パスフレーズでは開けません。',
    chooseBackupFile: 'バックアップファイルを選んでください。',
    wrongPassphrase: 'このバックアップのパスフレーズではありません。',
    tryAgain: `${tryAgain}${nothingChanged}`,
    newerVersion: newerBackup,
    installNewer,
    noBackup: 'Keyturnのバックアップではないか、壊れています。',
  },
  dailyBackup: {
    noSuchDay: 'その日のバックアップはありません。',
    chooseOther: '別の日を選んでください。',
    notMade: {
      'disk-full': {
        sentence: 'ディスクに空きがないため、今日のバックアップを作成できませんでした。',
        remedy: '空きを増やし、もう一度バックアップしてください。',
      },
      'read-only': {
        sentence:
          '保管庫の隣のフォルダー「backups」に書き込む権限がないため、今日のバックアップを作成できませんでした。',
        remedy: 'アカウントに書き込み権限を与え、もう一度バックアップしてください。',
      },
      damaged: {
        sentence:
          '今日のバックアップを作成できませんでした。書き込んだ内容を開き直せなかったため、削除しました。',
        remedy: '別の場所にバックアップを保存し、ディスクを確認してください。',
      },
      other: {
        sentence: 'ディスクに書き込めなかったため、今日のバックアップを作成できませんでした。',
        remedy: '保管庫の隣のフォルダー「backups」を確認し、もう一度バックアップしてください。',
      },
    },
    newerVersion: newerBackup,
    installNewer,
    damaged: 'このバックアップは壊れているかなくなっているため、何も変更していません。',
    chooseDay: '別の日のバックアップを選んでください。',
    noKey: 'このコンピューターの鍵では、現在このバックアップを開けないため、何も変更していません。',
    unlockKeyring:
      'システムのキーリングのロックを解除してもう一度試すか、別の日のバックアップを選んでください。',
  },
  failedAttempts: {
    waitSeconds: (seconds) => `入力の誤りが多すぎるため、${seconds}秒間は入力を受け付けません。`,
    waitMinutes: (minutes) => `入力の誤りが多すぎるため、${minutes}分間は入力を受け付けません。`,
    wait: '待つか、回復キーを使ってください。',
  },
  fileTrouble: {
    diskFull: 'ディスクに空きがないため、何も変更していません。',
    freeSpace: '空きを増やし、もう一度試してください。',
    mayNotWrite: 'Keyturnのフォルダーに書き込めないため、何も変更していません。',
    givePermission: 'アカウントにフォルダーへの書き込み権限を与え、もう一度試してください。',
    damaged: 'トークンのファイルの、必要な部分が壊れています。',
    saveWhatOpens: 'まだ開けるもののバックアップを保存してからKeyturnを終了し、ディスクを確認してください。',
    inUse: '別のプログラムが、トークンのファイルを使っています。',
    closeIt: 'そのプログラムを閉じ、もう一度試してください。',
    movedAway:
      'Keyturnが開いている間に、トークンのファイルまたはそのログが移動または削除されたため、何も変更していません。',
    putBack:
      '終了する前に、設定でバックアップを保存してください。その後、ファイルを元の場所に戻すか、バックアップを復元してください。',
  },
  keptIn: {
    passphrase: 'パスフレーズ',
    withPassphrase: 'このコンピューターでパスフレーズにより暗号化',
    session: 'このセッションのみ',
    inMemory: 'メモリのみ（Keyturnの終了まで）',
    withKeyring: (keyring) => `このコンピューターで${keyring}により暗号化`,
  },
  keyRenewal: {
    openedAgain: 'その間に、保管庫がもう一度開かれました。',
    onlySession: 'このセッションの間だけ保管するトークンの鍵は、ディスクにありません。',
    choosePasscode:
      '回復キーで保管庫を開きました。先に新しいパスコードまたはパスフレーズを設定してください。',
    keyringSilent: 'システムのキーリングが応答しないため、新しいデータキーを作成できませんでした。',
    startKeyring,
    cancelled: '新しいデータキーは作成していません。',
  },
  passcodeLock: {
    noKeyring: 'パスコードにはキーリングが必要ですが、この保管庫にはありません。',
  },
  passcodeStrength: {
    tooShort: 'このPINは短すぎます。6桁以上必要です。',
    run: 'このPINは推測されやすいものです。数字が連続しているか、すべて同じです。',
    twoDigits: 'このPINは推測されやすいものです。数字が2種類しかありません。',
    repeats: 'このPINは推測されやすいものです。同じ並びの繰り返しです。',
    date: 'このPINは推測されやすいものです。日付の可能性があります。',
    chooseOther: '別の数字またはパスフレーズを選んでください。',
  },
  passphraseLock: {
    noPassphrase: 'この保管庫にパスフレーズはありません。',
  },
  passphraseStrength: {
    easy: (why) => `このパスフレーズは推測されやすいものです。${why}`,
    useWords: '互いに関係のない4〜5語を使ってください。',
  },
  problems: {
    tokens: (count) => (count === null ? 'トークン' : `トークン${count}個`),
    'keyring-locked': {
      sentence: (tokens) =>
        `システムのキーリングがロックされているか動いていないため、現在${tokens}を開けません。`,
      remedy: `${startKeyring}ファイルはそのままです。`,
    },
    'key-lost': {
      sentence: (tokens) =>
        `保管庫を開く鍵がシステムのキーリングにないため、${tokens}を開けません。キーリングがリセットされたか、このプロファイルが別のコンピューターのものです。`,
      remedy:
        '回復キーで開くか、バックアップを復元するか、最初からやり直してください。古いファイルはそのまま残します。',
    },
    'key-wrong': {
      sentence: (tokens) => `キーリングから届いた鍵は別の保管庫のものなので、${tokens}を開けません。`,
      remedy: `正しいファイルを戻すか、回復キーで開くか、バックアップを復元するか、最初からやり直してください。${nothingChanged}`,
    },
    'newer-version': {
      sentence: () => '新しいバージョンのKeyturnが書き込んだ保管庫のため、このバージョンでは開きません。',
      remedy: '新しいバージョンをインストールしてください。ファイルはそのままです。',
    },
    damaged: {
      sentence: () => 'トークンのファイルが壊れており、開けません。',
      remedy: 'バックアップを復元するか、最初からやり直してください。壊れたファイルは残します。',
    },
    'read-only': {
      sentence: () => 'Keyturnのフォルダーに書き込めないため、何も安全に保管できません。',
      remedy: `アカウントにフォルダーへの書き込み権限を与え、もう一度試してください。${nothingChanged}`,
    },
    'disk-full': {
      sentence: () => 'ディスクに空きがないため、何も安全に保管できません。',
      remedy: `空きを増やし、もう一度試してください。${nothingChanged}`,
    },
    'not-a-vault': {
      sentence: () => '保管庫の場所にあるファイルは、Keyturnの保管庫ではありません。',
      remedy:
        '正しいファイルを戻すか、バックアップを復元するか、最初からやり直してください。このファイルは新しいファイルの隣に残します。',
    },
    'in-use': {
      sentence: () => '別のプログラム（別のKeyturnの可能性があります）が、トークンのファイルを使っています。',
      remedy: `そのプログラムを閉じ、もう一度試してください。${nothingChanged}`,
    },
    ownFile: 'バックアップではなく、Keyturn自身のファイルです。',
    chooseFileOrName: '別のファイルまたは名前を選んでください。',
    nothingChanged,
    wrongPassphrase: 'この保管庫のパスフレーズではありません。',
    wrongPasscode: 'この保管庫のパスコードではありません。',
    tryAgain,
    checkRecoveryKey:
      '書き留めたものと1文字ずつ比べてください。大文字と小文字、空白、ダッシュの違いは無視します。',
    keyringSilent: 'システムのキーリングが応答しないため、パスコードを確認できませんでした。',
    startKeyring,
  },
  recoveryKey: {
    noneMade: `${notThisKey}この保管庫の回復キーは作成されていません。`,
    ofAnother: `${notThisKey}別の保管庫のものか、新しい回復キーに置き換えられたものです。`,
    strangeLetter: (letter) => `${notThisKey}回復キーに「${letter}」は使われません。`,
    missing: (count) => `${notThisKey}${number(count)}文字足りません。`,
    tooMany: (count) => `${notThisKey}${number(count)}文字多すぎます。`,
    slip: `${notThisKey}書き誤りがあります。`,
  },
  removals: {
    over: '元に戻せる時間が過ぎました。',
    addAgain: 'もう一度追加してください。',
    placeTaken: 'その間にもう一度追加されたため、重ねて元に戻しませんでした。',
  },
  systemProof: {
    reasons: {
      unlock: 'トークンのロックを解除',
      switchOn: 'ロック解除のたびにこの確認を要求',
      switchOff: 'この確認を停止',
    },
    answers: {
      cancelled: {
        'touch-id': `Touch IDがキャンセルされました。${nothingProved}`,
        polkit: `パスワードのダイアログが閉じられました。${nothingProved}`,
      },
      refused: {
        'touch-id': `Touch IDがキャンセルされたか、認識されませんでした。${nothingProved}`,
        polkit: `システムがパスワードを受け付けませんでした。${nothingProved}`,
      },
      'timed-out': {
        'touch-id': `2分以内にTouch IDの応答がありませんでした。${nothingProved}`,
        polkit: `2分以内にパスワードが入力されませんでした。${nothingProved}`,
      },
      'no-agent': {
        'touch-id': `システムが確認のダイアログを表示できません。${nothingProved}`,
        polkit: `パスワードを求めるpolkitエージェントが、このデスクトップで動いていません。${nothingProved}`,
      },
      unavailable: {
        'touch-id': '現在Touch IDを使えません。Keyturnは、確認なしでは続けません。',
        polkit: 'システムは現在パスワードを求めることができません。Keyturnは、確認なしでは続けません。',
      },
    },
    tryOrPasscode: 'もう一度試すか、パスコードを入力してください。',
    tryOrLock:
      'もう一度試してください。システムが確認できなくなった場合は、Keyturnをロックし、回復キーを使ってください。',
    tryOrRecoveryKey: 'もう一度試すか、回復キーを使ってください。',
    asksAlready: 'システムの確認がすでに表示されています。',
    answerThat: '先にそれに答えてください。',
    noKeyring: 'システムの確認にはキーリングが必要ですが、この保管庫にはありません。',
    cannotAsk: 'このシステムは本人を確認できないため、オンにしていません。',
    isOff: 'システムの確認はオフです。',
    noWayOut: 'システムが確認できなくなると、トークンを開く方法がなくなります。',
    makeWayOut: '先に回復キーを作成するか、パスコードを設定してください。',
  },
  vaultBackups: {
    onlySession: 'このセッションの間だけ保管するトークンに、バックアップはありません。',
  },
  vaultState: {
    locked: 'Keyturnはロックされています。',
    unlock: 'ロックを解除し、もう一度試してください。',
  },
  vault: {
    noRecoveryKey: 'このセッションの間だけ保管するトークンに、回復キーはありません。',
    sessionWouldBeLost: '今復元すると、このセッションの間だけ保管しているトークンが失われます。',
    cannotReplace: '現在、このファイルをバックアップで置き換えられません。',
    opens: '保管庫を開けるため、Keyturnはそのままにします。',
    mustStay: 'このファイルは、今の場所に置いておく必要があります。',
    systemKeyring,
  },
  wrappings: {
    damaged: 'ファイルの、パスフレーズに関する部分が壊れているため、どのパスフレーズでも開けません。',
    useOther: '回復キーまたはバックアップを使ってください。',
    systemKeyring,
  },
};
