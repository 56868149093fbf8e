import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { settings } from '../../../shared/contract/settings.ts';
import { Failed } from '../../base/failure.ts';
import { codeOf, replaceFile, troubleOfWriting } from '../../base/files.ts';
import { readOwnFile } from '../../base/own-file.ts';
import { defaults, type PlainSettings } from './before-window.ts';
import { words } from './words.ts';

const plainSettings = settings.omit({ extraCaFile: true, proxy: true });

/** Reads the file. An entry that is missing or not understood gets its default, so that the other entries stay. */
export function readSettings(file: string): PlainSettings {
  let found: unknown;
  try {
    found = JSON.parse(readOwnFile(file));
  } catch {
    return defaults;
  }
  const entries = z.record(z.string(), z.unknown()).safeParse(found);
  if (!entries.success) return defaults;
  const kept = Object.entries(entries.data).filter(
    ([name, value]) =>
      plainSettings
        .partial()
        .strict()
        .safeParse({ [name]: value }).success,
  );
  return plainSettings.parse({ ...defaults, ...Object.fromEntries(kept) });
}

/** Replaces the whole file. A crash leaves the old file or the new one. Throws Failed `disk-full` or `read-only`. */
export function writeSettings(file: string, value: PlainSettings): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    replaceFile(file, `${JSON.stringify(plainSettings.parse(value), null, 2)}\n`, { mode: 0o600 });
  } catch (error) {
    const code = ['ENOSPC', 'EDQUOT'].includes(codeOf(error)) ? 'disk-full' : 'read-only';
    const { why, remedy } = troubleOfWriting(error);
    throw new Failed(code, words.file.notSaved(why), remedy, codeOf(error));
  }
}
