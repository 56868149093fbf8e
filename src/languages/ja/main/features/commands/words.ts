import type { words as english } from '../../../../../main/features/commands/words.ts';

/** The Japanese of the app's messages to the `keyturn` command. */
export const words: typeof english = {
  desk: {
    locked: 'Keyturnはロックされています。続けるには、ロックを解除してください。',
    stayedLocked: 'Keyturnはロックされており、2分以内にロック解除されませんでした。',
    several: (count, name, ids) =>
      `${name}という名前のトークンまたはアプリが${count}個あります。いずれかのIDを書いてください: ${ids}。`,
    noToken: (name) =>
      `${name}という名前のトークンまたはアプリはありません。名前の一覧はkeyturn lsで確認できます。`,
    isApp: (label) =>
      `${label}はOAuthアプリです。鍵は、Keyturnのウィンドウにあるアプリのページで変更してください。`,
    changedMeanwhile: 'テスト中にアプリが変更されました。もう一度テストしてください。',
  },
  serve: {
    notKnown: 'このkeyturnコマンドの要求は、動作中のKeyturnが知らないものです。',
    wentWrong: 'Keyturnの内部でエラーが発生しました。詳細はログにあります。',
  },
};
