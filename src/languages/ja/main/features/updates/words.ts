import type { words as english } from '../../../../../main/features/updates/words.ts';

/** The Japanese of the sentences of updates. */
export const words: typeof english = {
  desk: {
    notReady: '準備ができている新しいバージョンはありません。',
    off: 'ここでは、Keyturnは更新を確認しません。',
    seeSettings: '理由は設定に表示されます。',
    rotationRuns: 'ローテーションの手順を実行中のため、今は再起動しません。',
    jobRuns: 'ジョブがユーザーを変更中のため、今は再起動しません。',
    afterIt: '終わってから再起動するか、ジョブを中断してください。',
  },
};
