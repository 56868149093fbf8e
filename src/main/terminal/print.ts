import type { CommandAnswers, ListedToken, StatusAnswer, TestAnswer } from '../features/commands/answers.ts';
import { shownText } from '../features/programs/shown.ts';

/** A text from the vault or from Okta, as a terminal may show it: nothing in it moves the cursor or turns the line. */
const plain = (text: string, most = 60): string => shownText(text, most);

const day = (time: string | null): string => (time === null ? '' : time.slice(0, 10));

/** Returns rows in columns, as wide as their longest cell. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .map((row) => `${row}\n`)
    .join('');
}

const table = (tokens: readonly ListedToken[]): string =>
  columns([
    ['NAME', 'ORG', 'OWNER', 'HEALTH', 'EXPIRES', 'WHY'],
    ...tokens.map(({ name, org, owner, health, expiresAt, reason }) => [
      plain(name),
      plain(org),
      plain(owner ?? ''),
      health,
      day(expiresAt),
      plain(reason, 80),
    ]),
  ]);

const list = (tokens: readonly ListedToken[]): string =>
  tokens.length === 0 ? 'No tokens are kept yet. Add one in the window of Keyturn.\n' : table(tokens);

function status({ version, locked, tokens, health, attention }: StatusAnswer): string {
  if (locked || tokens === null) return `Keyturn ${version} runs, and is not unlocked.\n`;
  const counted = Object.entries(health ?? {}).map(([word, count]) => `${count} ${word.toLowerCase()}`);
  const head = `Keyturn ${version} runs. ${tokens} ${tokens === 1 ? 'token' : 'tokens'}${counted.length === 0 ? '' : `: ${counted.join(', ')}`}.\n`;
  return attention === null || attention.length === 0 ? head : `${head}\n${table(attention)}`;
}

const marks: Readonly<Record<TestAnswer['checks'][number]['state'], string>> = {
  ok: 'ok',
  attention: 'look',
  failed: 'FAILED',
  unknown: 'not known',
  skipped: 'skipped',
  running: '',
};

const tested = ({ token, outcome, sentence, remedy, requestId, tookMs, checks }: TestAnswer): string =>
  [
    `${outcome}: ${plain(token.label)} at ${plain(token.org)} (${tookMs} ms)\n`,
    `${plain(`${sentence} ${remedy}`.trim(), 1200)}\n`,
    requestId === null ? '' : `Okta request id: ${plain(requestId, 120)}\n`,
    '\n',
    columns(checks.map(({ state, title, detail }) => [marks[state], plain(title, 200), plain(detail, 400)])),
  ].join('');

/** Returns an answer as text for a person. */
export function answerText<N extends keyof CommandAnswers>(command: N, answer: CommandAnswers[N]): string {
  const texts: { readonly [K in keyof CommandAnswers]: (answer: CommandAnswers[K]) => string } = {
    ls: list,
    status,
    names: (all) => all.map((name) => `${name}\n`).join(''),
    test: tested,
    rotate: ({ label }) => `The window of Keyturn shows the rotation of ${plain(label)}.\n`,
  };
  return texts[command](answer);
}

/** Returns an answer as JSON, in which nothing is outside ASCII's printable characters. */
export const answerJson = (answer: unknown): string =>
  `${JSON.stringify(answer, null, 2).replace(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
