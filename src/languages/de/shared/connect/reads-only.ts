/** The German text of the role for a tool that only reads users and groups. */
export const readsOnly =
  'Read-only Administrator, wenn das Werkzeug nur liest. Wenn es Benutzer oder Gruppen ändert, eine benutzerdefinierte Admin-Rolle nur mit den Berechtigungen dafür.';
