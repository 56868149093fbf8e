import type { words as english } from '../../../../../main/features/commands/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the app's messages to the `keyturn` command. */
export const words: typeof english = {
  desk: {
    locked: 'Keyturnはロックされています。続けるには、ロックを解除してください。',
    stayedLocked: 'Keyturnはロックされており、2分以内にロック解除されませんでした。',
    several: (count, name, ids) =>
      `${name}という名前のトークンまたはアプリが${number(count)}個あります。いずれかのIDを書いてください: ${ids}。`,
    noToken: (name) =>
      `${name}という名前のトークンまたはアプリはありません。名前の一覧はkeyturn lsで確認できます。`,
    noApp: (name) =>
      `${name}という名前のOAuthアプリはありません。名前と種類の一覧はkeyturn lsで確認できます。`,
    shared: (count, name) =>
      `${name}という名前のトークンまたはアプリが${number(count)}個あるため、どれを指すのか分かりません。使いたいものの「プログラム」タブで、プログラムの使用を許可してください。以後、その名前はそれのものになります。`,
    isApp: (label) =>
      `${label}はOAuthアプリです。鍵は、Keyturnのウィンドウにあるアプリのページで変更してください。`,
    changedMeanwhile: 'テスト中にアプリが変更されました。再テストしてください。',
  },
  appChoice: {
    replaces: (app, token) => `OAuthアプリ${app}を使います。${token}に代わるアプリです。`,
    covers: (app, token) => `OAuthアプリ${app}を使います。前回のテストで、${token}の用途を満たしました。`,
    samePurpose: (app, token) =>
      `OAuthアプリ${app}を使います。目的が${token}と同じです。${token}の用途に必要なスコープは分かりません。`,
    offer: (token, app) =>
      `OAuthアプリ${app}は、1時間以内に期限切れになるアクセストークンで、${token}の用途を果たせます。使うには、--appを付けてください。`,
    offerSeveral: (token, apps) =>
      `次のOAuthアプリは、1時間以内に期限切れになるアクセストークンで、${token}の用途を果たせます: ${apps}。使うには、${token}の代わりにアプリの名前を指定してください。`,
    several: (token, apps) =>
      `${token}の用途を果たせるOAuthアプリが複数あります: ${apps}。${token}の代わりに、いずれかの名前を指定してください。`,
    proofs: (app) =>
      `${app}の前回のテストによると、Oktaはすべての呼び出しに所持証明（DPoP）を求めます。そのため、プログラムはアクセストークンだけでは呼び出せません。--valueなしで実行してください。呼び出しと証明はKeyturnが行います。アプリが証明を求めなくなった場合は、再テストしてください。`,
    noApps: (host, token) =>
      `Keyturnに${host}のアプリがないため、${token}の用途を果たせるOAuthアプリはありません。Keyturnのウィンドウで追加し、テストしてください。`,
    none: (token) => `${token}の用途を今果たせるOAuthアプリはありません。`,
    noneCovers: (token, needs) =>
      `${token}の用途を果たせることを前回のテストで示したOAuthアプリはありません。用途に必要なもの: ${needs}。Keyturnのウィンドウでこの用途のアプリを追加するか、再テストしてください。`,
    jobNotKnown: (token) =>
      `${token}の用途が分からず、目的が同じOAuthアプリもありません。トークンのX-rayを実行して「アクセス」タブで用途を選ぶか、${token}の代わりにアプリの名前を指定してください。`,
    need: (label, access) => (access === 'read' ? label : `${label}（変更）`),
    unreadable: (app) => `${app}の鍵を復号できません。アプリのページで鍵をすぐに置き換えてください。`,
    notSetUp: (app) => `${app}にはまだClient IDがありません。アプリのページで設定を完了してください。`,
    notTested: (app) =>
      `${app}はまだテストしていません。次のコマンドでテストしてください: keyturn test ${app}`,
    failed: (app, outcome) =>
      `${app}の前回のテストの結果は「${outcome}」でした。再テストしてください: keyturn test ${app}`,
    lacks: (app, needs) =>
      `${app}の前回のテストでは、用途に必要なものが確認できませんでした: ${needs}。アプリのページでこの用途を選び、テストしてください。`,
  },
  serve: {
    notKnown: 'このkeyturnコマンドの要求は、動作中のKeyturnが知らないものです。',
    wentWrong: 'Keyturnの内部でエラーが発生しました。詳細はログにあります。',
  },
};
