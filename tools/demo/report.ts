import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { SeenRequest } from '../../tests/fake-okta/server.ts';

/** The demo's numbered pictures, and its final report.md. */
export class Report {
  readonly #folder: string;
  readonly #steps: { file: string; sentence: string }[] = [];
  readonly #facts: { name: string; value: string }[] = [];

  constructor(folder: string) {
    this.#folder = folder;
  }

  get pictures(): number {
    return this.#steps.length;
  }

  /** Takes a picture of a window when nothing moves; `sentence` describes it. */
  async picture(page: Page, sentence: string): Promise<void> {
    const file = `${String(this.#steps.length + 1).padStart(2, '0')}.png`;
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    await page.screenshot({ path: join(this.#folder, file), animations: 'disabled' });
    this.#steps.push({ file, sentence });
    process.stdout.write(`${file}  ${sentence}\n`);
  }

  /** Adds a fact that the walk found. */
  fact(name: string, value: string): void {
    this.#facts.push({ name, value: value.replace(/\s+/g, ' ').trim() });
  }

  /** Writes report.md. `failure` is the error that ended the walk, or null; `requests` are the fake Okta's requests. */
  finish(failure: unknown, requests: readonly SeenRequest[]): void {
    const calls = requests.filter(({ path }) => /^\/(api|\.well-known)\//.test(path));
    const lines = [
      '# The demo, walked',
      '',
      failure === null
        ? 'Passed: a token was made, captured, tested, saved and tested again with one click.'
        : `FAILED: ${failure instanceof Error ? failure.message : String(failure)}`,
      '',
      ...this.#facts.map(({ name, value }) => `- ${name}: ${value}`),
      '',
      '## Steps',
      ...this.#steps.map(({ file, sentence }, n) => `\n${n + 1}. ${sentence}\n\n   ![${n + 1}](${file})`),
      '',
      '## What Okta was asked',
      '',
      '| Call | Answer |',
      '|---|---|',
      ...calls.map(({ method, path, query, status }) => `| ${method} ${path}${query} | ${status} |`),
      '',
    ];
    writeFileSync(join(this.#folder, 'report.md'), lines.join('\n'));
  }
}
