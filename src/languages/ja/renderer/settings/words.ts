import type { words as english } from '../../../../renderer/settings/words.ts';
import { countedWords } from '../../../../shared/credential-counts.ts';
import { series } from '../../../../shared/listed.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  anotherComputer: {
    anotherComputer: '別のコンピューター',
    ageFile:
      '専用のパスフレーズを持つageファイルです。別のコンピューターのKeyturnは、ファイルのトークンを自身のトークンに加えます。プログラムageでもこのファイルを開けます。',
    exportTokens: 'トークンをエクスポート',
    importTokens: 'トークンをインポート',
    exported: (counts, path) =>
      `エクスポートし、もう一度開いて確認しました: ${countedWords(counts)}、${path}。`,
    exportedSome: (counts, path, leftOut) =>
      `エクスポートし、もう一度開いて確認しました: ${countedWords(counts)}、${path}。除外: 失効済みまたは読めないトークン${number(leftOut)}個。`,
    whoeverHas:
      'ファイルとパスフレーズがあれば、だれでもすべてのトークンを入手できます。ファイルとパスフレーズは別の方法で送ってください。別のコンピューターに移したら、ファイルを削除してください。',
    chooseWhere: '保存場所を選ぶ',
    makePassphrase: 'パスフレーズを生成',
    writeDown: 'このパスフレーズを書き留めてください。表示するのは今だけです。',
    imported: (added) => `インポートしました: ${countedWords(added)}。`,
    importedSome: (added, here) =>
      `インポートしました: ${countedWords(added)}。すでにあり変更しなかったもの: ${countedWords(here)}。`,
    besideThose: 'ファイルのトークンとアプリを加えます。すでにあるトークンとアプリは変わりません。',
    passphraseOfFile: 'ファイルのパスフレーズ',
    thenChoose: '次に、ageファイルを選びます。',
    chooseFile: 'ファイルを選ぶ',
  },
  dailyBackupsCard: {
    dailyBackups: '毎日のバックアップ',
    onThisComputer: 'このコンピューター',
    onePerDay:
      'Keyturnは1日に1回バックアップを作成し、直近7日分と4週分を残します。バックアップは保管庫の隣にあり、同じ鍵で開きます。',
    checkNewest: '最新のものを確認',
    backUpNow: '今すぐバックアップ',
    noneYet: 'バックアップはまだありません。',
    readable: (day, tokens) => `${day}: トークン${number(tokens)}個を読めます。何も変更していません。`,
    partlyReadable: (day, tokens, unreadable) =>
      `${day}: トークン${number(tokens)}個を読めます。${number(unreadable)}個は読めません。何も変更していません。`,
  },
  languageSetting: {
    whatLanguageDoes: '変更した言語は、次にKeyturnを起動したときから使われます。',
    atNextStart: '言語を変更しました',
    whatRestartDoes: 'Keyturnが終了し、選んだ言語で起動します。',
    restart: '再起動',
  },
  newKeySetting: {
    dataKey: 'データキー',
    whatFor:
      'データキーは保管庫の内容をすべて暗号化します。コンピューターやバックアップを失くしたら、新しいデータキーを作成してください。失くしたコピーでは保管庫を開けなくなります。',
    makeKey: '新しいデータキーを作成',
    make: 'データキーを作成',
    everything:
      'Keyturnは保管庫の内容をすべて新しいデータキーで暗号化します。以前の毎日のバックアップを削除し、新しいものを作成します。',
    recoveryKeyGoes: '現在の回復キーは使えなくなります。Keyturnは新しい回復キーを作成し、1回だけ表示します。',
    whatStays:
      '保存したバックアップと、保管庫の隣に残したファイルは、これまでどおり開けます。新しいバックアップを保存し、古いものを削除してください。',
    whatIsForgotten:
      '引き渡しコマンドの実行前に、Keyturnはもう一度確認します。Keyturnにないトークンと未テストのトークンの使用状況は削除します。',
    yourPasscode: 'パスコード',
    yourPassphrase: 'パスフレーズ',
    typeIt: '先に入力してください。',
    encrypted: (done, of) => `値${number(of)}個中${number(done)}個を暗号化しました。`,
    progress: '暗号化中',
    made: '新しいデータキーを作成しました。以前のデータキーでは、保管庫の何も開けません。',
    notRemoved:
      '新しいデータキーを作成しました。以前のデータキーで開けるデータを、まだディスクから削除できていません。次回の起動時に削除します。',
    noRecoveryKey:
      '以前の回復キーは使えなくなりましたが、新しい回復キーを書き込めませんでした。新しい回復キーを作成してください。',
  },
  licencesDialog: {
    licences: '第三者のライセンス',
    partOfKeyturn:
      '次のパッケージがKeyturnに含まれています。ElectronとChromiumのライセンスは、別のファイルとしてプログラムに付属しています。',
    packages: 'パッケージ',
    packageUnder: (name, version, licence) => `${name} ${version}、${licence ?? 'ライセンスの記載なし'}`,
  },
  passcodeSetting: {
    curtain:
      'このロックでは保護されません。このコンピューターを使える人なら、だれでも1クリックで開けます。保護するには、パスコードを設定してください。',
    onlySystem:
      'パスコードがありません。ウィンドウがトークンを開く前にシステムが確認しますが、鍵を持つのはキーリングだけです。パスコードを設定すると、鍵がパスコードに結び付きます。',
    bound:
      'Keyturnは、ロック解除のたびと再起動後にパスコードを求めます。キーリングだけではトークンを開けません。',
    choose: 'パスコードを設定',
    anew: '新しいパスコードを設定',
    change: 'パスコードを変更',
    remove: 'パスコードを削除',
  },
  systemProofSetting: {
    unlockBy: {
      'touch-id': 'Touch IDでロック解除',
      polkit: 'このアカウントのパスワードでロック解除',
    },
    proveBy: {
      'touch-id': 'Touch IDで本人確認',
      polkit: 'このアカウントのパスワードで本人確認',
    },
    none: 'システムの確認でロック解除',
    asksAtUnlock:
      'ロック解除の前、値が外に出る前、許可を広げる前に、システムが本人を確認します。鍵はこの確認に結び付いていません。このディスクとキーリングがあれば、確認なしでトークンを開けます。',
    standsIn:
      'Keyturnが開いている間は、パスコードの代わりにシステムの確認を使えます。パスコードは鍵の一部なので、ロック解除には引き続きパスコードが必要です。',
    notHere:
      'このコンピューターには、Keyturnが使えるシステムの確認がありません。Keyturnが対応しているのは、macOSのTouch IDと、.debまたは.rpmパッケージのポリシーがあるLinuxのpolkitです。',
    switchOff: 'オフにする',
    takesPasscode: 'システムの確認をオフにするには、パスコードを入力してください。',
  },
  passphraseSetting: {
    opensTokens: 'キーリングがないため、このコンピューターではパスフレーズでトークンを開きます。',
    change: 'パスフレーズを変更',
    changePassphrase: 'パスフレーズを変更',
    present: '現在のパスフレーズ',
    typePresent: '現在のパスフレーズを入力してください。',
    forgotten: '回復キーでトークンを開いたため、現在のパスフレーズは必要ありません。',
    oldOpensNothing:
      '現在のパスフレーズではトークンを開けなくなります。以前の毎日のバックアップは、新しいものに置き換わります。',
    changed: 'パスフレーズを変更しました。',
  },
  about: {
    version: 'バージョン',
    host: 'ホスト',
    runsOn: '動作環境',
    versions: (platform, electron, chrome, node) =>
      `${platform}、Electron ${electron}、Chromium ${chrome}、Node ${node}`,
    tokensAre: 'トークンの保管方法',
    about: 'このアプリについて',
  },
  backupDialog: {
    saved: (tokens, path) => `保存し、もう一度開いて確認しました: トークン${number(tokens)}個、${path}。`,
    saveABackup: 'バックアップを保存',
    whatFileHolds:
      'すべてのトークンを、専用のパスフレーズで暗号化したファイルです。ファイルとパスフレーズは別の場所に保管してください。',
    chooseWhere: '保存場所を選ぶ',
  },
  networkCard: {
    network: 'ネットワーク',
    whatProxyDoes: 'Oktaの呼び出しに使うプロキシです。「システム」はHTTPS_PROXYとNO_PROXYにも従います。',
    proxyAddress: 'プロキシのアドレス',
    proxyExample: 'http://proxy.acme.com:8080',
    saveProxy: 'プロキシを保存',
    whatCaFileDoes:
      'Keyturnはシステムの証明書に加えて、このファイルの証明書も信頼します。例: TLSを検査するプロキシの証明書。',
    chooseAFile: 'ファイルを選ぶ',
    fromCommandLine: '今回の起動では、コマンドラインで指定されています。',
    trustThese: 'これらを信頼する',
  },
  noticeCard: {
    notices: '通知',
    whatNotificationsAre:
      '各通知を1回だけシステム通知として送ります。トークンの名前や値は含みません。すべての通知は受信箱にあります。',
    whatQuietHoursDo: 'この時間帯はシステム通知を送らず、後でまとめて送ります。',
    quietFrom: '通知しない時間の開始',
    quietUntil: '通知しない時間の終了',
    whatTrayShows:
      'トレイには、トークンの状態、最も対応が必要な3個、「すべてテスト」を表示します。ロック中は、トークンの名前を表示しません。',
    noTrayInDemo: 'デモはトレイに表示されません。Keyturn本体は表示できます。',
    noLoginInDemo: 'デモはログイン時に起動しません。Keyturn本体は起動できます。',
    whyAtLogin: '警告できるように、ログインするとKeyturnが起動します。',
  },
  policyCard: {
    title: '組織による設定',
    from: (place) =>
      `管理者がこれらの規則を${place}に置いています。Keyturnはロック解除のたびに読み取ります。`,
    nothing: '組織のポリシーに規則はありません。',
    unreadable: (problem) =>
      `${problem}管理者が修正するまで、Keyturnはorgを呼び出さず、値をコピーせず、プログラムにトークンを使わせません。`,
    orgs: (hosts) =>
      hosts.length === 0
        ? 'Keyturnはどのorgも呼び出しません。'
        : `Keyturnが呼び出すのは次のorgだけです: ${series(hosts)}。`,
    lockAfter: (minutes) => `${minutes}分以内の未使用で、Keyturnは必ずロックします。`,
    lockOnSuspend: 'コンピューターがスリープすると、Keyturnはロックします。',
    lockOnScreenLock: '画面のロックと同時に、Keyturnもロックします。',
    noCopy: 'Keyturnは値をコピーしません。',
    noPrograms: 'プログラムはトークンを使えません。',
    noDemo: 'デモは起動しません。',
    noUpdates: 'Keyturnは更新を確認しません。',
  },
  programsCard: {
    programs: 'プログラム',
    whatPortIs:
      'プログラムは127.0.0.1のこのポート（1024から65535まで）でKeyturnを呼び出します。Keyturnが待ち受けるのは、プログラムがトークンでOktaを呼び出せる間だけです。トークンの「プログラム」タブで有効にします。',
  },
  safetyCard: {
    safety: '安全性',
    whatLockDoes: 'この時間使われないと、Keyturnはロックします。ロックすると、メモリから鍵が消えます。',
    whenSuspended: 'コンピューターがスリープすると、Keyturnはロックします。',
    whatScreenshotsDo:
      'スクリーンショットと画面共有にこのウィンドウを含めないよう、システムに求めます。Linuxでは対応していません。',
    backup: 'バックアップ',
    whatBackupIs:
      'バックアップは、専用のパスフレーズでどのコンピューターでも開けます。Keyturnは一度開いて、これを確認します。',
    saveABackup: 'バックアップを保存',
    whatRecoveryKeyDoes:
      'キーリングが鍵を失った場合、回復キーで保管庫を開けます。新しい回復キーは古いものを置き換えます。',
    makeNewKey: '新しい回復キーを作成',
  },
  settingsPage: {
    appearance: '外観',
    whatThemeDoes: '選ばなければ、システムに従います。',
    whatMinimisedDoes: 'Keyturnはウィンドウを最小化して起動します。',
  },
  updatesCard: {
    updates: '更新',
    whatLookingDoes:
      '1日に1回、Keyturnは更新サーバーに新しいバージョンを問い合わせ、ダウンロードします。自動では再起動しません。',
    newerVersion: '新しいバージョン',
    lookNow: '今すぐ確認',
    ready: (version) => `Keyturn ${version}の準備ができました。`,
    looking: '新しいバージョンを確認しています。',
    failed: '更新サーバーが応答しないか、応答が正しくありません。明日もう一度問い合わせます。',
    notYet: '起動後、まだ確認していません。',
    newest: (when) => `最新バージョンです（確認: ${when}）。`,
    off: {
      policy: '組織の設定により、更新を確認できません。',
      setting: 'Keyturnは更新を確認しません。',
      development: 'このKeyturnはソースから起動されたため、自動更新しません。',
      package: 'このシステムでは、パッケージマネージャーが更新します。',
      portable: 'ポータブル版は自動更新しません。',
      unsigned: 'このKeyturnは署名されていないため、自動更新しません。',
      demo: 'デモは自動更新しません。',
    },
  },
  usageCard: {
    usage: '使用状況',
    whatReadingDoes:
      'Keyturnは、開いている間、各orgのSystem Logを1分に1回読み取ります。読み取りにはトークンを使うため、そのトークンは期限切れになりません。',
  },
};
