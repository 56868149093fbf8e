import type { words as english } from '../../../../../main/features/plaintext/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences about tokens in plain text. */
export const words: typeof english = {
  because: {
    kept: 'Keyturnが保管している値です。',
    ssws: 'SSWSの後にあります。',
    name: 'トークンを表す名前の後にあります。',
    word: '近くにOktaに関する語があります。',
    secret: '近くに「トークン」などの語があります。',
    org: '同じファイルにorgがあります。',
    alone: 'ファイルにほかの内容がありません。',
  },
  cleanText: {
    notThisKind: 'Keyturnはこの形式を知りません',
    wouldBreak: '形式が壊れます。トークンを手動で取り除いてください',
    // This line goes into the person's own file.
    comment: (name) => `Keyturnが${name}を取り除きました。次でプログラムを実行します: keyturn exec`,
  },
  cleanNote: {
    env: 'この行はコメントになります。代わりにkeyturn execでプログラムを実行してください。',
    history:
      'Keyturnはコマンド全体を取り除きます。シェルは終了時に履歴を書き直すため、先に開いているシェルをすべて閉じてください。',
    marker: 'Keyturnは値をtaken-out-by-Keyturnに置き換えます。ファイルのほかの部分は変わりません。',
    terraformState:
      'KeyturnはTerraformの状態を編集しません。serialとlineageはTerraformが管理します。トークンをローテーションし、terraform applyを実行して、古い状態とそのバックアップを削除してください。',
    environment:
      'トークンはKeyturnの環境変数にあります。設定しているファイルから取り除き、このコンピューターにサインインし直してください。',
    other: 'Keyturnはこのファイルの形式を知りません。トークンを手動で取り除いてください。',
    reopen: 'ファイルを開いているエディターが、値を再び保存することがあります。',
  },
  desk: {
    gone: 'この場所は、もう一覧にありません。',
    searchAgain: 'もう一度検索してください。',
    alreadyKept: (label) => `このトークンは、すでに${label}として保管しています。`,
    openIt: '一覧からページを開いてください。',
    notClean: (place, why) => `${place}は変更していません: ${why}。`,
    changed: '検索後にファイルが変わりました。もう一度検索してください',
    stillThere: 'トークンが別の形でも残っています。手動で取り除いてください',
    askClean: (place) => `${place}からトークンを取り除きますか。`,
    clean: '取り除く',
    keptAs: (note, label) => `${note}Keyturnはトークンを${label}として保管しています。`,
    notKept: (note) =>
      `${note}Keyturnはこのトークンを保管していません。取り除くと、ほかにない限り値は失われます。`,
    notCleaned: '何も変更していません。',
    cleaned: (place) => `${place}からトークンを取り除きました。`,
    copies: (names) => `次も確認してください: ${names}。`,
    git: 'Gitの以前のコミットに、トークンが残っている可能性があります。',
    rotate: '平文だったため、トークンをローテーションしてください。',
    noteCleaned: (place) => `${place}から取り除きました。`,
    chooseFolder: '検索するフォルダーを選ぶ',
  },
  leftOut: {
    files: (most) =>
      `${number(most)}個のファイルで止まりました。残りには、より小さいフォルダーを選んでください。`,
    time: (seconds) => `${seconds}秒で止まりました。残りには、より小さいフォルダーを選んでください。`,
    cancelled: '検索を中止したため、残りは読んでいません。',
    tooLarge: (count, megabytes) => `${megabytes} MBを超えるファイル${number(count)}個は読んでいません。`,
    binary: (count) => `バイナリファイル${number(count)}個を対象から外しました。`,
    unreadable: (count) => `ファイルまたはフォルダー${number(count)}個を読めませんでした。`,
    links: (count) => `リンク${number(count)}個はたどっていません。`,
    folders: (count) =>
      `.gitまたはnode_modulesという名前のフォルダー${number(count)}個を対象から外しました。`,
    more: (count) =>
      `ほかに${number(count)}か所を表示していません。先に、表示中の場所から取り除いてください。`,
  },
};
