import type { words as english, Size } from '../../../../main/capture/words.ts';
import { number } from '../../../../shared/plural.ts';

const amount = ({ length, lines }: Size): string =>
  `${number(length)}文字${lines > 1 ? `（${lines}行）` : ''}`;

/** The Japanese of the sentences about a pasted or typed token. None holds a part of a value. */
export const words: typeof english = {
  take: {
    clipboardRefused: 'システムがクリップボードの読み取りを許可しませんでした。',
    enterByHand: 'もう一度試すか、値を手動で入力してください。',
    clipboardEmpty: 'クリップボードにテキストがありません。',
    copyToken: 'Admin Consoleでトークンの値をコピーし、ここに貼り付けてください。',
    noChoices: '選択肢の値は、もうメモリにありません。',
    pasteAgain: 'Admin Consoleでトークンの値をコピーし、もう一度貼り付けてください。',
    othersLeftOut: 'ほかの値は取り除きました。',
  },
  products: {
    github: 'GitHub',
    gitlab: 'GitLab',
    slack: 'Slack',
    aws: 'Amazon Web Services',
    npm: 'npm',
    stripe: 'Stripe',
    google: 'Google',
    openai: 'OpenAI',
    anthropic: 'Anthropic',
    atlassian: 'Atlassian',
    docker: 'Docker',
    digitalocean: 'DigitalOcean',
  },
  shape: {
    tokenId: 'トークンの値ではなく、IDです。Oktaが値を表示するのは、作成時の1回だけです。',
    userId: 'トークンではなく、ユーザーのIDです。',
    groupId: 'トークンではなく、グループのIDです。',
    orgId: 'トークンではなく、orgのIDです。',
    clientId: 'トークンではなく、アプリのClient IDです。',
    zoneId: 'トークンではなく、ネットワークゾーンのIDです。',
    jwt: 'OAuthアクセストークンです。Keyturnが保管するのは、Admin Consoleで作成するAPIトークンです。',
    invisible: '見えない文字を取り除きました。',
    fullWidth: '全角文字を半角に変えました。',
    backslashes: 'ハイフンと下線の前のバックスラッシュを取り除きました。',
    dashes: '値の中のダッシュをハイフンに変えました。',
    manyValues: (count) => `異なるトークンの値が${number(count)}個あります。1つだけコピーしてください。`,
    maybeSecond:
      'このテキストには、ほかの文字とつながった2つ目の値がある可能性があります。トークンの値だけをコピーしてください。',
    spaces: '前後の空白を取り除きました。',
    twice: '同じ値が複数ありました。',
    tooLong: (length) =>
      `${number(length)}文字のテキストで、トークンよりはるかに長いものです。トークンの値だけをコピーしてください。`,
    noText: 'テキストがありません。',
    privateKey: 'トークンではなく、秘密鍵または証明書です。',
    cutInTwo:
      '値が改行で2つに分かれているか、2つの別のものです。トークンの値だけを、途切れずにコピーしてください。',
    severalLines: '複数行のテキストです。トークンの値だけをコピーしてください。',
    address: 'トークンではなく、アドレスです。',
    json: 'JSONです。その中のトークンの値だけをコピーしてください。',
    placeholder: 'トークンではなく、{apiToken}のようなプレースホルダーです。',
    base64:
      'KubernetesのシークレットやBasicヘッダーのような、base64のトークンです。デコードし、トークンの値だけを貼り付けてください。',
    otherProduct: (product) =>
      `Oktaではなく、${product}のシークレットです。OktaのAdmin Consoleでトークンの値をコピーしてください。`,
    dots: '隠された値を表す点です。値そのものをコピーしてください。',
    hasSpaces: 'トークンに空白は含まれません。トークンの値だけをコピーしてください。',
    foreignLetters: 'トークンにない文字があります。トークンの値だけをコピーしてください。',
    otherDash:
      'ほかのプログラムが1つまたは2つのハイフンの代わりに書いたダッシュがあり、値が分かりません。値を作成した場所でコピーしてください。',
    joined:
      'トークンが含まれている可能性がありますが、ほかの文字とつながっており、終わりが分かりません。トークンの値だけをコピーしてください。',
    moreThanToken:
      'トークン以外のものが含まれているか、別のものです。トークンに使われるのは英数字、-、_だけです。トークンの値だけをコピーしてください。',
    joinedValues: '2つ以上の値が、空白なしでつながっています。1つだけコピーしてください。',
    settingName: '設定の値ではなく、名前です。トークンの値だけをコピーしてください。',
    short: (length) =>
      `${number(length)}文字です。Oktaのトークンは42文字なので、一部が欠けている可能性があります。テストで分かります。`,
    letterO:
      '英字のOで始まっています。Oktaのトークンは数字の0が2つで始まります。画像から読み取った可能性があります。テストで分かります。',
    maybeClientSecret:
      'Oktaのトークンのように00で始まっていません。OAuthアプリのクライアントシークレットの可能性があります。テストで分かります。',
    unusual: 'Oktaのトークンの形式（00で始まる42文字）ではありません。テストで分かります。',
    quotes: '前後の引用符を取り除きました。',
    mark: '後のコンマまたはピリオドを取り除きました。',
    ssws: '前の「SSWS 」を取り除きました。Keyturnが自動で付けます。',
    name: '値の前の名前を取り除きました。',
    where: (n, line, name) =>
      `${n + 1}番目${line === null ? '' : `、${line}行目`}${name === null ? '' : `、${name}の後`}`,
  },
  text: {
    nameAs: (name) => `値の前のテキスト「${name}」を取り除きました。`,
    quotesAndMark: '前後の引用符と、後のコンマまたはピリオドを取り除きました。',
    inFront: (front) => `ほかのテキストを取り除きました: 前の${amount(front)}。`,
    after: (back) => `ほかのテキストを取り除きました: 後の${amount(back)}。`,
    around: (front, back) => `ほかのテキストを取り除きました: 前の${amount(front)}と後の${amount(back)}。`,
  },
};
