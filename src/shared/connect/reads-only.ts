/** The role for a tool that only reads users and groups (Okta, administrator role permissions). */
export const readsOnly =
  'Read-only Administrator if the tool only reads. If it changes users or groups, a custom admin role with only the permissions for them.';
