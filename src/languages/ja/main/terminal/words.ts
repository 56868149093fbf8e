import type { words as english } from '../../../../main/terminal/words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of the sentences of `keyturn` in a terminal. */
export const words: typeof english = {
  askApp: {
    hungUp: '応答する前に、Keyturnが終了したかロックされました。もう一度実行してください。',
  },
  line: {
    name: '`keyturn ls`に表示されるトークンまたはOAuthアプリの名前、ラベル、またはID。省略すると、.keyturn.tomlの指定を使う',
    json: '結果をJSONで出力する',
    start: 'Keyturnが動いていなければ、確認せずに起動する',
    keyturn:
      'コマンドラインでOktaのAPIトークンとOAuthアプリを使います。コマンドなしでは、ウィンドウを開きます。',
    version: 'バージョンを出力する',
    helpFlags: '-h, --help',
    help: 'このヘルプを表示する',
    helpCommand: 'help [command]',
    helpOfCommand: 'コマンドのヘルプを表示する',
    afterError: 'コマンドの一覧は、keyturn helpで確認できます。',
    meant: (word) => `${word}のことですか？小文字で、値を付けずに書いてください。`,
    nameInQuotes: '空白を含む名前には引用符が必要です: keyturn test "HR import"',
    afterCurlError: 'curlの引数は、ハイフン2つの後に書きます: keyturn curl NAME /api/v1/users -- -X POST',
    examples: '例:',
    ls: '保管しているトークンとOAuthアプリの一覧を表示します。対応が必要なものが先です。値は表示しません。',
    test: '「テスト」ボタンと同じように、トークンまたはOAuthアプリをテストします。Oktaが受け付ければ0で終了します。',
    rotate: 'トークンのローテーションをKeyturnのウィンドウに表示します。',
    status: 'Keyturnが動いているか、ロック中か、必要な対応を表示します。',
    guard:
      'Gitフックとして、OktaのAPIトークンを含むコミットを拒否します。Keyturnのロック解除中は、保管しているトークンを鍵付きハッシュで見分けます。それ以外のトークンは形式で見分けます。',
    guardInstall: 'このフォルダーのGitリポジトリにフックを書き込む',
    names: '補完用に、保管しているトークンとOAuthアプリの名前を表示します。',
    curlUsage: '[--app] [name] <path> [-- curlの引数...]',
    curl: 'curlでOkta APIのパスを呼び出します。curlはKeyturn経由でOktaに届き、トークンを受け取ることはありません。',
    alias:
      '「プログラム」のアドレスにあるトークンまたはOAuthアプリの名前。省略すると、.keyturn.tomlの指定を使う',
    app: '指定したトークンの用途を果たせるOAuthアプリを使う',
    path: 'orgのパス。例: /api/v1/users',
    curlArguments: 'curlの追加の引数（--の後）',
    execUsage: '[--app] [--value] [--no-masking] [name] -- <program> [引数...]',
    exec: 'Keyturn経由でOktaに届くプログラムを実行します。プログラムの前にハイフンを2つ書いてください。',
    value: 'ルールで許可されていれば、トークンそのもの、またはアプリのアクセストークンをプログラムに渡す',
    noMasking: '--valueと併用: 出力からトークンを取り除かずに、プログラムに直接ターミナルへ出力させる',
    program: 'プログラムとその引数（--の後）',
    completion: 'シェルでコマンドと名前を補完するスクリプトを出力します。',
    shell: 'シェル',
  },
  ends: {
    done: 'コマンドが完了した。`test`: Oktaがトークンを受け付けた',
    notWorking: '`test`: Oktaがトークンを受け付けない、またはOktaに問い合わせできない',
    holdsToken: '`guard`: コミットにトークンが含まれている',
    usage: 'コマンドラインが正しくない',
    noToken:
      'この名前のトークンやアプリがない、または複数ある。`--app`: 用途を果たせるアプリがない、または複数ある',
    unavailable: 'Keyturnが動いていない',
    internal: 'Keyturnの内部エラー。詳細はログにある',
    locked: 'Keyturnが2分間ロックされたままだった、またはKeyturnでテストがキャンセルされた',
    notInstalled: '`guard --install`: 別のフックがある、またはフックを書き込めない',
    gitFailed: '`guard`: Gitがステージ済みの内容を返さない',
    denied: '人、またはトークンやアプリのルールが拒否した。`--app --value`: アプリが所持証明を要求している',
    cannotRun: '`exec`、`curl`: プログラムを実行できない',
    notFound: '`exec`、`curl`: プログラムがない',
    otherCode: 'その他',
    other:
      '`exec`と`curl`はプログラムの終了コードで終わる。プログラムやコマンドがシグナルで終わった場合は、128にシグナル番号を足した値',
    title: '終了コード:',
  },
  print: {
    columns: ['名前', 'ORG', '所有者', '状態', '有効期限', '理由'],
    noTokens: '保管しているトークンやOAuthアプリはまだありません。Keyturnのウィンドウで追加してください。',
    notUnlocked: (version) => `Keyturn ${version}は動いていますが、ロック解除されていません。`,
    runs: (version, kept) => `Keyturn ${version}は動いています。${kept}。`,
    runsWith: (version, kept, health) => `Keyturn ${version}は動いています。${kept}: ${health}。`,
    app: 'OAuthアプリ',
    ok: '合格',
    look: '要注意',
    failed: '失敗',
    notKnown: '不明',
    skipped: '省略',
    tested: (outcome, label, org, ms) => `${outcome}: ${label}、${org}（${number(ms)} ms）`,
    requestId: (id) => `OktaのリクエストID: ${id}`,
    showsRotation: (label) => `Keyturnのウィンドウに${label}のローテーションを表示しています。`,
  },
  profile: {
    notToml: (file, why, line) =>
      `${file}はTOMLではありません（${why}、${line}行目）。直線の引用符を使ったtoken = "name"のように修正するか、トークンまたはアプリの名前を指定してください。`,
    cannotRead: (file, why) => `${file}を読めません（${why}）。`,
    anothers: (file) =>
      `${file}は別のアカウントのものか、すべてのアカウントが書き込めるため、そのアカウントがトークンまたはアプリを選ぶことになります。トークンまたはアプリの名前を指定するか、自分のプロファイルを書いてください。`,
    tooLong: (file) => `${file}はプロファイルとして長すぎます。`,
    notUtf8: (file) => `${file}はUTF-8のテキストではありません。UTF-8で保存してください。`,
    holdsToken: (file) =>
      `${file}にAPIトークンらしいものがあります。取り除いて、そのトークンをローテーションしてください。プロファイルはトークンまたはアプリの名前だけを書くもので、フォルダーのファイルは簡単に共有されます。`,
    unknownKey: (file, key, meant) =>
      `${file}のキー「${key}」はプロファイルにありません。${meant === null ? '' : `${meant}のことですか？`}使えるのはtokenまたはapp、access、pathsです。`,
    noToken: (file) =>
      `${file}にトークンの名前もアプリの名前もありません。Keyturnの「プログラム」に表示される名前を使い、token = "name"またはapp = "name"と書いてください。`,
    notName: (file, key, name) =>
      `${file}の${key} = "${name}"は、${key === 'app' ? 'アプリ' : 'トークン'}の名前ではありません。Keyturnの「プログラム」に表示される名前（英数字とハイフン）を書いてください。`,
    badAccess: (file) => `${file}には、access = "read"またはaccess = "change"と書く必要があります。`,
    badPaths: (file, wrong) =>
      `${file}のpathsは、Okta APIのパスの一覧である必要があります。例: paths = ["/api/v1/users"]。パスは、その下のすべてを含みます。${wrong === null ? '' : `「${wrong}」はそのようなパスではありません。`}`,
    both: (file) => `${file}にトークンとアプリの両方の名前があります。どちらか1つにしてください。`,
    none: 'トークンまたはアプリの名前がありません。このフォルダーとその上のフォルダーに、名前を書いた.keyturn.tomlもありません。',
    used: (file, alias) => `${file}の指定により、${alias}を使います。`,
    noValue: (file) =>
      `${file}は、トークンでプログラムに許す操作を制限しています。値を持つプログラムはこの制限に縛られないため、--valueと一緒には使えません。プロファイルなしで実行するには、トークンの名前を指定してください。`,
  },
  guard: {
    notRunning: 'Keyturnが動いていないか応答しないため、このコミットをトークンの形式だけで調べました。',
    locked: 'Keyturnがロックされているため、このコミットをトークンの形式だけで調べました。',
    refused: (count) => `このコミットにOktaのAPIトークンが${number(count)}個あるため、guardが拒否しました。`,
    kept: (name) => `${name}として保管しているトークン`,
    shaped: 'APIトークンの形式',
    line: (place, line, what) => `  ${place}:${line}  ${what}\n`,
    remedy:
      'ファイルから取り除き、もう一度ステージして、コミットしてください。トークンでない場合: git commit --no-verify',
    tooLarge: (path, megabytes) => `${path}は${megabytes} MBを超えるため、guardは調べませんでした。`,
    noGit: 'gitが見つかりません。インストールするか、PATHに追加してください。',
    gitFailed: (said) => `ステージされた内容をGitから読み取れません: ${said}`,
    blobGone: 'ステージされたファイルがGitに見つかりません。git fsckを実行してください。',
    installed: (path) => `フック${path}を書き込みました。コミットのたびに実行されます。`,
    installedAlready: (path) => `フック${path}は、すでにkeyturn guardを実行します。`,
    otherHook: (path) =>
      `${path}に別のフックがあるため、guardは変更しません。次の行を追加してください: keyturn guard || exit $?`,
    notWritten: (path, why) => `フック${path}を書き込めませんでした: ${why}。`,
    hook: 'OktaのAPIトークンを含むコミットを拒否します。作成: keyturn guard --install',
    notOnPath: 'keyturnがPATHにないため、このコミットのトークンを調べていません。',
  },
  run: {
    noPath: (name, path) =>
      `「${path}」はorgのパスではありません。最初のスラッシュから、パスだけを書いてください: keyturn curl ${name} /api/v1/users`,
    changedPath: (path) =>
      `Git Bashがパスを「${path}」に変えました。前にスラッシュを2つ書くか（//api/v1/users）、MSYS_NO_PATHCONV=1を設定してください。`,
    emptyName: '名前が空です。シェルの変数を使っている場合は、変数に値を設定するか、名前を省略してください。',
    longName: '名前が、名前またはラベルとして長すぎます。',
    noFolder:
      'このターミナルのフォルダーがもう存在しないため、.keyturn.tomlを見つけられません。トークンの名前を指定するか、別のフォルダーに移動してください。',
    notThere: 'Keyturnが応答しないため、アプリを選べません。起動して、もう一度実行してください。',
    starting: '起動しています。',
    notRunning: 'Keyturnが動いていません。起動するか、コマンドに--startを付けてください。',
    askStart: 'Keyturnが動いていません。起動しますか。[Y/n] ',
    yes: 'y/yes/はい',
  },
};
