import type { words as english } from '../../../../../main/features/wizard/words.ts';

/** The Japanese of the sentences of the setup wizard. */
export const words: typeof english = {
  handlers: {
    takeIn: (where, host) => `${where}のトークンを${host}用に取り込みますか。`,
    whereItGoes: (host) =>
      `テストのため、Keyturnはこれを${host}だけに送ります。このorgのトークンでない場合は、取り込まないでください。`,
    takeItIn: '取り込む',
    notTakenIn: 'トークンは取り込んでいません。',
    notTested: 'このトークンは、まだテストしていません。',
    testFailed: 'このトークンのテストは成功しませんでした。',
    testOrSaveAnyway: '再テストするか、「それでも保存」を選んでください。',
  },
  save: {
    captured: (fingerprint) => `値を取り込みました。フィンガープリント${fingerprint}。`,
    beingRotated: 'このトークンはローテーション中のため、今は値を置き換えられません。',
    endRotation: 'ローテーションを続けるか終了してから、もう一度値を貼り付けてください。',
  },
  store: {
    notFromFile: 'この設定は、ファイルのトークンから始めたものではありません。',
    ended: 'この設定は終わったため、メモリには何も残っていません。',
    otherOrg: (own, other) => `もう一度貼り付けるトークンは${own}のものです。${other}の値は使えません。`,
    startAgain: '「トークンを追加」からやり直してください。',
    noOrg: 'orgがまだ確認されていません。',
    backToOrg: '「Org」に戻り、Org URLを入力してください。',
    noToken: 'APIトークンがまだ取り込まれていません。',
    backToCapture: '「取り込み」に戻り、貼り付けてください。',
    useAddToken: '別のorgのトークンを保管するには、「トークンを追加」を使ってください。',
  },
};
