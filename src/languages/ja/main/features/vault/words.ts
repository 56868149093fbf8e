import type { words as english } from '../../../../../main/features/vault/words.ts';
import { countedWords } from '../../../../../shared/credential-counts.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences about opening, locking and backing up the vault. */
export const words: typeof english = {
  proof: {
    copyValue: '値をコピーする前に、本人であることを確認します。',
    copyPrivateKey: '秘密鍵をコピーする前に、本人であることを確認します。',
    handOver: '値を引き渡す前に、本人であることを確認します。',
    giveValue: 'プログラムに値を渡す前に、本人であることを確認します。',
    programs: 'プログラムへの許可を広げる前に、本人であることを確認します。',
    recoveryKey: '回復キーを作成する前に、本人であることを確認します。',
    backup: 'バックアップを保存する前に、本人であることを確認します。',
    exportTokens: 'トークンをエクスポートする前に、本人であることを確認します。',
    passcode: 'パスコードを設定する前に、本人であることを確認します。',
    systemProof: 'システムの確認をオンにする前に、本人であることを確認します。',
    newKey: '新しいデータキーを作成する前に、本人であることを確認します。',
  },
  wanted: {
    copyValue: '値をコピー',
    copyPrivateKey: '秘密鍵をコピー',
    handOver: '値を引き渡し',
    giveValue: 'プログラムに値を提供',
    programs: 'プログラムへの許可を拡大',
    recoveryKey: '回復キーを作成',
    backup: 'バックアップを保存',
    exportTokens: 'トークンをエクスポート',
    passcode: 'パスコードを設定',
    systemProof: 'ロック解除のたびにこの確認を要求',
    newKey: '新しいデータキーを作成',
  },
  nothingWaits: '本人確認を待っている操作はありません。',
  givePasscode: 'パスコードを入力してください。',
  givePassphrase: 'パスフレーズを入力してください。',
  askSystem: {
    'touch-id': 'Touch IDを使ってください。',
    polkit: 'アカウントのパスワードを入力してください。',
  },
  passcodeOrSystem: {
    'touch-id': 'パスコードを入力するか、Touch IDを使ってください。',
    polkit: 'パスコードまたはアカウントのパスワードを入力してください。',
  },
  systemProof: {
    on: {
      'touch-id': '今後、KeyturnはTouch IDで確認します。',
      polkit: '今後、Keyturnはアカウントのパスワードで確認します。',
    },
    off: '今後、システムは本人を確認しません。',
    askOff: '本人の確認をやめますか。',
    detailOff: '回復キーでKeyturnを開いたため、この操作ではシステムの確認を行いません。',
    yesOff: '確認をやめる',
    notOff: 'システムの確認を続けます。',
    onlyWayOut:
      'システムが本人を確認します。システムが確認できなくなった場合、パスコードがないと、回復キーでしかトークンを開けません。',
    makeWayOut: 'まず回復キーを作成するか、システムの確認をオフにしてください。',
  },
  doubt: {
    changed: {
      question: 'このバックアップは、保存後に変更されたか、壊れています。',
      detail: (opening) =>
        `この中のトークン${number(opening)}個は、まだ開けます。ほかにバックアップがない場合だけ復元してください。`,
      button: '開けるものを復元',
    },
    unsealed: {
      question: 'このバックアップは初期のKeyturnが保存したもので、封印がありません。',
      detail: (opening) =>
        `その後に変更されたかどうかは分かりません。この中のトークン${number(opening)}個を開けます。保管場所が確かな場合に復元してください。`,
      button: '復元する',
    },
  },
  passcode: {
    question: 'このパスコードをKeyturnに設定しますか。',
    detail: ((hasRecoveryKey: boolean): string =>
      hasRecoveryKey
        ? '今後、Keyturnはこのパスコードでだけ開きます。忘れた場合は、回復キーまたはバックアップが必要です。'
        : '今後、Keyturnはこのパスコードでだけ開きます。回復キーがないため、忘れた場合は、保存したバックアップが必要です。') as typeof english.passcode.detail,
    button: 'パスコードを設定',
    none: 'パスコードは設定していません。',
  },
  passphraseAnew: {
    question: 'このパスフレーズをKeyturnに設定しますか。',
    detail:
      '今後、Keyturnはこのパスフレーズでだけ開きます。忘れた場合は、回復キーまたはバックアップが必要です。',
    button: 'パスフレーズを設定',
    none: 'パスフレーズは変更していません。',
  },
  newKey: {
    question: 'Keyturnの新しいデータキーを作成しますか。',
    detail:
      'Keyturnは保管庫の内容をすべて新しいデータキーで暗号化し、以前の毎日のバックアップを削除します。以前の回復キーは使えなくなります。',
    button: 'データキーを作成',
    none: '新しいデータキーは作成していません。',
    noted: '新しいデータキーを作成し、すべてを暗号化しました。',
  },
  newKeyAnyway: {
    question: (unreadable) => `保管庫の値${number(unreadable)}個を、現在開けません。`,
    detail:
      '新しいデータキーにすると、これらは読めないままになります。これらが残っている可能性のある毎日のバックアップも、Keyturnが削除します。必要な場合は、先に毎日のバックアップを復元してください。',
    button: 'それでも作成',
  },
  carrying: {
    notProved: '書き込む内容を、正しく開けませんでした。',
    tryAgain: 'もう一度試してください。',
    newerVersion: 'このファイルは、新しいバージョンのKeyturnが書き込んだものです。',
    installNewer: '先に新しいバージョンをインストールしてください。',
    noTokens: 'このファイルは開けますが、Keyturnのトークンが入っていません。',
    chooseExported: 'Keyturnがエクスポートしたファイルを選んでください。',
    noOrg: 'このファイルのトークンまたはアプリのorgが、ファイルの中にありません。',
    exportAgain: 'トークンをエクスポートし直してください。',
  },
  dailyBackups: {
    notMade: '今日のバックアップを作成できませんでした。',
    backUpAgain: 'もう一度バックアップしてください。原因はログにあります。',
  },
  record: {
    opened: (keptIn) => `ロックを解除しました（${keptIn}）。`,
    passcodeChanged: 'パスコードを変更しました。',
    passcodeChosen: 'パスコードを設定しました。',
    passcodeRemoved: 'パスコードを削除しました。キーリングだけで保管庫が開きます。',
    passphraseChanged: 'パスフレーズを変更しました。',
    recoveryKeyMade: '回復キーを作成しました。以前の回復キーは使えません。',
    recovered: '回復キーで開きました。',
    backupSaved: (tokens, file) => `トークン${number(tokens)}個のバックアップを${file}に保存しました。`,
    restored: (file) => `${file}からバックアップを復元しました。`,
    exported: (counts, file) => `${countedWords(counts)}を${file}にエクスポートしました。`,
    imported: (counts, file) => `${countedWords(counts)}を${file}からインポートしました。`,
    backupRead: (day, tokens) => `${day}のバックアップを読みました。トークン${number(tokens)}個を開けます。`,
    dailyRestored: (day) => `${day}のバックアップを復元しました。`,
    startedOver: (oldFile) => `最初からやり直しました。古いファイルは${oldFile}として残しています。`,
  },
  files: {
    saveBackup: 'トークンのバックアップを保存',
    openBackup: 'バックアップを開く',
    exportTokens: '別のコンピューター用にトークンをエクスポート',
    importTokens: 'トークンをインポート',
  },
};
