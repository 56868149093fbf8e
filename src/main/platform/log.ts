import { existsSync, renameSync, statSync } from 'node:fs';
import { clip } from '../../shared/clip.ts';
import { appendWhole } from '../base/files.ts';
import type { Clock, Log } from '../base/ports.ts';

const maxBytes = 1_000_000;
/** The longest text of an entry, in characters. An error's text may hold a whole answer. */
const mostOfText = 500;

/**
 * A log of facts as JSON lines. It keeps one older file. It passes each text through `redact`, before JSON writes its line ends as letters
 * and before it clips the text, because `redact` does not find a part of a secret. It also passes every line through. A failed write of the
 * log never stops the app.
 */
export function createLog(file: string, clock: Clock, redact: (text: string) => string): Log {
  return {
    note(event, facts = {}) {
      const line = redact(
        JSON.stringify(
          { at: new Date(clock.now()).toISOString(), event, ...facts },
          (_name, value: unknown) => (typeof value === 'string' ? clip(redact(value), mostOfText) : value),
        ),
      );
      try {
        if (existsSync(file) && statSync(file).size > maxBytes) renameSync(file, `${file}.1`);
        appendWhole(file, `${line}\n`);
      } catch {
        // The vault reports a full disk or a read-only folder.
      }
    },
  };
}
