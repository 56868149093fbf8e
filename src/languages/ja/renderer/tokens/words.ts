import type { words as english } from '../../../../renderer/tokens/words.ts';

/** The Japanese of the words that the first screen needs. */
export const words: typeof english = {
  emptyList: {
    noTokensYet: 'トークンはまだありません',
    whatKeyturnDoes:
      'KeyturnはOktaでAPIトークンを作成する手順を案内し、このコンピューターに暗号化して保管し、テストします。',
    addFirstToken: '最初のトークンを追加',
    restoreSavedTokens: '保存したトークンを復元',
    noTokenMatches: '該当するトークンはありません',
    whatFilterFinds: 'ラベル、org、所有者、タグ、目的、状態を検索します。',
    showAllTokens: 'すべてのトークンを表示',
  },
  grouping: {
    needsYou: '要対応',
    inRotation: 'ローテーション中',
    healthy: '正常',
    revoked: '失効済み',
    oauthApp: 'OAuthアプリ',
    expiryByOkta: (expiry, rotation) =>
      `未使用の場合の有効期限（Oktaの情報）: ${expiry}。ローテーション予定: ${rotation}。`,
    expiryForecast: (expiry, rotation) =>
      `未使用の場合の有効期限（予測）: ${expiry}。ローテーション予定: ${rotation}。`,
    keyDue: (due) => `次の鍵の予定: ${due}。`,
  },
  tokenList: {
    tokenList: 'トークンの一覧',
    filter: (name) => `${name}の絞り込み`,
    open: '開く',
    testing: 'テスト中…',
    test: (label) => `${label}をテスト`,
  },
};
