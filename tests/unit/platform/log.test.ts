import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { redact } from '../../../src/main/okta/redact.ts';
import { createLog } from '../../../src/main/platform/log.ts';
import { randomValue } from '../../support/random-value.ts';
import { HandClock } from '../vault/memory-keyring.ts';

const value = randomValue(7);
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keyturn-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
/** Returns what the log has after a fact with this text. */
const logged = (text: string): string => {
  const file = join(folder, 'log');
  createLog(file, new HandClock(), redact).note('event', { error: text });
  return readFileSync(file, 'utf8');
};

describe('the log has no part of a token', () => {
  it.each([
    ['as it is', `Error: ${value}`],
    ['at the beginning of a line', `Error:\n${value}\nat x`],
    ['behind a tab', `Error:\t${value}`],
    ['behind another line end', `Error:\r${value}`],
    ...Array.from({ length: 45 }, (_one, n) => [
      `where the text is cut, ${n} characters on`,
      `${'-'.repeat(455 + n)} ${value} ${'x'.repeat(600)}`,
    ]),
  ])('%s', (_where, text) => {
    const line = logged(text);
    expect(line).toContain('"event":"event"');
    for (let n = 0; n + 8 <= value.length; n++) expect(line).not.toContain(value.slice(n, n + 8));
  });

  it('and a text writes no line of its own', () => {
    expect(logged('x\n{"event":"vault.opened"}').trimEnd().split('\n')).toHaveLength(1);
  });
});
