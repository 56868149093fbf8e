import { existsSync, renameSync, statSync } from 'node:fs';
import { appendWhole } from '../base/files.ts';
import type { Clock, Log } from '../base/ports.ts';

const maxBytes = 1_000_000;

/**
 * A log of facts as JSON lines, one older file kept. Every line passes `redact` before it is written; a log that cannot be written
 * never stops the app.
 */
export function createLog(file: string, clock: Clock, redact: (text: string) => string): Log {
  return {
    note(event, facts = {}) {
      const line = redact(JSON.stringify({ at: new Date(clock.now()).toISOString(), event, ...facts }));
      try {
        if (existsSync(file) && statSync(file).size > maxBytes) renameSync(file, `${file}.1`);
        appendWhole(file, `${line}\n`);
      } catch {
        // A full disk or a read-only folder is told by the vault, which matters more.
      }
    },
  };
}
