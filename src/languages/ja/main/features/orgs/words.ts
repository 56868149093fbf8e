import type { words as english } from '../../../../../main/features/orgs/words.ts';
import { anyOf } from '../../../../../shared/listed.ts';

const example = 'アドレスバーに表示されるとおりに入力してください。例: acme.okta.com';

/** The Japanese of the sentences about orgs and Org URLs. */
export const words: typeof english = {
  identify: {
    customDomain: (own) => `これは${own}のカスタムドメインです。`,
  },
  store: {
    noToken: 'このorgのトークンは、もうここに保管していません。',
    addOne: 'まず1つ追加してください。',
    gone: 'このトークンは、もうここに保管していません。',
  },
  orgUrl: {
    example: example,
    placeholder: '{yourOktaDomain}のようなプレースホルダーが残っています。',
    putOrg: '自分のorgに置き換えてください。例: acme.okta.com',
    exampleName: (host: string) => `${host}はドキュメントの例で使われる名前です。`,
    signsInName:
      'ホスト名のドットで区切られた各部分には、アンダースコアは使えず、先頭と末尾にハイフンも使えません。',
    noHost: 'ホストのアドレスではありません。',
    didYouMean: (choices) => `${anyOf(choices)}のことですか。`,
    invisible: '見えない文字を取り除きました。',
    fullWidth: '全角文字を半角に変えました。',
    empty: 'Org URLが入力されていません。',
    objectId: 'Org URLではなく、OktaにあるもののIDです。',
    token: 'Org URLではなく、トークンのようです。どこにも送っていません。',
    tokenLater: `トークンは後で「取り込み」で入力します。${example}`,
    email: 'Org URLではなく、メールアドレスです。',
    fullWidthMarks: 'ホストの終わりを分かりにくくする全角記号があります。',
    spaces: 'Org URLに空白は使えません。',
    moreText: 'Org URL以外のテキストが含まれています。',
    moreThanOne: '複数のアドレスが含まれています。',
    encoded: 'パーセントエンコードされたアドレスです。',
    unclickable: 'セキュリティツールやメールソフトが、クリックできない形に変えたアドレスです。',
    noScheme: '先頭がhttps://ではありません。',
    dashes: '名前のハイフンの位置に、別のダッシュがあります。',
    backslash: 'Org URLにバックスラッシュは使えません。',
    otherScheme: (scheme) => `Org URLは${scheme}ではなく、httpsで始まります。`,
    path: 'ホストのないパスです。',
    toHttps: 'httpをhttpsに変えました。Keyturnがトークンを暗号化せずに送ることはありません。',
    userName: 'ユーザー名を含むアドレスは、行き先を隠すことができるため、受け付けません。',
    leadsElsewhere: (host) => `${host}は別のアドレスに通じています。`,
    pathLeftOut: 'パスを取り除きました。必要なのはホストだけです。',
    percentCodes: 'ホストがパーセントコードで書かれています。',
    tokenAsName: 'orgの名前の位置にトークンがあります。どこにも送っていません。',
    number: 'ホストのアドレスではなく、数字です。',
    whichOrg: (host) => `「${host}」だけでは、どのorgか分かりません。`,
    tookForIt: (host) => `${host}とみなしました。`,
    twiceCom: (host) => `${host}の末尾の.comが重複しています。`,
    oktaItself: (host) => `${host}はOkta自体のアドレスで、orgの名前がありません。`,
    nameInFront: '前に名前を付けてください。例: acme.okta.com',
    noOrgName: (label) => `「${label}」はorgの名前ではありません。`,
    oktasSite: (host) => `${host}はorgではなく、Okta自身のサイトです。`,
    nameTooMany: (host, base) => `${host}は名前が1つ多すぎます。orgは、${base}の前に名前が1つです。`,
    adminWithoutOrg: 'orgのないAdmin Consoleのアドレスです。',
    tookForAdmin: (host) => `Admin Consoleのアドレスの代わりに、${host}を使います。`,
    notOktas: (host) => `${host}はOktaのドメインに似ていますが、Oktaのドメインではありません。`,
    keptAdmin: '名前の-adminを残しました。Admin Consoleを意味するのは、Oktaのドメインだけです。',
    foreignLetters: (host) =>
      `名前に英字以外の文字があります。Keyturnは${host}と表示します。自分のorgかどうか確認してください。`,
  },
};
