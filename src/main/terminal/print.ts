import { countedWords } from '../../shared/credential-counts.ts';
import type { Health } from '../../shared/health.ts';
import { inSentence } from '../../shared/in-sentence.ts';
import { isoDay } from '../../shared/iso-day.ts';
import { series } from '../../shared/listed.ts';
import { number } from '../../shared/plural.ts';
import { words as sharedWords } from '../../shared/words.ts';
import { shownText } from '../base/shown.ts';
import type {
  CommandAnswers,
  ListedCredential,
  StatusAnswer,
  TestAnswer,
} from '../features/commands/answers.ts';
import { widthOf } from './text-width.ts';
import { words } from './words.ts';

const healthWords = sharedWords.health.states;

/**
 * Returns a text from the vault or from Okta in a form that is safe for a terminal: it neither moves the cursor nor changes the direction
 * of the line.
 */
const plain = (text: string, most = 60): string => shownText(text, most);

const day = (time: string | null): string => (time === null ? '' : isoDay(Date.parse(time)));

/** Returns rows in columns, as wide as their widest cell. */
function columns(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows
    .map((row) =>
      row
        .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .map((row) => `${row}\n`)
    .join('');
}

const table = (tokens: readonly ListedCredential[]): string =>
  columns([
    words.print.columns,
    ...tokens.map(({ kind, name, org, owner, health, expiresAt, reason }) => [
      plain(name),
      plain(org),
      kind === 'app' ? words.print.app : plain(owner ?? ''),
      healthWords[health],
      day(expiresAt),
      plain(reason, 80),
    ]),
  ]);

const list = (tokens: readonly ListedCredential[]): string =>
  tokens.length === 0 ? `${words.print.noTokens}\n` : table(tokens);

function status({ version, locked, tokens, apps, health, attention }: StatusAnswer): string {
  if (locked || tokens === null) return `${words.print.notUnlocked(version)}\n`;
  const kept = countedWords({ tokens, apps: apps ?? 0 });
  const counted = Object.entries(health ?? {}).map(
    ([health, count]) => `${number(count)} ${inSentence(healthWords[health as Health])}`,
  );
  const line =
    counted.length === 0
      ? words.print.runs(version, kept)
      : words.print.runsWith(version, kept, series(counted));
  const head = `${line}\n`;
  return attention === null || attention.length === 0 ? head : `${head}\n${table(attention)}`;
}

const marks: Readonly<Record<TestAnswer['checks'][number]['state'], string>> = {
  ok: words.print.ok,
  attention: words.print.look,
  failed: words.print.failed,
  unknown: words.print.notKnown,
  skipped: words.print.skipped,
  running: '',
};

const tested = ({ token, outcome, sentence, remedy, requestId, tookMs, checks }: TestAnswer): string =>
  [
    `${words.print.tested(outcome, plain(token.label), plain(token.org), tookMs)}\n`,
    `${plain(`${sentence} ${remedy}`.trim(), 1200)}\n`,
    requestId === null ? '' : `${words.print.requestId(plain(requestId, 120))}\n`,
    '\n',
    columns(checks.map(({ state, title, detail }) => [marks[state], plain(title, 200), plain(detail, 400)])),
  ].join('');

/** Returns an answer as text for a person. */
export function answerText<N extends keyof CommandAnswers>(command: N, answer: CommandAnswers[N]): string {
  const texts: { readonly [K in keyof CommandAnswers]: (answer: CommandAnswers[K]) => string } = {
    ls: list,
    status,
    names: (all) => all.map((name) => `${name}\n`).join(''),
    guard: () => '',
    app: () => '',
    test: tested,
    rotate: ({ label }) => `${words.print.showsRotation(plain(label))}\n`,
  };
  return texts[command](answer);
}

/** Returns an answer as JSON that has only printable ASCII characters. */
export const answerJson = (answer: unknown): string =>
  `${JSON.stringify(answer, null, 2).replace(/[\u007f-\uffff]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
