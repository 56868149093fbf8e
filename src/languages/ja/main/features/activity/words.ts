import type { words as english } from '../../../../../main/features/activity/words.ts';
import { number } from '../../../../../shared/plural.ts';

/** The Japanese of the sentences about the record of activity. */
export const words: typeof english = {
  feature: {
    exported: (file) => `記録を${file}にエクスポートしました。`,
  },
  handlers: {
    saveRecord: 'アクティビティの記録を保存',
  },
  store: {
    changed: (entry) => `項目${number(entry)}は、書き込まれた後に変更されました。`,
    missing: (entry) => `項目${number(entry)}がないか、別の項目に置き換わっています。`,
    cutOff: (entries, last) =>
      `記録は項目${number(entries)}で終わっていますが、${number(last)}件が書き込まれています。末尾が切り取られました。`,
    endUnknown: (entries) =>
      `封印された記録の末尾がありません。記録は項目${number(entries)}で終わっており、それより後の項目が取り除かれた可能性があります。`,
    whole: (entries) =>
      `${number(entries)}件の項目は、すべて書き込まれたままです。順序は正しく、欠けた項目はありません。`,
    empty: 'まだ何も書き込まれていません。',
  },
};
