import type { words as english } from '../../../../renderer/app/words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of the words that the first screen needs. */
export const words: typeof english = {
  app: {
    opening: '開いています',
  },
  clipboardChip: {
    clearsByItself: 'コピーしました。クリップボードはKeyturnが消去します。',
    clearsIn: (seconds) => `コピーしました。${seconds}秒後にクリップボードを消去します`,
  },
  demoBar: {
    title: 'Keyturn、デモ',
    demo: 'デモ',
    whatItIs: 'ここでの操作はOktaに届きません。終了すると、すべて破棄されます。',
  },
  firstRun: {
    welcome: 'ようこそ',
    title: 'KeyturnはOktaのAPIトークンを管理します',
    create: 'Admin ConsoleでAPIトークンを作成する手順を案内します。',
    keep: 'トークンをこのコンピューターに暗号化して保管し、そのトークンのorgだけに送ります。',
    test: '証明付きで失効させるまで、トークンのテスト、監視、置き換えを行います。',
    startingDemo: 'デモを起動中…',
    noTokensYet:
      'トークンはまだありません。orgのアドレス、または別のコンピューターのバックアップが必要です。',
  },
  nothingOpen: {
    pickToken: 'トークンを選ぶと、そのページを表示します',
    pageWillBeHere: 'トークンのページがここに表示されます',
  },
  shortcuts: {
    openTheToken: 'トークンを開く',
    rotateToken: 'トークンをローテーション',
    undo: '最後の変更を元に戻す',
    zoomIn: '拡大',
    zoomOut: '縮小',
    actualSize: '実際のサイズ',
    quit: 'Keyturnを終了',
    thisList: 'この一覧',
    or: 'または',
  },
  sidebar: {
    keyturn: 'Keyturn',
    aboutThisPage: 'このページについて',
    aboutAndNew: 'このページについて。このバージョンの新機能',
    new: (fresh) => `新着${number(fresh)}件`,
    orgs: 'Org',
    org: (host, environment) => `${host}、${environment}`,
    goneAtQuit: 'Keyturnの終了時に消えます',
    doesNotLockByItself: '自動ではロックしません',
    locks: (when) => `ロック: ${when}`,
  },
  updateToast: {
    ready: (version) => `Keyturn ${version}の準備ができました。好きなときに再起動してください。`,
    later: '後で',
  },
  toast: {
    closeMessage: 'メッセージを閉じる',
  },
};
