import type { words as english } from '../../../../../main/features/handover/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences about handing a token over to a file or a command. */
export const words: typeof english = {
  desk: {
    shown: (command, org) =>
      `${command}\n\nOrg: ${org}。シェルを使わず、あなたの権限で実行します。Keyturnはコマンドごとに1回確認します。`,
    askRun: (label) => `${label}の新しいトークンを、このコマンドに渡しますか。`,
    run: '実行する',
    notRun: 'コマンドは実行していません。',
    tooLong: 'コマンドまたはパスが長すぎて、ダイアログに全体を表示できないため、使いませんでした。',
    useScript: 'コマンドをスクリプトに入れるか、短いパスを選んでください。',
    nothingChanged: '何も変更していません。',
  },
  envFile: {
    notChanged: (name, why) => `${name}は変更していません: ${why}。`,
    replacedAll: (key, name, places) =>
      `${name}の${key}を、${number(places)}か所すべてで置き換えました。1か所だけ残してください。`,
    notThere: 'ファイルがありません',
    notAllowed: 'ファイルまたはフォルダーを読み書きする権限がありません',
    added: (key, name) => `${name}の末尾に${key}を追加しました。`,
    replaced: (key, name) => `${name}の${key}を置き換えました。`,
  },
  envForms: {
    encrypted:
      'sopsで暗号化されたファイルで、変更するとsopsが受け付けなくなります。sopsを使うコマンドでトークンを書き込んでください',
    noEnvFile: (key, line) =>
      `${number(line)}行目が「名前=値」の形でないため、.envファイルではない可能性があります。.envファイルを選ぶか、プログラムが読む場所に${key}=の行を追加し、もう一度実行してください`,
    otherForm: (key, line) =>
      `${number(line)}行目の${key}は、.envファイルにない形で書かれています。${key}=の形で書くか、コマンドでトークンを書き込んでください`,
    parts: (key) =>
      `${key}がファイルの複数の部分にあるため、どれを置き換えるか分かりません。手動で入力してください`,
  },
  envText: {
    restOfLine: (key) =>
      `シェルは同じ行の${key}の値の後も読みます。それを別の行に移し、もう一度実行してください`,
    signs: (key) =>
      `値の一部の文字を、dotenvとシェルが異なる形で読みます。読み取るプログラムに合わせて、${key}を手動で入力してください`,
    whichPart: (key) =>
      `${key}の値に複数のトークンがあるか、ほかの文字とつながっているため、どこを置き換えるか分かりません。${key}を手動で入力してください`,
    ambiguous: (key) =>
      `${key}の前後のテキストを、プログラムが異なる形で読みます。${key}=として独立した行に置き、もう一度実行してください`,
  },
  run: {
    notStarted: (program, code) => `${program}を起動できませんでした（${code}）。`,
    tooLong: (program) =>
      `${program}が1分以内に終わらなかったため、そこから起動されたものも含めて終了しました。`,
    signal: (program, signal) => `${program}は${signal ?? 'シグナル'}で終了しました。`,
    succeeded: (program) => `${program}は終了コード0で終わりました。`,
    oneLine: (program) =>
      `「${program}」というプログラムはありません。プログラムと各引数を、それぞれ別の行に書いてください。`,
    noShell: (program) =>
      `ここでは~と変数を展開するシェルがないため、${program}を起動しませんでした。フルパスを書いてください。`,
    notExecutable: (program) =>
      `${program}を実行できません。フォルダーであるか、ファイルに実行権限がありません（chmod +x）。`,
    notFound: (program) => `${program}が見つかりません。フルパスを指定するか、インストールしてください。`,
    failed: (program, exit) =>
      `${program}は終了コード${exit}で終わりました。おそらく利用先に新しいトークンはありません。`,
  },
};
