import type { words as english } from '../../../../../main/features/app/words.ts';

/** The Japanese of the sentences of the app's own methods. */
export const words: typeof english = {
  licences: {
    notHere: 'このビルドにはライセンスの一覧がありません。',
    installAgain: 'Keyturnをインストールし直してください。',
  },
};
