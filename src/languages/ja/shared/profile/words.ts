import type {
  environmentNames as englishEnvironments,
  profileNames as englishNames,
} from '../../../../shared/profile/words.ts';

/** The Japanese names of what a person writes about a token or an app. */
export const profileNames: typeof englishNames = {
  label: 'ラベル',
  purpose: '目的',
  environment: '環境',
  tags: 'タグ',
  consumers: '使用場所',
  rotateEveryDays: 'ローテーションの間隔（日）',
};

/** The Japanese word of each environment. */
export const environmentNames: typeof englishEnvironments = {
  production: '本番',
  preview: 'プレビュー',
  development: '開発',
  other: 'その他',
};
