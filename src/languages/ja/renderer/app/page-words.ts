import type { words as english } from '../../../../renderer/app/page-words.ts';

/** The Japanese of the words that the first screen does not need. */
export const words: typeof english = {
  paletteEntries: {
    alsoFindInFiles: '平文の検索',
    lightTheme: 'ライトテーマ',
    darkTheme: 'ダークテーマ',
    systemTheme: 'システムのテーマ',
    test: (label) => `${label}をテスト`,
    rotate: (label) => `${label}をローテーション`,
    copy: (label) => `${label}をコピー`,
    oauthApp: 'OAuthアプリ',
    onTab: (label, tab) => `${label}、${tab}`,
  },
  palettePlaces: {
    curl: 'curl',
    env: '.env',
  },
  palette: {
    commands: 'コマンド',
    commandOrToken: 'コマンドまたはトークン',
    typeCommand: 'コマンドまたはトークンの名前を入力',
    noneFound: 'その名前のコマンドまたはトークンはありません。',
  },
  selectedToken: {
    overview: '概要',
    access: 'アクセス',
    usage: '使用状況',
    programs: 'プログラム',
    rotation: 'ローテーション',
    due: (when) => `予定: ${when}`,
    oauth: 'OAuth',
  },
};
