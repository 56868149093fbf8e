import type { words as english } from '../../../../../main/features/settings/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences of the settings. */
export const words: typeof english = {
  extraCa: {
    tooLarge: 'ファイルが4 MBを超えています。CA証明書のファイルはもっと小さいはずです。',
    more: (count) => `、ほか${number(count)}件`,
    notTrusted: (names) =>
      `ファイルに${names}があります。許可するまで、Keyturnはこれらの証明書を信頼しません。`,
    noneKept: 'Keyturnは、このファイルの証明書を保管していません。',
    otherNow: (names, goesOn) => `ファイルの証明書が変わりました: ${names}。${goesOn}`,
    notAFile: 'ファイルではありません。選び直すか、削除してください。',
    notRead: 'ファイルを読めません。選び直すか、削除してください。',
    noCertificate:
      'ファイルに、PEM形式（「-----BEGIN CERTIFICATE-----」）またはDER形式の証明書がありません。ファイルの提供者に証明書を求めてください。',
    withoutName: '名前なし',
    trusts: (names) => `システムの証明書に加えて、${names}を信頼しています。`,
    notForServers:
      'ファイルの証明書は、OpenSSLが付けた規則により、サーバー用ではありません。ファイルの提供者に、サーバー用の証明書を求めてください。',
    pkcs12:
      'パスワードで保護した秘密鍵を含む、PKCS #12形式（.p12、.pfx）のファイルです。証明書だけをPEM形式またはDER形式でエクスポートし、そのファイルを選んでください。',
    javaKeyStore:
      'Javaのキーストア（.jks）のファイルです。証明書だけをPEM形式またはDER形式でエクスポートし、そのファイルを選んでください。',
    request:
      '証明書ではなく、証明書の署名要求（CSR）のファイルです。ファイルを渡した人に、認証局（CA）の証明書を依頼してください。',
    privateKey:
      'ファイルに秘密鍵があります。CA証明書のファイルに秘密鍵はありません。この鍵を持つ人は、この証明書を信頼するすべての人の呼び出しを読めます。Keyturnは、ファイルから何も取り込んでいません。ファイルの提供者に知らせ、証明書だけを求めてください。',
    expired: (name, day) => `${name}は${day}に期限切れになりました。`,
    notYetValid: (name, day) => `${name}は${day}から有効です。このコンピューターの時計を確認してください。`,
    notAnAuthority: (name) => `${name}は認証局（CA）の証明書ではありません。ほかの証明書に署名できません。`,
    otherPurpose: (name) => `${name}は別の種類の証明書に署名できますが、サーバーの証明書には署名できません。`,
    weak: (name) => `${name}の鍵は弱すぎます。2048ビット未満です。`,
    noRoot: (name, issuer) =>
      `${name}だけでは何も証明できません。発行者${issuer}の証明書がファイルにありません。`,
    askForAnother: 'ファイルの提供者に、現在使っている認証局（CA）の証明書を求めてください。',
    leavesOut: (trusts, why, more) =>
      more === 0
        ? `${trusts}ファイルの証明書1件は使いません。${why}`
        : `${trusts}ファイルの証明書${more + 1}件は使いません。その1件: ${why}`,
    damagedCertificate:
      'ファイルの証明書が壊れています。ファイルの提供者に、壊れていない証明書を求めてください。',
    keptOnesStay: 'Keyturnは保管している証明書を使い続けます。',
  },
  handlers: {
    trust: (file, other, kept) =>
      `これらの証明書の鍵を持つ人は、トークンも含めて、呼び出しを読み、変更できます。\n\nファイル: ${file}\n\n現在のファイルの内容:\n${other}\n\nこれまで信頼していたもの:\n${kept ?? 'なし'}`,
    throughProxy: (origin) => [
      '別のプロキシを通してOktaを呼び出しますか。',
      `プロキシは、orgの名前とKeyturnが呼び出す時刻を知り、呼び出しを止めることができます。トークンは途中で暗号化されたままです。\n\nプロキシ: ${origin}`,
      'このプロキシを使う',
    ],
    proxyNotChanged: 'プロキシは変更していません。',
    chooseFile: 'CA証明書のファイルを選ぶ',
    nothingChanged: '何も変更していません。',
    noOther: 'ファイルに、ほかに使える証明書はありません。',
    askTrust: 'Oktaの呼び出しで、別の証明書を信頼しますか。',
    trustThem: '信頼する',
    sha256: (name, fingerprint) => `${name}、SHA-256 ${fingerprint}`,
    more: (more) => `ほか${number(more)}件`,
  },
  file: {
    notSaved: (why) => `設定を保存できませんでした: ${why}。`,
  },
  policy: {
    forbids: {
      copy: '組織の設定により、Keyturnは値をコピーできません。',
      programs: '組織の設定により、プログラムはKeyturn経由でトークンを使えません。',
      demo: '組織の設定により、Keyturnはデモを起動できません。',
      updates: '組織の設定により、Keyturnは更新を確認できません。',
    },
    forbidsOrg: (host) => `組織の設定により、Keyturnは${host}を呼び出せません。`,
    locksAfter: (minutes) => `組織の設定により、Keyturnは${minutes}分以内にロックする必要があります。`,
    locks: '組織の設定により、このロックが必要です。',
    askAdministrator: (from) => `管理者に相談してください。ポリシーの場所: ${from}。`,
    unknownEntries: (names) => `ポリシーに、Keyturnが知らない項目があります: ${names}。`,
    wrongEntry: (name, form) => `ポリシーの項目${name}の値を、Keyturnは読めません。正しい値: ${form}。`,
    wrongHost: (name, host, form) =>
      `ポリシーの項目${name}にある「${host}」は、ホスト名ではありません。正しい値: ${form}。`,
    near: (name, known) => `${name}（正しくは${known}）`,
    forms: {
      orgs: 'https://とパスを含まないホスト名の一覧。例: ["acme.okta.com", "*.example.com"]',
      minutes: '1から1440までの整数',
      flag: 'trueまたはfalse、レジストリでは1または0',
    },
    noEntries: 'ポリシーが、{"copy": false}のような名前と値の組ではありません。',
  },
  store: {
    passwordNotShown: 'プロキシのパスワードはここに表示しないため、別のアドレスには使えません。',
    wholeAddress: 'パスワードを含むアドレス全体を入力してください: http://name:password@host:port',
    example: 'http://host:portの形で入力してください。例: http://proxy.example.com:8080',
    fault: {
      'not-one': 'プロキシのアドレスではありません。',
      socks: 'SOCKSプロキシのアドレスです。Keyturnは使えません。',
      signs:
        '名前またはパスワードに、アドレスの終わりとみなされる文字があるため、Keyturnは別のホストを呼び出してしまいます。\\は%5C、/は%2F、?は%3F、#は%23と書いてください。',
      brackets: '角かっこのないIPv6アドレスです。http://[2001:db8::1]:8080のように書いてください。',
      path: 'プロキシではなく、ファイルのアドレスです。PACスクリプトを使うには、システムのプロキシを選んでください。',
    },
  },
};
