/** The names of what a person writes about a token or an app: the form shows them, and the record names what was changed. */
export const profileNames = {
  label: 'Label',
  purpose: 'Purpose',
  environment: 'Environment',
  tags: 'Tags',
  consumers: 'Where it is used',
  rotateEveryDays: 'Rotate every (days)',
};

/** The word of each environment. */
export const environmentNames = {
  production: 'Production',
  preview: 'Preview',
  development: 'Development',
  other: 'Other',
};
