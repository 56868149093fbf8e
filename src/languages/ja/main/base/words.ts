import type { words as english } from '../../../../main/base/words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of the sentences about files and for a terminal. */
export const words: typeof english = {
  changes: {
    changed: (name: string) => `「${name}」を変更しました。`,
    fromTo: (name: string, from: string, to: string) =>
      `「${name}」を「${from}」から「${to}」に変更しました。`,
    wasEmpty: (name: string, to: string) => `空だった「${name}」を「${to}」にしました。`,
    isEmpty: (name: string, from: string) => `「${from}」だった「${name}」を空にしました。`,
  },
  say: {
    said: (sentence) => `keyturn: ${sentence}`,
  },
  shown: {
    spaces: (count) => `（空白${number(count)}個）`,
  },
  windowsCommand: {
    noProgram: (file) =>
      `${file}はプログラムではありません。先にファイルを実行するプログラム、次にファイルを指定してください。`,
    lineBreak: (file) =>
      `${file}はバッチファイルで、その引数に改行は使えません。中で動くプログラムを直接実行してください。`,
    tooLong: (file, most) =>
      `${file}はバッチファイルで、その引数がWindowsの上限の${number(most)}文字を超えています。`,
  },
  nodeDebug: {
    wouldPrint:
      '環境変数NODE_DEBUGがあると、Nodeは起動するプログラムをその環境変数の値ごと出力します。何も起動しませんでした。NODE_DEBUGなしでKeyturnを起動してから、もう一度実行してください。',
  },
  oneDialog: {
    dialogOpen: 'システムのダイアログが答えを待っています。',
    answerIt: '先にそれに答えてください。',
  },
  files: {
    notAFile: 'ファイルではありません',
    changedMeanwhile: '途中で別のプログラムが変更しました。もう一度実行してください',
    notWritten: (why) => `ファイルを書き込めませんでした: ${why}。`,
    anotherFolder: '書き込める別のフォルダーを選んでください。',
    freeRoom: 'ディスクの空きを増やし、もう一度試してください。',
    diskFull: 'ディスクに空きがありません',
    quotaFull: 'このディスクの割り当てを使い切っています',
    freeSome: '空きを増やし、もう一度試してください。',
    tooLarge: 'ファイルサイズの上限を超えます',
    raiseLimit: '上限を上げるか（ulimit -f）、別のディスクを選んでください。',
    diskError: 'ディスクがエラーを報告しました',
    checkDisk: 'ディスクを確認し、もう一度試してください。',
    diskReadOnly: 'ディスクが読み取り専用です',
    notNoted: '書き込むことを先に保管庫に記録できませんでした',
    mayNotWrite: 'そこに書き込む権限がありません',
    inUse: '別のプログラムまたはマウントが使用中です',
    endUse: '使用中のプログラムを閉じ、もう一度試してください。',
    noFolder: 'フォルダーがありません',
    chooseFolder: '別のフォルダーを選んでください。',
    chooseName: '別の名前を選んでください。',
    circle: 'リンクが循環しています',
    longName: '名前が長すぎます',
    shorterName: '短い名前を選んでください。',
    code: (code) => `システムの応答は${code}です`,
    anotherOwner: '別のアカウントのもので、書き込むとあなたのものになります',
    attributesLost: '権限と属性が失われます',
    notSmallText: '小さなテキストファイルではなく、フォルダーまたはデバイスです',
    overSize: (megabytes) => `小さなテキストファイルではありません: ${megabytes} MBを超えています`,
    readOnlyAllow: '読み取り専用です。書き込みを許可し、もう一度実行してください',
    hasSecondName:
      '2つ目の名前（ハードリンク）があり、そこに古い値が残ります。シンボリックリンクに変え、もう一度実行してください',
  },
  textOfBytes: {
    notText: 'UTF-8のテキストにないバイトがあります。エディターでUTF-8として保存し、もう一度実行してください',
    halfCharacter: 'UTF-16で始まり、文字の途中で終わっています',
    notUnicode: 'UTF-8またはUTF-16のテキストファイルではありません',
  },
};
