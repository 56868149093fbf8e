import type { words as english } from '../../../demo/words.ts';

/** The Japanese of the demo. */
export const words: typeof english = {
  demo: {
    onlyOwnOrgs: (host) => `デモはデモのorgだけを呼び出します。${host}は呼び出しません。`,
    onlyOwnPages: 'デモにあるのは、デモのorgのAPIトークンのページとアプリのページだけです。',
    startWithout: 'デモを終了し、通常のKeyturnでこのページを開いてください。',
  },
  folder: {
    inTheWay: (folder) =>
      `${folder}にデモ以外のものがあります。別の場所に移すか、--user-dataで別のフォルダーを指定してください。`,
    notWritten: (folder, code) => `デモは${folder}に書き込めません（${code}）。`,
  },
  keyring: {
    label: 'デモのキーリング',
  },
};
