import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failed } from '../../base/failure.ts';
import { codeOf, replaceFile, troubleOfWriting } from '../../base/files.ts';
import { readOwnFile } from '../../base/own-file.ts';
import { defaults, type PlainSettings } from './before-window.ts';
import { plainSetting, plainSettings } from './kept.compiled.ts';
import { words } from './words.ts';

/** Reads the file. An entry that is missing or not understood gets its default, so that the other entries stay. */
export function readSettings(file: string): PlainSettings {
  let found: unknown;
  try {
    found = JSON.parse(readOwnFile(file));
  } catch {
    return defaults;
  }
  if (typeof found !== 'object' || found === null || Array.isArray(found)) return defaults;
  const kept = Object.entries(found).filter(
    ([name, value]) => Object.hasOwn(plainSetting, name) && plainSetting[name]?.safeParse(value).success,
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
