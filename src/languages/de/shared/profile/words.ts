import type {
  environmentNames as englishEnvironments,
  profileNames as englishNames,
} from '../../../../shared/profile/words.ts';

/** The German names of what a person writes about a token or an app. */
export const profileNames: typeof englishNames = {
  label: 'Bezeichnung',
  purpose: 'Zweck',
  environment: 'Umgebung',
  tags: 'Tags',
  consumers: 'Wo es benutzt wird',
  rotateEveryDays: 'Rotieren alle (Tage)',
};

/** The German word of each environment. */
export const environmentNames: typeof englishEnvironments = {
  production: 'Produktion',
  preview: 'Preview',
  development: 'Entwicklung',
  other: 'Andere',
};
