import type { words as english } from '../../../../renderer/overview/words.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  overviewPage: {
    about:
      'すべてのトークンの概要です。このページはKeyturnが保管している情報だけを使い、orgを呼び出しません。',
    nothingYet: '表示するものがまだありません',
    addFirst: 'トークンを追加すると、状態、必要な対応、できることがここに表示されます。',
  },
  healthCard: {
    byHealth: '状態別のトークン',
    show: (health, count) => `トークン${number(count)}個を表示: ${health}`,
    byOrg: 'org別の状態',
    org: 'Org',
  },
  privilegeCard: {
    leastPrivilege: 'org別の最小権限',
    meaning:
      '判定済みのトークンのうち、用途を超えるアクセスがないものの割合です。目的があり、X-rayで十分に調べられたトークンを判定します。',
    org: 'Org',
    score: '用途の範囲内',
    tokens: 'トークン',
    notJudged: '未判定',
    percent: (score) => `${score}%`,
    noneJudged: '判定済みなし',
    ofJudged: (within, judged) => `判定済み${number(judged)}個中${number(within)}個`,
  },
  workCard: {
    thisWeek: '今週の対応',
    nothing: '7日以内に必要な対応はありません。',
    token: 'トークン',
    what: '内容',
    due: '期日',
    now: '今すぐ',
    byDay: '日ごとの件数',
    kinds: {
      failing: '失敗',
      'paste-again': '貼り直し',
      expiry: '有効期限',
      rotation: 'ローテーション',
      rotating: 'ローテーション中',
      job: 'ジョブ',
    },
    openTasks: 'タスクを開く',
  },
  tokensCard: {
    unused: '未使用',
    whatUnused: (days) =>
      `${days}日以上、だれも使っていないトークンです。Oktaでは、Keyturnによるテストも使用に数えます。`,
    noneUnused: (days) => `どのトークンも${days}日以内に使われました。`,
    superAdmins: 'Super Administratorのトークン',
    whatSuperAdmins: 'どのトークンも、そのorgですべての操作ができます。',
    noneSuperAdmin: 'Super Administratorが所有するトークンは確認されていません。',
    share: (count, all) => `トークン${number(all)}個中${number(count)}個`,
    token: 'トークン',
    owner: '所有者',
    lastUse: '最後の使用',
  },
  rows: {
    firstOf: (shown, all) => `${number(all)}件中、最初の${number(shown)}件です。`,
  },
};
