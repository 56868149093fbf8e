import { nodes } from '../../../../renderer/ui/nodes.ts';
import type { words as english, pageShared as englishShared } from '../../../../renderer/ui/page-words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of the words that many pages use. */
export const pageShared: typeof englishShared = {
  notKnown: '不明',
  change: '変更',
  remove: '削除',
  reading: '読み込み中…',
  keepIt: '残す',
  pasteFromClipboard: 'クリップボードから貼り付け',
  enterByHand: '手動で入力',
  openAdminConsole: 'Admin Consoleを開く',
  fingerprint: 'フィンガープリント',
  revoke: '失効',
  testAgain: '再テスト',
  continue: '続ける',
  copied: 'コピー済み',
  copyForSupport: 'サポート用にコピー',
  askingOkta: 'Oktaに問い合わせ中…',
  changeInOkta: 'Oktaで変更',
  endpoints: 'エンドポイント',
  useAnotherValue: '別の値を使う',
  rotate: 'ローテーション',
  when: '日時',
  rateLimitLeft: 'レート制限の残り',
  clientId: 'Client ID',
  clientIdExample: '0oa…',
  whereClientIdIs: 'Oktaではアプリの「General」の「Client Credentials」に表示されます。',
  chosenClientId: (id) =>
    `${id}は、Oktaが作ったClient IDではありません。Oktaが作るClient IDは0oaで始まる20文字です。${id}がアプリの名前であれば、Client IDを入力してください。`,
};

/** The Japanese of the words that the first screen does not need. */
export const words: typeof english = {
  captureChoices: {
    question: (count) => `異なる値が${number(count)}個貼り付けられました。トークンはどれですか。`,
    nothingKept:
      '選ぶまでKeyturnは何も保管しません。クリップボードも変更していません。それぞれの値の位置を比べるか、トークンだけをコピーしてください。',
    fingerprint: (fingerprint) => nodes`フィンガープリント${fingerprint}`,
  },
  checksList: {
    passed: '合格',
    needsAttention: '要注意',
    failed: '失敗',
    notRun: '未実行',
    running: '実行中',
    checks: '確認項目',
    ms: (ms) => `${number(ms)} ms`,
    orgReachable: 'orgに接続できる',
    oktaAccepts: 'Oktaがトークンを受け付ける',
    whoseToken: 'トークンの所有者',
    ownerActive: '所有者が有効',
    roles: 'ロール',
    networkRestriction: 'ネットワーク制限',
    expiry: '有効期限',
  },
  stage: {
    done: '完了',
    now: '現在',
    stillToCome: '未着手',
    notWorking: '動作していない',
  },
  dateField: {
    dayBetween: (first: string, last: string) => `${first}から${last}までの日付を選んでください。`,
  },
  keepAliveFields: {
    whatKeepingAliveDoes:
      '残りが7日を切ると、Keyturnが軽い呼び出しを1回行います。未使用のトークンに対するOktaの整理を防ぐため、理由と終了日を入力してください。Keyturnが起動し、ロック解除されている必要があります。',
    reason: '理由',
    until: '終了日',
  },
  needsFields: {
    whatItNeeds: '必要な権限',
    nothing: 'なし',
    read: '読み取り',
  },
  jobFields: {
    whatItIsFor: '用途',
  },
  profileCard: {
    editDetails: '詳細を編集',
    changed: (label) => `${label}の詳細を変更しました。`,
    saveDetails: '詳細を保存',
    usedIn: '使用場所',
    details: '詳細',
  },
  profileFields: {
    byCommas: 'コンマで区切ります。',
    onePerLine: '1行に1件。例: GitHub Actions: acme/infra',
    labelEmpty: 'ラベルが空です。',
    giveName: '一覧で見分けやすい名前をトークンに付けてください。',
    notDays: '「ローテーションの間隔（日）」の日数を使えません。',
    wholeNumber: '1から3650までの整数を入力してください。',
    over: {
      tags: {
        sentence: (most) => `トークンのタグは${number(most)}個までです。`,
        remedy: 'タグを減らしてください。',
      },
      tag: {
        sentence: (most) => `1つのタグは${number(most)}文字までです。`,
        remedy: 'タグを短くするか、タグをコンマで区切ってください。',
      },
      consumers: {
        sentence: (most) => `トークンの利用先は${number(most)}件までです。`,
        remedy: '複数の利用先を1行にまとめてください。',
      },
      name: {
        sentence: (most) => `利用先の名前は${number(most)}文字までです。`,
        remedy: '名前を短くするか、名前の後にコロンを付けてください。',
      },
      where: {
        sentence: (most) => `コロンの後のテキストは${number(most)}文字までです。`,
        remedy: '短くしてください。',
      },
    },
  },
  resultBanner: {
    http: (status) => `HTTP ${status}`,
    justNow: 'たった今',
    measured: (when, tookMs) => `${when}、${number(tookMs)} ms`,
    request: (id) => nodes`リクエスト${id}`,
  },
  secretField: {
    apiToken: 'APIトークン',
  },
};
