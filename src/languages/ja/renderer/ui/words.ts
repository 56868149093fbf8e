import type { words as english, shared as englishShared } from '../../../../renderer/ui/words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of the words that many features use. */
export const shared: typeof englishShared = {
  cancel: 'キャンセル',
  copy: 'コピー',
  close: '閉じる',
  restoreBackup: 'バックアップを復元',
  addToken: 'トークンを追加',
  tryDemo: 'デモのorgで試す',
  testAll: 'すべてテスト',
  showFolder: 'フォルダーを表示',
  copyFor30s: '30秒間コピー',
  tryAgain: '再試行',
  passphrase: 'パスフレーズ',
  passcode: 'パスコード',
  curtain:
    'このロックでは保護されません。このコンピューターを使える人なら、だれでも1クリックで開けます。保護するには、「設定」でパスコードを設定してください。',
  recoveryKey: '回復キー',
  useRecoveryKey: '回復キーを使う',
  test: 'テスト',
  notYet: '今はしない',
  token: 'トークン',
  testTheToken: 'トークンをテスト',
  commandPalette: 'コマンドパレット',
  filterTokens: 'トークンの絞り込み',
  copyValue: '値をコピー',
  lock: 'ロック',
  help: 'ヘルプ',
  undo: '元に戻す',
  whatsNew: '新機能',
  restartToUpdate: '再起動して更新',
  keyboardShortcuts: 'キーボードショートカット',
  settings: '設定',
  tokens: 'トークン',
  overview: '概要',
  upcoming: '今後の予定',
  inventory: 'インベントリ',
  tasks: 'タスク',
  findInFiles: 'ファイル内検索',
  activity: 'アクティビティ',
};

/** The Japanese of the words that the first screen needs. */
export const words: typeof english = {
  keys: {
    ctrl: 'Ctrl',
    shift: 'Shift',
  },
  dailyChoices: {
    dailyBackups: '毎日のバックアップ',
    timeAndSize: (time, kilobytes) => `${time}、${number(kilobytes)} KB`,
    restore: (day) => `${day}を復元`,
    askRestore: (day) => `${day}のバックアップを復元しますか。`,
    restoreIt: '復元する',
    nothingIsDeleted:
      '現在のトークンを、その日のトークンで置き換えます。Keyturnは何も削除しません。現在のファイルは別の名前で新しいファイルの隣に残します。',
    restored: (day, tokens) => `${day}から復元しました: トークン${number(tokens)}個。`,
    restoredBeside: (day, tokens, file) =>
      `${day}から復元しました: トークン${number(tokens)}個。以前のファイルは${file}として残しています。`,
  },
  recoveryKeyShown: {
    writeThisDown: '書き留めてください',
    whatKeyOpens:
      'この回復キーと保管庫のファイルがあれば、だれでもトークンを開けます。回復キーはこのコンピューターから離れた場所に保管してください。',
    writtenDown: '書き留めました',
    done: '完了',
  },
  passcodeDialog: {
    choose: 'パスコードを設定',
    choosePasscode: 'パスコードを設定',
    change: 'パスコードを変更',
    changePasscode: 'パスコードを変更',
    anew: '新しいパスコードを設定',
    remove: 'パスコードを削除',
    removePasscode: 'パスコードを削除',
    typePresent: '現在のパスコードを入力してください。',
    typeNew: '新しいパスコードを入力してください。',
    differ: '2つの新しいパスコードが一致しません。2つ目を入力し直してください。',
    withoutOne:
      'パスコードがないと、ロックだけでは保護されません。このコンピューターを使える人なら、だれでも1クリックで開けます。',
    bothOpen: 'パスコードとキーリングの両方がそろうと、トークンを開けます。片方だけでは開けません。',
    keyOpens: 'パスコードを忘れても、回復キーでトークンを開けます。',
    noKey:
      '回復キーがありません。パスコードを忘れると、保存したバックアップでしかトークンを開けません。設定で回復キーを作成してください。',
    presentPasscode: '現在のパスコード',
    newPasscode: '新しいパスコード',
    newPasscodeAgain: '新しいパスコード（再入力）',
    pinOrPassphrase: '6桁以上のPIN、または4〜5語のパスフレーズ。',
    notNow: '後で',
  },
  proof: {
    proveIt: '本人確認',
    bySystem: { 'touch-id': 'Touch IDを使う', polkit: 'このアカウントのパスワードを使う' },
    giveYourPasscode: 'パスコードを入力',
    giveYourPassphrase: 'パスフレーズを入力',
    typeYourPasscode: 'パスコードを入力してください。',
    typeYourPassphrase: 'パスフレーズを入力してください。',
    continue: '続ける',
  },
  waitNote: {
    tooMany: (clock) => `入力の誤りが多すぎます。${clock}後に次の入力を受け付けます。`,
  },
  newPassphrase: {
    tooShort: '8文字以上にしてください。複数の語を並べると覚えやすくなります。',
    differ: '2つのパスフレーズが一致しません。2つ目を入力し直してください。',
    passphraseAgain: 'パスフレーズ（再入力）',
    nobodyCanRecover: '互いに関係のない4〜5語。忘れた場合、だれにも取り戻せません。',
  },
  restoreDialog: {
    restored: (tokens) => `復元しました: トークン${number(tokens)}個。`,
    restoredAndKept: (tokens, oldFile) =>
      `復元しました: トークン${number(tokens)}個。以前の保管庫は${oldFile}として残しています。`,
    whatRestoringDoes:
      '現在のトークンを、バックアップのトークンで置き換えます。Keyturnは何も削除しません。現在のファイルは別の名前で新しいファイルの隣に残します。',
    passphraseOfBackup: 'バックアップのパスフレーズ',
    fileComesNext: '次に、バックアップファイルを選びます。',
    chooseBackupFile: 'バックアップファイルを選ぶ',
  },
};
