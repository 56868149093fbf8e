/** The Japanese of the role for a tool that only reads users and groups. */
export const readsOnly =
  'ツールが読み取りだけを行うなら、Read-only Administrator。ユーザーやグループを変更するなら、そのための権限だけを持つカスタム管理者ロール。';
