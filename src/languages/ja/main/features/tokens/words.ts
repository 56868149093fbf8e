import type { words as english } from '../../../../../main/features/tokens/words.ts';

/** The Japanese of the sentences about kept tokens. */
export const words: typeof english = {
  handlers: {
    valueCopied: '値をコピーしました。',
    curlCopied: '値を含むcurlコマンドをコピーしました。',
    envCopied: '値を含む.envのテキストをコピーしました。',
    terraformCopied: '値を含むTerraformのテキストをコピーしました。',
    sdkCopied: '値を含むSDKの構成をコピーしました。',
    beingRotated: 'このトークンはローテーション中で、2つ目の値を保管している可能性があります。',
    endRotation: '先にローテーションを終了してください。',
  },
  store: {
    otherOrg:
      '保管庫のファイルが変更されました。この値は、ファイルが今示すものとは別のorgのために保管されたものです。Keyturnはこの値を使いません。',
    damaged: 'ファイルが壊れたか変更されたため、保管したこのトークンの値を開けません。',
    unreadable: '読めないトークン',
    gone: 'このトークンは、もうここに保管していません。',
    revoked: 'このトークンは失効しているため、値はもうありません。',
    pasteOrMake: 'もう一度貼り付けるか、Oktaで新しいトークンを作成してください。',
    alreadyKept: (label) => `このトークンは、すでに「${label}」として保管しています。`,
    useThatOne: 'それを使うか、別のトークンを取り込んでください。',
  },
  clipboard: {
    ownCopy: 'クリップボードのテキストは、Keyturn自身がコピーしたものです。',
    copyNew: 'Admin Consoleで新しいトークンの値をコピーし、ここに貼り付けてください。',
    notWritten: 'システムがクリップボードへの書き込みを許可しなかったため、何もコピーしていません。',
    tryAgain:
      'もう一度試してください。繰り返す場合は、別のプログラムがクリップボードを使っている可能性があります。',
  },
};
