import { type Lines, type Tool, throughDoor } from '../../../../shared/connect/tool.ts';
import { readsOnly } from './reads-only.ts';

const lines: readonly Lines[] = [
  {
    name: 'Postmanの環境',
    text: ({ door }) =>
      door === null
        ? null
        : `${JSON.stringify(
            {
              name: 'Keyturn経由のOkta',
              values: [
                { key: 'url', value: door, enabled: true },
                { key: 'apikey', value: 'keyturn', enabled: true },
              ],
            },
            null,
            2,
          )}\n`,
  },
  {
    name: 'Newmanでコレクションを実行する',
    text: throughDoor(
      `sh -c 'newman run collection.json --env-var url="$OKTA_CLIENT_ORGURL" --env-var apikey=keyturn'`,
    ),
  },
];

/** The Japanese page of Postman and of its runner Newman. */
export const postman: Tool = {
  id: 'postman',
  name: 'PostmanとNewman',
  value: 'stays in Keyturn',
  needs:
    'Oktaのコレクションは、環境の変数urlとapikeyを読みます。urlにはKeyturnのアドレスを入れます。apikeyはどんな文字列でもかまいません。ブラウザーのページはトークンを使えないため、デスクトップアプリを使ってください。',
  role: readsOnly,
  oauth:
    'OIDCアプリのAuthorization Code with PKCEを、Postmanの画面で設定します。人がサインインし、コレクションができることはスコープで限られます。',
  app: {
    value: 'stays in Keyturn',
    needs:
      'Oktaのコレクションは、環境の変数urlとapikeyを読みます。urlにはKeyturnのアドレスを入れます。apikeyはどんな文字列でもかまいません。Keyturnがアプリのアクセストークンに置き換えます。ブラウザーのページはKeyturnを呼び出せないため、デスクトップアプリを使ってください。',
    lines,
    copies: [],
  },
  lines,
  sources: [
    'https://developer.okta.com/docs/reference/rest/',
    'https://support.okta.com/help/s/article/configuring-postman-for-okta-api-access',
  ],
};
