/** The results of the tests with one name, from a runner's report. */
export interface Seen {
  readonly ran: number;
  readonly failed: number;
  /** The first line of the first failed test's message. */
  readonly why: string;
}

/** One test of a report: its file, its full name, and its result. */
export interface Ran {
  readonly file: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly why: string;
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/** Returns the tests of Vitest's JSON report. */
export const ofVitest = (report: VitestReport): Ran[] =>
  report.testResults.flatMap(({ name: file, assertionResults }) =>
    assertionResults.map(({ fullName, status, failureMessages }) => ({
      file,
      name: fullName,
      outcome: status === 'passed' || status === 'failed' ? status : 'skipped',
      why: failureMessages?.[0] ?? '',
    })),
  );

interface PlaywrightSuite {
  readonly title: string;
  readonly file: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: string;
      readonly results: readonly { readonly error?: { readonly message?: string } }[];
    }[];
  }[];
}

/** Returns the tests of Playwright's JSON report. */
export const ofPlaywright = (report: { readonly suites: readonly PlaywrightSuite[] }): Ran[] =>
  report.suites.flatMap((suite) => inSuite(suite, []));

function inSuite(suite: PlaywrightSuite, above: readonly string[]): Ran[] {
  const own = (suite.specs ?? []).flatMap(({ title, tests }) =>
    tests.map(({ status, results }) => ({
      file: suite.file,
      name: [...above, title].join(' '),
      outcome:
        status === 'skipped'
          ? ('skipped' as const)
          : status === 'unexpected'
            ? ('failed' as const)
            : ('passed' as const),
      why: results.find(({ error }) => error !== undefined)?.error?.message ?? '',
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => inSuite(inner, [...above, inner.title]))];
}

/** Returns the results of the tests in `file` whose names contain `words`. Skipped tests do not count. */
export function seen(tests: readonly Ran[], file: string, words: string): Seen {
  const here = tests.filter(
    (test) => (test.file.endsWith(file) || file.endsWith(test.file)) && test.name.includes(words),
  );
  const failed = here.filter(({ outcome }) => outcome === 'failed');
  return {
    ran: here.filter(({ outcome }) => outcome !== 'skipped').length,
    failed: failed.length,
    why: plain(failed[0]?.why ?? ''),
  };
}

// The first line, without the colours of a terminal.
const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ESC begins a colour.
  (text.replaceAll(/\u001b\[[\d;]*m/g, '').split('\n')[0] ?? '').slice(0, 160);
