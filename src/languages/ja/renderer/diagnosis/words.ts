import type { words as english } from '../../../../renderer/diagnosis/words.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  guideCases: {
    'Invalid token': '無効なトークン',
    'Permission denied': '権限の不足',
    'Rate limiting': 'レート制限',
  },
  diagnosisPanel: {
    whyItFailed: '失敗の原因',
    stopLooking: '調査を中止',
    reportCopied: 'レポートをコピーしました',
    copyReport: 'レポートをコピー',
    reportOnClipboard: 'レポートをクリップボードにコピーしました。',
    likeliestCause: (title) => `最も可能性の高い原因: ${title}。`,
    looking: 'Keyturnが原因を調べています。読み取るだけで、Oktaの何も変更しません。',
    stopped: '原因が見つかる前に中止しました。',
    canLook: 'Keyturnが原因を調べます。読み取るだけです。',
    findOutWhy: '原因を調べる',
    waiting: (time) => `待機中です。${time}にテストします。`,
    doNotWait: '待たない',
    testAt: (time) => `${time}にテスト`,
    otherCauses: 'ほかの原因',
    whatKeyturnChecked: 'Keyturnが確認したこと',
    confirmed: '確認済み',
    cannotTell: '判断できない',
    ruledOut: '除外',
    mostLikely: '可能性が高いが、確実ではない',
    asItShouldBe: '問題なし',
    notAsItShouldBe: '問題あり',
    running: '実行中',
    findings: '調査結果',
  },
};
