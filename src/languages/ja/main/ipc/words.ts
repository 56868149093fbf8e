import type { words as english } from '../../../../main/ipc/words.ts';

/** The Japanese of the sentences of the router. */
export const words: typeof english = {
  channels: {
    notTrusted: 'このページはKeyturnに何も要求できません。',
  },
  parts: {
    doesNotLoad: 'Keyturnの一部を読み込めないため、この操作はできません。保存済みのものは失われていません。',
    installAgain: 'Keyturnをインストールし直してください。',
  },
  router: {
    notUnderstood: 'Keyturnは要求を理解できませんでした。',
    checkInput: '入力内容を確認してください。',
    unexpected: 'Keyturnの内部で問題が起きました。保存した内容は失われていません。',
    reportIt:
      'もう一度試してください。繰り返す場合は、設定に表示されるフォルダーのログを添えて報告してください。',
  },
};
