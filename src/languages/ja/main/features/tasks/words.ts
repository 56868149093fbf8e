import type { words as english } from '../../../../../main/features/tasks/words.ts';
import type { JobAction } from '../../../../../shared/contract/tasks.ts';
import { series } from '../../../../../shared/listed.ts';
import { number } from '../../../../../shared/plural.ts';

const users = (count: number): string => `ユーザー${number(count)}人`;

/** What a job does with a number of users, as a noun phrase. */
const deeds: Readonly<Record<JobAction, (who: string, group: string) => string>> = {
  activate: (who) => `${who}の有効化`,
  suspend: (who) => `${who}の一時停止`,
  unsuspend: (who) => `${who}の一時停止の解除`,
  deactivate: (who) => `${who}の無効化`,
  'reset-password': (who) => `${who}のパスワードのリセット`,
  create: (who) => `${who}の作成`,
  delete: (who) => `${who}の削除`,
  'add-to-group': (who, group) => `${who}の${group}への追加`,
  'remove-from-group': (who, group) => `${who}の${group}からの削除`,
};

/** The word on the button that starts a job. */
const buttons: Readonly<Record<JobAction, (who: string) => string>> = {
  activate: (who) => `${who}を有効化`,
  suspend: (who) => `${who}を一時停止`,
  unsuspend: (who) => `${who}の一時停止を解除`,
  deactivate: (who) => `${who}を無効化`,
  'reset-password': (who) => `${who}のパスワードをリセット`,
  create: (who) => `${who}を作成`,
  delete: (who) => `${who}を削除`,
  'add-to-group': (who) => `${who}を追加`,
  'remove-from-group': (who) => `${who}をグループから削除`,
};

const meanings: Readonly<Record<JobAction, string>> = {
  activate: 'Oktaが各ユーザーに有効化のメールを送ります。',
  suspend: 'だれかが一時停止を解除するまで、サインインできません。',
  unsuspend: '再びサインインできるようになります。',
  deactivate:
    'すべてのアプリへのアクセスを失います。アプリのデータが失われることもあります。Oktaでは元に戻せません。',
  'reset-password':
    'Oktaが各ユーザーにメールを送ります。新しいパスワードを決めるまで、サインインできません。',
  create: 'STAGEDの状態になります。メールは届かず、だれかが有効化するまでサインインできません。',
  delete: 'Oktaは先に各ユーザーを無効化します。削除したユーザーは、Oktaで元に戻せません。',
  'add-to-group': 'グループに伴うアプリ、ポリシー、管理者ロールを得ます。',
  'remove-from-group': 'グループに伴うアプリ、ポリシー、管理者ロールを失います。',
};
const activated = 'Oktaが有効化し、各ユーザーに有効化のメールを送ります。';

/** The Japanese of the sentences about user tasks. */
export const words: typeof english = {
  reading: {
    trouble: {
      'name-missing': (word) =>
        word === ''
          ? '属性の名前が必要な位置で、検索が終わっています。'
          : `属性の名前が必要な位置に${word}があります。`,
      'name-unknown': (word) =>
        `Oktaに、検索できるプロパティ${word}はありません。プロファイルの属性は「profile.」で始まります。例: profile.department`,
      'last-login': () =>
        'Oktaは最後のサインインで検索できません。サインインしていないユーザーを探すには、検索の下の入力欄を使ってください。',
      'operator-missing': (word) =>
        word === ''
          ? '演算子が必要な位置で、検索が終わっています。'
          : `演算子が必要な位置に${word}があります。`,
      'operator-unknown': (word) => `Oktaに演算子${word}はありません。`,
      'operator-ne': () =>
        'Oktaのユーザー検索に演算子neはありません。(status lt "STAGED" or status gt "STAGED")と書いてください。',
      'operator-co': (word) =>
        `Oktaは${word}の先頭だけを検索します。演算子coを使えるのは、login、email、名前だけです。`,
      'value-missing': () => '演算子の後に値がありません。',
      'value-unquoted': (word) =>
        `値${word}が引用符で囲まれていません。${/^['`´“”„‟‘’‚‛«»]/.test(word) ? '検索には、まっすぐな二重引用符（"）が必要です。' : ''}`,
      'quote-open': () => '引用符で囲んだ値の末尾に、引用符がありません。',
      'bracket-open': () => '開いたかっこが閉じられていません。',
      'bracket-close': () => '閉じかっこに対応する開きかっこがありません。',
      'joint-missing': (word) => `${word}の前に「and」または「or」が必要です。`,
    },
    lookAtHelp: '検索の横のヘルプを開き、検索を修正してください。',
    notUnderstood: 'Oktaはこの検索を理解できません。',
  },
  desk: {
    mayNotAsk:
      'このトークンではorgに問い合わせられなくなりました。失効または削除されたか、Keyturnが復号できません。',
    chooseAnother: '別のトークンを選んでください。',
    searchGone: 'この検索は、もう開いていません。',
    searchAgain: 'もう一度検索してください。',
    stopped: '中止しました。',
    tooMany: 'このorgには、保存した検索がすでに100件あります。',
    forgetOne: '先に1件削除してください。',
    alreadyReading: 'Keyturnは、すでにこのorgのユーザーを読み取り中です。',
    waitOrStop: '読み取りが終わるまで待つか、中止してください。',
    saveUsers: 'ユーザーを保存',
    exported: (count, host) => `${host}の${users(count)}をエクスポートしました。`,
  },
  plan: {
    notFrom: {
      activate: (status) =>
        `Oktaが有効化できるのは、STAGEDまたはDEPROVISIONEDのユーザーです。このユーザーは${status}です。`,
      suspend: (status) => `Oktaが一時停止できるのは、ACTIVEのユーザーです。このユーザーは${status}です。`,
      unsuspend: (status) =>
        `Oktaが一時停止を解除できるのは、SUSPENDEDのユーザーです。このユーザーは${status}です。`,
      deactivate: (status) => `Oktaは、${status}のユーザーを無効化できません。`,
      'reset-password': (status) => `Oktaは、${status}のユーザーのパスワードをリセットできません。`,
    },
    already: (status) => `ユーザーはすでに${status}です。`,
    empty: 'この行にユーザーの指定がありません。',
    noUser: 'このユーザーはOktaに見つかりません。作成されたばかりのユーザーは、見つからないことがあります。',
    twice: (row) => `${row}行目に同じユーザーがあります。`,
    ownOwner:
      'このユーザーは、Keyturnが問い合わせに使うトークンの所有者です。変更すると、そのトークンが動作しなくなります。',
    tooLong: (most) => `1つのジョブで扱えるユーザーは最大${most}人です。`,
    inParts: '複数のジョブに分けてください。',
    notDeleted: (status) =>
      `ユーザーは${status}で、アカウントが使われています。元に戻す操作で削除するのは、STAGED、PROVISIONED、DEPROVISIONEDのユーザーです。`,
  },
  profile: {
    missing: (name) => `${name}がありません。`,
    wrongType: {
      string: (name) => `${name}が文字列ではありません。`,
      boolean: (name) => `${name}がtrueでもfalseでもありません。`,
      integer: (name) => `${name}が整数ではありません。`,
      number: (name) => `${name}が数値ではありません。`,
      array: (name) => `${name}が数値の一覧ではありません。`,
    },
    unseen: (name) => `${name}に見えない文字または改行が含まれています。`,
    noEmail: (name) => `${name}がメールアドレスの形式ではありません。`,
    tooShort: (name, least) => `${name}は${least}文字以上必要です。`,
    tooLong: (name, most) => `${name}が${number(most)}文字を超えています。`,
    notAllowed: (name) => `${name}は、orgが許可する値ではありません。`,
    otherCharacters: 'loginに、orgが許可しない文字があります。',
    slash:
      'loginにスラッシュがあります。応答が失われたとき、Keyturnはこのユーザーについて問い合わせられません。',
    formula: (name) => `${name}は数式のようですが、文字列として扱います。`,
    value: (name, value) => `${name}: ${value}`,
    twice: (row) => `Oktaでは、${row}行目とloginが同じです。`,
    exists: 'このloginのユーザーは、すでにOktaにいます。',
    noAttribute: (name) => `このorgのプロファイルに属性${name}はありません。`,
    mapAgain: '列を選び直してください。',
  },
  groups: {
    ofApp: 'このグループのメンバーは、アプリまたはディレクトリが決めます。そちらで変更してください。',
    ofOkta: 'このグループのメンバーは、Okta自身が決めます。',
    gone: 'このグループはOktaにありません。',
    noGroup: (name) =>
      `Oktaに${name}という名前のグループはありません。大文字と小文字はOktaの名前と同じにしてください。`,
    severalOfName: (name) => `Oktaに${name}という名前のグループが複数あります。`,
    unnamed: 'この行にグループの指定がありません。',
    noneChosen: 'グループが選ばれていません。',
    choose: 'グループ、またはグループの名前の列を選んでください。',
    chooseAnother: '別のグループを選んでください。',
    ofRows: '各行で指定したグループ',
  },
  membership: {
    of: ((isMember: boolean): string =>
      isMember ? 'メンバー' : 'メンバーではない') as typeof english.membership.of,
    already: (isMember) =>
      isMember ? 'ユーザーはすでにメンバーです。' : 'ユーザーはすでにメンバーではありません。',
    ownOwner:
      'このユーザーは、Keyturnが問い合わせに使うトークンの所有者です。グループに伴う権限を、トークンが失う可能性があります。',
  },
  rule: {
    changeSearch: '検索を変更するか、代わりにこの検索でジョブを実行してください。',
    noSignIn: 'グループルールでは、最後のサインインを使えません。',
    noSearch:
      'グループルールには検索が必要です。すべてのユーザーには、OktaのグループEveryoneがすでにあります。',
    noProperty: (name) => `グループルールで使えるのは、プロファイルの属性だけです。${name}は使えません。`,
    noText: (name) => `${name}は文字列ではないため、グループルールで使えません。`,
    noOperator: (operator) => `演算子${operator}は、グループルールで使えません。`,
    noValue: (value) =>
      `値${value}は、グループルールで使えません。値は引用符で囲んだ文字列で、中に引用符とバックスラッシュを含めないでください。`,
    noName: 'ルールに名前がありません。',
    typeName: '名前を入力してください。',
    nameTaken: (name) => `${name}という名前のグループルールが、すでにOktaにあります。`,
    otherName: 'Admin Consoleでそのルールを確認するか、別の名前を選んでください。',
    notMade: 'ルールは作成していません。何も変更していません。',
    notOn: (why) => `Oktaにルールを作成しましたが、オンになっていないため、だれも追加されません。${why}`,
    switchOn: 'Admin Consoleの「Directory」、「Groups」、「Rules」でルールをオンにしてください。',
    noted: ({ name, group }) => `今後、グループルール${name}がユーザーを${group}に追加します。`,
    tooLong: '条件が長すぎて、ダイアログに全体を表示できないため、ルールを作成しませんでした。',
    fewerParts: '条件を減らすか、短くしてください。',
    approval: ({ host, label, name, expression, group }) => ({
      question: `${host}で${group}のグループルールを作成しますか。`,
      detail: [
        `今後、Oktaは次の条件に合うすべてのユーザーを${group}に追加します:`,
        expression,
        '検索と違い、ルールは大文字と小文字を区別します。',
        `ルールの名前: ${name}。使用するトークン: ${label}。`,
      ].join('\n'),
      yes: 'ルールを作成',
    }),
  },
  rowView: {
    deleted: '削除済み',
  },
  run: {
    done: 'Oktaが変更しました。',
    doneByStatus: (status) => `応答が失われました。Oktaによると、ユーザーは現在${status}です。`,
    unknown: (before, status) =>
      `応答が失われました。ユーザーは${before}から${status}になっており、変更が行われたかどうか分かりません。`,
    gone: 'このユーザーはもうOktaにいません。',
    wrongStatus: 'ユーザーの現在のステータスを理由に、Oktaが変更を拒否しました。',
    refused: (causes) => `Oktaが変更を拒否しました: ${causes}`,
    created: (status) => `Oktaがユーザーを作成しました。ステータスは${status}です。`,
    createdByLogin: (status) => `応答が失われました。ユーザーは現在Oktaにいて、ステータスは${status}です。`,
    loginTaken: 'このloginのユーザーが、以前からOktaにいました。',
    otherProfile:
      '応答が失われました。このloginでプロファイルの異なる新しいユーザーがOktaにいるため、だれが作成したか分かりません。',
    deleted: 'Oktaがユーザーを削除しました。',
    notDeletedYet: 'Oktaはユーザーを無効化しましたが、まだ削除していません。',
    userOrGroupGone: 'このユーザーまたはこのグループは、もうOktaにありません。',
    doneByGroups: (isMember) =>
      `応答が失われました。Oktaによると、ユーザーは現在${isMember ? 'メンバーです' : 'メンバーではありません'}。`,
    noAnswer: 'Oktaが2回応答しませんでした。何も変わっていません。',
    limitUsedUp:
      'リクエストが多すぎるため、Oktaがすべての呼び出しを拒否しています。ほかのプログラムがレート制限をすべて使っています。',
    firstFailed:
      'Oktaは最初の数人のユーザーを変更しませんでした。各行の理由を確認してください。この変更に必要なロールが、トークンにない可能性があります。',
    someUnreadable: '保管庫の中でこのジョブの一部の行が壊れているため、Keyturnはそれらを実行できません。',
  },
  csv: {
    choose: 'ユーザーのCSVファイルを選ぶ',
    empty: 'ファイルに行がありません。',
    chooseAnother: '別のファイルを選んでください。',
    noText: 'テキストファイルではありません。',
    noFile: 'ファイルではありません。',
    workbook: 'CSVファイルではなく、表計算ソフトのブックです。',
    page: 'このファイルはページか文書であり、CSVファイルではありません。',
    saveAsCsv: '表計算ソフトでCSVとして保存し、そのファイルを選んでください。',
    manyColumns: 'ファイルの列が500を超えています。',
    badRow: (line) =>
      line === ''
        ? 'ファイルをCSVとして読めません。'
        : `ファイルの${line}行目をCSVとして読めません。引用符が閉じていないか、位置が正しくないか、行が長すぎます。`,
    mendIt: 'その行を修正するか、CSVとして保存し直してください。その後、もう一度ファイルを選んでください。',
    notRead: 'ファイルを読めませんでした。',
    changed: '選んだ後で、ファイルの列が変わりました。',
    notHeld: 'ファイルの選択が解除されています。',
    chooseAgain: 'もう一度選んでください。',
  },
  jobs: {
    notThere: 'このジョブは、もうKeyturnにありません。',
    nobody: 'このジョブの対象になるユーザーが見つかりませんでした。',
    otherUsers: '別のユーザーを選んでください。',
    nothingToDo: 'このジョブで変更されるユーザーはいません。',
    wrongCount: (count) => `入力した数が、ユーザーの数${count}と一致しません。何も変更していません。`,
    typeCount: 'ウィンドウに表示された数を入力してください。',
    notStarted: 'ジョブは開始していません。何も変更していません。',
    notPlanned: 'このジョブは、すでに開始または終了しています。',
    notPaused: 'このジョブは中断していません。',
    lookAgain: 'ジョブの一覧をもう一度確認してください。',
    anotherRuns: 'このorgの別のジョブが実行中です。',
    runs: 'このジョブは実行中です。',
    pauseFirst: '先に中断してください。',
    noUndo: 'この種類のジョブは元に戻せません。',
    deleteIsUndo: 'ジョブで削除できるのは、以前のジョブで作成したユーザーだけです。',
    wrongSource: 'これらのユーザーは、この種類のジョブで扱えません。',
    paused: '中断しました。',
    locked: 'ジョブの実行中に、Keyturnがロックされました。',
    endedMeanwhile: 'ジョブの実行中に、Keyturnが終了しました。',
    trouble: 'Keyturnの内部でエラーが発生しました。済んだ変更は失われていません。',
    saveResults: '結果を保存',
    ofSelection: (count) => `一覧で選んだ${users(count)}`,
    ofSearch: ({ search, notSignedInForDays }) =>
      series([
        search.trim() === '' ? 'すべてのユーザー' : search.trim(),
        ...(notSignedInForDays === null ? [] : [`${notSignedInForDays}日間サインインなし`]),
      ]),
    ofFile: (name) => `ファイル${name}`,
    ofUndo: '以前のジョブによる変更',
    started: ({ action, group = '' }, count) =>
      `${deeds[action](users(count), group)}: ジョブを開始しました。`,
    ended: ({ action, group = '' }, state, done, failed) =>
      `${deeds[action](users(done), group)}: ジョブ${state === 'done' ? 'が終了しました' : 'をキャンセルしました'}。失敗${number(failed)}人。`,
  },
  approval: ({ action, activates, tokenLabel }, { count, host, named, group }) => ({
    question: `${host}で次の操作を行いますか: ${deeds[action](users(count), group)}`,
    detail: [
      action === 'create' && activates === true ? activated : meanings[action],
      `使用するトークン: ${tokenLabel}。`,
      ...named,
      ...(count > named.length ? [`ほか${count - named.length}人`] : []),
    ].join('\n'),
    yes: buttons[action](users(count)),
  }),
};
