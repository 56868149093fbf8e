import type { words as english } from '../../../../renderer/plaintext/words.ts';
import { series } from '../../../../shared/listed.ts';
import { number } from '../../../../shared/plural.ts';

/** The Japanese of this feature's pages. */
export const words: typeof english = {
  plaintextPage: {
    about:
      'okta.yaml、.envファイル、シェルの履歴、netrc、TerraformとPostmanのファイル、環境変数、VS Codeの設定からAPIトークンを探します。各トークンの場所を示します。値は表示しません。',
    chooseFolder: 'フォルダーを選ぶ',
    alsoIn: (folder) => `${folder}以下も対象`,
    withoutFolder: 'フォルダーを対象から外す',
    search: '検索',
    searchAgain: '再検索',
    stop: '中止',
    searching: (looked) => `検索中です。${number(looked)}個のファイルを読みました。`,
    found: (count, looked) =>
      count === 0
        ? `${number(looked)}個のファイルに、トークンは見つかりませんでした。`
        : `${number(looked)}個のファイルを調べ、トークンが${number(count)}か所に見つかりました。`,
    stopped: (count, looked) =>
      `${number(looked)}個のファイルで中止しました。トークンは${number(count)}か所に見つかりました。`,
    notSearched: 'まだ検索していません',
    whatSearchDoes:
      'ホームフォルダー以下の既知の場所と、選んだフォルダーを読みます。何も変更せず、何も送りません。このページを離れると、見つけた内容を破棄します。',
    noneFound: '平文のトークンはありません',
    searchMore: 'さらに調べるには、プロジェクトのフォルダーを選んで、もう一度検索してください。',
    places: '平文のトークン',
  },
  findingsTable: {
    place: '場所',
    whySo: '根拠',
    whatCanBeDone: 'できる操作',
    lines: (lines) => (lines.length === 0 ? '環境変数' : `${series(lines.map(String))}行目`),
    notKept: 'ここに保管していない',
    fingerprint: (fingerprint) => `フィンガープリント${fingerprint}`,
    of: (host) => `${host}のトークン`,
    takeIn: '取り込む',
    takeInFrom: (place) => `${place}のトークンを取り込む`,
    cleanUp: '取り除く',
    cleanUpNamed: (place) => `${place}から取り除く`,
    open: '開く',
    openNamed: (label) => `${label}を開く`,
    rotate: 'ローテーション',
    rotateNamed: (label) => `${label}をローテーション`,
  },
};
