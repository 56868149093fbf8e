import { holdsShape, valuesIn } from '../../capture/token-text.ts';
import type { Run } from './long-runs.ts';

/** A value of a token's shape, and why the text around it says that it is a token. */
export interface ShapedValue {
  readonly value: string;
  readonly from: number;
  readonly to: number;
  readonly because: Because;
}

/**
 * `ssws`: the scheme is in front. `name`: a token's name is in front. `word`: an Okta word is near. `secret`: a word for a secret is near or in
 * the first line, where a table has its heads. `org`: an org is in the text. `alone`: nothing else says so.
 */
export type Because = 'ssws' | 'name' | 'word' | 'secret' | 'org' | 'alone';

/** The longest distance between such a word and a value, in characters. */
const near = 600;
/** How much of the first line may be the heads of a table. */
const mostHeads = 2_000;
/** How much of the text in front of a value is searched for its name. */
const inFront = 160;

const scheme = /\bSSWS["'\s:=\\]*$/i;
/** The name of a setting, an option or a field in front of a value. Heredocs, blocks and anchors of YAML and shells' defaults may be between. */
const name =
  /([A-Za-z$_][\w$.-]{0,80})["'`\]\\]*\s*(?:[:=]+>?\s*|>\s*|\s)\s*(?:["'`]?(?:<<-?\w+|[|>][-+\d]*|&\w+|!!\w+|\$\{\w+:-)\s*)?["'`\\]*(?:SSWS\s+)?$/i;
const oktaName = /okta|ssws/i;
/** What people call a token, also in the languages of spreadsheets and messages. No ordinary file has a random value near one of them. */
const secretName =
  /token|api[_ -]?key|secret|passw|auth\b|authorization|bearer|credential|sensitive|トークン|令牌|토큰|токен|jeton/i;
const oktaWord = /okta|ssws/i;
const oktaHost =
  /(?<![\w-])[\w-]{1,63}\.(?:okta|oktapreview|okta-emea|okta-gov|okta-miltest|trex-govcloud)\.com\b|\.okta\.mil\b/i;

/** Escapes for a character in JSON, JavaScript, shells and URLs. They are not part of a value. */
const escapes = /%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\[nrt]/g;

/** Returns a text with spaces in the place of escapes, so that positions do not change. */
export const withoutEscapes = (text: string): string =>
  text.replace(escapes, (sign) => ' '.repeat(sign.length));

/** The longest run for a single value. Such a value fills the run, except for an escape in front of it, such as the `20` of `%20`. */
const longestRun = 60;
/** How much text is read on each side of a value. It is more than `near`. */
const around = 1_000;
/** The most such runs in a text. A text with more is a table of something else. */
const mostRuns = 1_000;
/** How often the same run counts. Without this, a history with one token hides the others in it. */
const mostTimes = 20;

/**
 * Returns the values of a token's shape that, by the text around them, are API tokens. capture/token-text.ts has the rule for the shape.
 * `runs` are the text's long runs. It reads only a part of the text around each run, so that no text takes long. `hosts` are the person's
 * orgs, for orgs with a domain of their own. Pure.
 */
export function shapedIn(text: string, runs: readonly Run[], hosts: readonly string[]): ShapedValue[] {
  const likely: Run[] = [];
  const times = new Map<string, number>();
  for (const run of runs) {
    if (run.text.length > longestRun || !holdsShape(run.text)) continue;
    const before = times.get(run.text) ?? 0;
    times.set(run.text, before + 1);
    if (before < mostTimes) likely.push(run);
    if (likely.length === mostRuns) break;
  }
  const whole = {
    isOrgNamed: once(() => oktaHost.test(text) || hosts.some((host) => text.includes(host))),
    isHeadNamed: once(() => secretName.test(text.slice(0, mostHeads).split(/[\r\n]/, 1)[0] ?? '')),
    isOnly: (value: string) => text.trim() === value,
  };
  const found = new Map<number, ShapedValue>();
  for (const run of likely) {
    const start = Math.max(0, run.from - around);
    const part = text.slice(start, run.from + run.text.length + around);
    for (const searched of [part, withoutEscapes(part)]) {
      for (const { value, from, to } of valuesIn(searched)) {
        const place = { value, from: start + from, to: start + to };
        if (place.from < run.from || place.to > run.from + run.text.length || found.has(place.from)) continue;
        const because = reasonOf(searched, value, from, to, whole);
        if (because !== null) found.set(place.from, { ...place, because });
      }
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from);
}

/** Returns a function that asks only once and then repeats the answer. */
function once(ask: () => boolean): () => boolean {
  let answer: boolean | null = null;
  return () => {
    answer ??= ask();
    return answer;
  };
}

/** Questions about the whole text, and not about the part around a value. */
interface Whole {
  readonly isOrgNamed: () => boolean;
  readonly isHeadNamed: () => boolean;
  readonly isOnly: (value: string) => boolean;
}

function reasonOf(
  text: string,
  value: string,
  from: number,
  to: number,
  { isOrgNamed, isHeadNamed, isOnly }: Whole,
): Because | null {
  if (isPlaceholder(value)) return null;
  const before = text.slice(Math.max(0, from - inFront), from);
  if (scheme.test(before)) return 'ssws';
  const named = name.exec(before)?.[1] ?? '';
  if (oktaName.test(named)) return 'name';
  if (!looksRandom(value)) return null;
  if (secretName.test(named)) return 'name';
  const [front, behind] = [text.slice(Math.max(0, from - near), from), text.slice(to, to + near)];
  if (oktaWord.test(front) || oktaWord.test(behind)) return 'word';
  if (secretName.test(front) || secretName.test(behind) || isHeadNamed()) return 'secret';
  if (isOrgNamed()) return 'org';
  return isOnly(value) ? 'alone' : null;
}

/** Returns true for a placeholder: it has few different characters, each of them often, or it is words with hyphens. */
const isPlaceholder = (value: string): boolean =>
  new Set(value).size < 8 || (value.match(/[_-]/g) ?? []).length > 7;

/** Returns true when a value has random characters, as Okta's values do. Names, identifiers and hexadecimal numbers do not. */
const looksRandom = (value: string): boolean =>
  /[a-z]/.test(value) && /[A-Z]/.test(value) && new Set(value).size >= 16;
