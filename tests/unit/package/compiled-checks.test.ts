import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { z } from 'zod';
import type { Check, CompiledCheck } from '../../../src/shared/check.ts';

const root = join(import.meta.dirname, '../../..');
const folder = mkdtempSync(join(tmpdir(), 'keyturn-compiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const compile = (file: string) =>
  spawnSync(process.execPath, [join(root, 'tools/setup/compile-checks.ts'), file], { encoding: 'utf8' });

type FromSchema = CompiledCheck<unknown> & { readonly schema: z.ZodType };

/** Returns the checks of an export by their places in it. */
function checksIn(value: object, place: string): [string, Check][] {
  if ('safeParse' in value) return [[place, value as Check]];
  return Object.entries(value).flatMap(([name, part]) => checksIn(part, `${place}.${name}`));
}

const texts = [
  '',
  ' a ',
  'x',
  'X'.repeat(500),
  '😀'.repeat(120),
  '\ud800',
  '22:00',
  'acme.okta.com',
  '*.okta.com:8443',
];
const uuids = ['3f1c8a52-6f6e-4b3a-9d1e-2f4b7a9c0d11', '3f1c8a52-6f6e-4b3a-9d1e'];
const others = [
  null,
  undefined,
  true,
  false,
  0,
  1,
  -1,
  1.5,
  30,
  4730,
  2 ** 53,
  Number.NaN,
  Infinity,
  10n,
  [],
  {},
  [''],
  { a: 1 },
  new Date(0),
];
const someValues: readonly unknown[] = [...texts, ...uuids, ...others, 'argon2id', 'a'.repeat(32)];

/** Returns a value of a schema, with the longest lists and texts that are still small. */
function sampleOf(schema: z.ZodType): unknown {
  if (schema instanceof z.ZodObject) {
    return Object.fromEntries(
      Object.entries(schema.shape).map(([name, part]) => [name, sampleOf(part as z.ZodType)]),
    );
  }
  if (schema instanceof z.ZodArray) return [sampleOf(schema.element as z.ZodType)];
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional)
    return sampleOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return sampleOf(schema.options[0] as z.ZodType);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodLiteral) return [...schema.values][0];
  return someValues.find((value) => schema.safeParse(value).success);
}

/** Returns copies of a value that differ in one place: another value there, no value, or one more entry. */
function neighbours(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [...someValues];
  const inside = Object.keys(value).flatMap((name) => {
    const put = (part: unknown) =>
      Array.isArray(value)
        ? value.map((old, at) => (String(at) === name ? part : old))
        : { ...value, [name]: part };
    const { [name]: _, ...without } = value as Record<string, unknown>;
    return [...neighbours(Reflect.get(value, name)).map(put), ...(Array.isArray(value) ? [] : [without])];
  });
  const more = Array.isArray(value) ? [...value, ...Array(60).fill(value[0])] : { ...value, sneaked: 1 };
  return [...someValues, ...inside, more, Array.isArray(value) ? [] : [value]];
}

it.each(globSync('src/**/*.compiled.ts', { cwd: root }))(
  'the compiled checks of %s take and give what their schemas do',
  async (file) => {
    const { status, stdout, stderr } = compile(join(root, file));
    expect(stderr).toBe('');
    expect(status).toBe(0);
    const code = join(folder, `${basename(file, '.ts')}-${file.length}.mjs`);
    writeFileSync(code, stdout.replaceAll('/* @__PURE__ */ ', ''));
    const made = checksIn(await import(pathToFileURL(code).href), '');
    const source = new Map(checksIn(await import(pathToFileURL(join(root, file)).href), ''));
    expect(made.map(([place]) => place).sort()).toEqual([...source.keys()].sort());
    let taken = 0;
    let refused = 0;
    for (const [place, check] of made) {
      const { schema } = source.get(place) as FromSchema;
      const whole = sampleOf(schema);
      expect(schema.safeParse(whole).success, place).toBe(true);
      for (const value of [whole, ...neighbours(whole)]) {
        const { success, data } = schema.safeParse(value);
        const result = check.safeParse(value);
        if (success) taken++;
        else refused++;
        expect(result, place).toEqual(success ? { success, data } : { success });
      }
    }
    expect(taken).toBeGreaterThan(made.length);
    expect(refused).toBeGreaterThan(made.length);
  },
  60_000,
);

it('a schema with a rule that the build cannot write down fails the build', () => {
  const file = join(folder, 'odd.compiled.ts');
  const compiled = pathToFileURL(join(root, 'src/shared/compiled.ts')).href;
  const zod = pathToFileURL(join(root, 'node_modules/zod/index.js')).href;
  writeFileSync(
    file,
    `import { z } from '${zod}'; import { compiled } from '${compiled}';
     export const even = compiled(z.number().refine((n) => n % 2 === 0));`,
  );
  const { status, stderr } = compile(file);
  expect(status).toBe(1);
  expect(stderr).toContain('has a rule that the build cannot write down');
});
