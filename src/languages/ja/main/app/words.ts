import type { words as english } from '../../../../main/app/words.ts';

/** The Japanese of the sentences of the record and of notices that concern several features. */
export const words: typeof english = {
  compose: {
    locked: 'ロックしました。',
  },
  witnesses: {
    app: (label) => `アプリ「${label}」`,
    token: (label) => `トークン「${label}」`,
  },
  house: {
    notRecorded: '操作は完了しましたが、アクティビティの記録に書き込めませんでした。',
  },
  needs: {
    commandWaits: 'コマンドが、Keyturnのロック解除を待っています。',
    imported: '別のコンピューターからインポートしました。',
  },
  tokenNeeds: {
    removed: 'Keyturnから削除しました。Oktaではまだ動作します。',
    broughtBack: '削除を元に戻しました。',
  },
};
