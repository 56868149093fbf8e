import type { words as english } from '../../../../main/platform/words.ts';

const withScreenLock = '画面のロックまたはスクリーンセーバーが始まると、ロックします。';

/** The Japanese of the system's own parts (menu, tray, dialogs, keyring). */
export const words: typeof english = {
  loginItem: {
    notChanged: (why) => `ログイン時にKeyturnを起動する項目を変更できませんでした: ${why}。`,
  },
  appName: 'Keyturn',
  policySource: {
    notOnlyRoots: (path) =>
      `root以外のアカウントが${path}に書き込めるため、このコンピューターのポリシーとして使いません。`,
    tooLarge: 'ポリシーが64 KBを超えています。',
    notJson: (why) =>
      `ポリシーがJSONではありません: ${why}。コメントと、最後の項目の後のコンマは使えません。`,
    twice: (name: string) => `ポリシーに項目 ${name} が2回あります。1つだけ残してください。`,
    notUtf8: 'ポリシーがUTF-8のJSONではありません。UTF-8で保存してください。',
    notAFile: (path) => `${path}はファイルではないため、このコンピューターのポリシーとして使いません。`,
  },
  dialogs: {
    cancel: 'キャンセル',
    allFiles: 'すべてのファイル',
  },
  menu: {
    file: 'ファイル',
    addToken: 'トークンを追加',
    testAll: 'すべてテスト',
    lock: 'ロック',
    settings: '設定',
    installCommand: 'keyturnコマンドをインストール…',
    quit: '終了',
    view: '表示',
    tokens: 'トークン',
    find: '検索',
    commands: 'コマンド',
    actualSize: '実際のサイズ',
    zoomIn: '拡大',
    zoomOut: '縮小',
  },
  safeStorage: {
    unknownMark: 'このシステムのキーリングはKeyturnが知らないもので、その鍵が本物かどうか分かりません。',
    gnomeKeyring: 'GNOME Keyring',
    kwallet: 'KWallet',
    keychain: 'キーチェーン',
    windows: 'Windowsのデータ保護',
    systemKeyring: 'システムのキーリング',
  },
  screenLock: {
    looking: withScreenLock,
    'screen-saver': withScreenLock,
    logind:
      'セッションがlogindでロックされると（loginctl lock-session）、ロックします。スクリーンセーバーは応答しません。i3lockやswaylockなど、logindに知らせないロッカーには気付きません。',
    nobody:
      'ここでは使えません。logindもスクリーンセーバーも応答しないため、画面のロックが分かりません。一定時間の未使用でロックするか、手動でロックしてください。',
    lost: '現在は使えません。このシステムのメッセージバスとの接続が切れました。接続を試み続けています。',
    otherSystems: 'システムの画面ロックが始まると、ロックします。',
  },
  tray: {
    tip: (line) => `Keyturn: ${line}`,
    show: 'Keyturnを表示',
    testAll: 'すべてテスト',
    lock: 'ロック',
    quit: '終了',
  },
};
