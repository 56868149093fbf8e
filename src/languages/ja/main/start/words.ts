import type { words as english } from '../../../../main/start/words.ts';

/** The Japanese of the sentences of the app's start. */
export const words: typeof english = {
  command: {
    doesNotStart: (program, why) => `keyturn: ${program}を起動できません（${why}）。`,
  },
  console: {
    appMissing: (path) => `keyturn: ${path}にアプリがありません。インストールし直してください。`,
  },
  demo: {
    refused: (why) => `keyturn: ${why}`,
    ownAuthority: 'keyturn: --demoと--extra-caは一緒に使えません。デモは、デモのorgの認証局を信頼します。',
    notice: (sentence) => `デモ: ${sentence}`,
    isDemo: 'すでにデモです。',
    notStarted: 'デモを起動できませんでした。',
    tryAgain:
      'もう一度試してください。再び失敗したら、ターミナルで--demoを付けてKeyturnを起動し、原因を確認してください。',
  },
  index: {
    alreadyRunning: 'keyturn: すでに動いているため、ウィンドウを前面に表示しました',
    pageDoesNotLoad: (why) =>
      `keyturn: ページを読み込めないため、起動できません（${why}）。インストールし直してください。`,
    restDoesNotLoad:
      'keyturn: 一部を読み込めないため、ほとんどの機能が使えません。インストールし直してください。',
    partDoesNotLoad: 'keyturn: 一部を読み込めないため、起動できません。インストールし直してください。',
  },
  installCommand: {
    moveFirst: '先にKeyturnを「アプリケーション」に移動してください。',
    linkWouldBreak: '現在の場所へのリンクは、すぐに使えなくなります。',
    ok: 'OK',
    ask: 'コマンドkeyturnをインストールしますか。',
    makesLink: (link) => `macOSが管理者の認証を求め、リンク${link}を作成します。`,
    install: 'インストール',
    installed: 'コマンドkeyturnをインストールしました。',
    tryIt: '新しいターミナルを開き、keyturn helpと入力してください。',
    notInstalled: 'コマンドkeyturnをインストールできませんでした。',
    makeByHand: (source, link) =>
      `macOSがリンクを作成しませんでした。ターミナルで作成してください: sudo ln -s "${source}" ${link}`,
  },
  sandbox: {
    notAsRoot:
      'keyturn: rootではChromiumのサンドボックスが使えないため、Keyturnをrootで実行できません。自分のアカウントで起動してください。',
  },
  switches: {
    notTaken: (name) => `keyturn: オプション--${name}は、アプリを他者に開くおそれがあるため、受け付けません`,
  },
};
