import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const languages = join(import.meta.dirname, '../../../src/languages');

/** Returns the lines of a translation's files that fit a pattern, with their places. */
function linesWith(language: 'de' | 'ja', pattern: RegExp): string[] {
  const cwd = join(languages, language);
  return globSync('**/*.ts', { cwd }).flatMap((file) =>
    readFileSync(join(cwd, file), 'utf8')
      .split('\n')
      .flatMap((line, n) =>
        pattern.test(line) && !/^\s*(\/\*|\*|\/\/)/.test(line) ? [`${file}:${n + 1}: ${line.trim()}`] : [],
      ),
  );
}

const japanese = '[\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Han}]';

describe('Japanese sentences', () => {
  it.each<[string, string]>([
    ['no space between Japanese and Latin letters', `${japanese} [A-Za-z0-9]|[A-Za-z0-9] ${japanese}`],
    ['full-width marks', `${japanese}([?!,;]|\\.(?!\\.))(?!\\w)`],
    ['brackets of Japanese around a remark', `${japanese}\\((?!status|ms)`],
    ['「」 around a word', `(?<!= )"(\\$\\{\\w+\\}|${japanese}+)"${japanese}`],
    ['half-width letters and digits', '[０-９Ａ-Ｚａ-ｚ]|[\\uFF66-\\uFF9D]'],
    [
      'the long vowel of ユーザー, サーバー, フォルダー, コンピューター',
      '(ユーザ|サーバ|フォルダ|コンピュータ|ブラウザ)(?!ー)',
    ],
    ['ください and できる in kana', '下さい|出来'],
  ])('have %s', (_what, wrong) => expect(linesWith('ja', new RegExp(wrong, 'u'))).toEqual([]));
});

describe('German sentences', () => {
  it('keep a number and its unit on one line', () =>
    expect(linesWith('de', /[}\d] (ms|s|MB|KB|%|Min\.|Std\.)(?![\p{L}\d])/u)).toEqual([]));

  it('have German quotes around a word', () =>
    expect(linesWith('de', /(?<!= |ln -s )"\$\{\w+\}"/u)).toEqual([]));

  it('join a compound with hyphens', () =>
    expect(linesWith('de', /Access Token|Rate Limit|OAuth App|API Token/)).toEqual([]));
});
