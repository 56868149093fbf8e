import { nodes } from '../../../../renderer/ui/nodes.ts';
import type { words as english } from '../../../../renderer/vault/words.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  noKeyring: {
    noKeyring: 'このコンピューターにキーリングがありません',
    keyringNotKnown: 'このコンピューターのキーリングを確認できません',
    whatNoKeyringMeans:
      'Keyturnはシステムの暗号化でトークンを保管します。ここでは動いていないため、トークンをディスクに書き込みません。代わりにパスフレーズを設定するか、このセッションの間だけトークンを保管してください。',
    whatDoubtMeans: (doubt) =>
      `${doubt}このキーリングではトークンをディスクに書き込みません。代わりにパスフレーズを設定するか、このセッションの間だけトークンを保管してください。`,
    useAPassphrase: 'パスフレーズを使う',
    whatSessionMeans: 'このセッションの間だけ、トークンはメモリに残ります。Keyturnを終了すると消えます。',
    keepForSession: 'このセッションの間だけ保管',
    howToGetKeyring: (link) =>
      nodes`キーリングを使うには、GNOME KeyringかKWalletをインストールして起動し、Keyturnを起動し直してください。${link('GNOME Keyringの設定方法')}`,
  },
  recoveryForm: {
    howToType: '書き留めたとおりに入力してください。ダッシュ、空白、大文字と小文字の違いは無視します。',
    openWithKey: '回復キーで開く',
  },
  recoveryKeyOffer: {
    askMakeKey: '回復キーを作成しますか。',
    ifPassphraseForgotten:
      'パスフレーズを忘れると、回復キーでしかトークンを開けません。回復キーは1回だけ表示し、Keyturnはどこにも保管しません。書き留めてください。',
    ifKeyringReset:
      'このコンピューターのキーリングがリセットされると、回復キーでしかトークンを開けません。回復キーは1回だけ表示し、Keyturnはどこにも保管しません。書き留めてください。',
    makeKey: '回復キーを作成',
    notNow: '後で',
  },
  curtainOffer: {
    chooseOne: (link) =>
      nodes`Keyturnのロックだけでは保護されません。このコンピューターを使える人なら、だれでも1クリックで開けます。${link('パスコードを設定')}`,
  },
  vaultProblem: {
    orRestoreDaily: 'または、このコンピューターの毎日のバックアップを復元します:',
    keyringLocked: 'キーリングを利用できません',
    keyGone: 'キーリングに鍵がありません',
    keyWrong: 'キーリングの鍵が異なります',
    newerVersion: '新しいバージョンのKeyturnが書き込んだ保管庫です',
    vaultDamaged: '保管庫が壊れています',
    readOnly: 'フォルダーが読み取り専用です',
    diskFull: 'ディスクに空きがありません',
    notAVault: '保管庫ではありません',
    inUse: '保管庫は使用中です',
    startOver: '最初からやり直す',
    askStartOver: '最初からやり直しますか。',
    whatStartingOverDoes:
      'Keyturnは空の保管庫を作成します。古いファイルは削除しません。別の名前で新しいファイルの隣に残します。鍵が見つかれば、後で開けます。',
  },
  vaultScreen: {
    keyturnLocked: 'Keyturnはロックされています',
    byPassphrase: 'トークンはパスフレーズで暗号化されています。',
    byKeyring: 'トークンは暗号化されています。ロック解除時に、キーリングへ鍵を求めます。',
    keptIn: (sentence) => `トークンの保管方法: ${sentence}。ロック解除時に、キーリングへ鍵を求めます。`,
    keyringAndPasscode: (sentence) =>
      `トークンの保管方法: ${sentence}。キーリングとパスコードの両方がそろうと開きます。`,
    bySystem: {
      'touch-id': 'トークンを開く前に、Touch IDで本人を確認します。',
      polkit: 'トークンを開く前に、システムがアカウントのパスワードを求めます。',
    },
    notBySystem: {
      'touch-id': 'ここではTouch IDでロック解除できません。パスコードが鍵の一部になっています。',
      polkit: 'ここではアカウントのパスワードでロック解除できません。パスコードが鍵の一部になっています。',
    },
    unlock: 'ロック解除',
    systemFails: (link, link2) =>
      nodes`システムの確認ができない場合は、${link('回復キーを使う')}か${link2('バックアップを復元')}`,
    forgottenWithKey: (link, link2) =>
      nodes`忘れた場合は、${link('回復キーを使う')}か${link2('バックアップを復元')}`,
    forgotten: (link) => nodes`忘れた場合は、${link('バックアップを復元')}`,
  },
};
