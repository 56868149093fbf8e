import type { words as english } from '../../../../renderer/tokens/page-words.ts';
import { nodes } from '../../../../renderer/ui/nodes.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of the words that the first screen does not need. */
export const words: typeof english = {
  detailsCard: {
    nameInOkta: 'Oktaでの名前',
    tokenId: 'トークンID',
    captured: '取り込み',
    kept: '保管方法',
    none: 'なし',
    notReadable: '読めません',
  },
  historyTab: {
    noTestYet: 'テストの記録はまだありません。最新の1,000件をここに残します。',
    tests: 'テスト',
    earlierValue: '以前の値',
    ms: (tookMs) => `${number(tookMs)} ms`,
    oneTest: 'テスト1件',
    lastTests: (count) => `最近のテスト${number(count)}件`,
    summary: (worked, middle) => `動作${number(worked)}件、中央値${number(middle)} ms`,
  },
  overviewTab: {
    checks: '確認項目',
    cancelTest: 'テストをキャンセル',
    notTestedYet:
      '未テストです。「テスト」をクリックすると、Oktaが受け付けるか、所有者、有効期限が分かります。',
    testing: 'テスト中です。1〜2秒かかります。',
    expires: '有効期限',
    notAcceptedNow: '現在、Oktaは受け付けません',
    mostLikelyExpired: 'おそらく期限切れ',
    byOkta: (when) => `Oktaの情報、未使用の場合: ${when}`,
    thirtyDaysAfterUse: '最後の使用から30日後',
    rotationDue: 'ローテーション予定',
    everyDays: (due, days) => `${due}、${days}日ごと`,
    readWithEveryTest: 'テストのたびに読み取る',
    resetsInS: (bucket, left) => `${bucket}、${left}秒後にリセット`,
    asOf: (bucket, date) => `${bucket}、${date}時点`,
    of: (of) => `／${of}`,
  },
  tokenEnd: {
    replaceNow: '今すぐ置き換え',
    remove: 'Keyturnから削除',
    askReplace: 'このトークンを今すぐ置き換えますか。',
    revokeItNow: '今すぐ失効させる',
    whatReplacingDoes: (label) =>
      nodes`トークンが漏洩したときに使います。KeyturnはOktaで${label}をすぐに失効させ、それを証明します。使っているすべてのプログラムは、代わりのトークンを引き渡すまで動作しません。System Logから分かる、このトークンの操作も表示します。`,
    removed: (label) => `${label}をKeyturnから削除しました。`,
    askRemove: 'Keyturnから削除しますか。',
    whatRemovingDoes: (label) =>
      nodes`${label}とその履歴を、このコンピューターから削除します。30秒以内なら元に戻せます。トークン自体は、だれかが失効させるか、30日間使われなくなるまで、Oktaで動作します。`,
  },
  tokenPage: {
    continueRotation: 'ローテーションを続ける',
    revoked: (bold, date) =>
      nodes`${bold(`${date}に失効しました（証明あり）。`)}Keyturnは値を保管していません。証明は「ローテーション」にあります。`,
    notReadable: (bold) =>
      nodes`${bold('保管した値を開けません。')}保管庫の中のこの部分が壊れています。ほかのトークンには影響しません。`,
    pasteItAgain: 'もう一度貼り付ける',
  },
  useTab: {
    value: '値',
    terraform: 'Terraform',
    sdkConfiguration: 'SDKの構成',
    howCopyWorks: 'コピー時にKeyturnが値を入れ、30秒後にクリップボードを消去します。',
    copy: (name) => `${name}をコピー`,
  },
};
