import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import type { FromSchema } from '../../src/shared/compiled.ts';

/**
 * Prints the code that takes the place of a file `*.compiled.ts` in the build: the same exports, with the parsers that zod's own compiler
 * makes from the schemas. It is a process of its own, because it reads the compiler's constants by taking the place of `Function`.
 */
const [, , file = ''] = process.argv;
const check = join(import.meta.dirname, '../../src/shared/check.ts');

/** A parser as the compiler gives it to `new Function`. */
interface Parser {
  readonly names: readonly string[];
  readonly code: string;
  readonly constants: readonly unknown[];
}

/** Returns the code of a schema's parser with the values that it uses. Throws for what the compiler cannot compile. */
function parserOf(schema: z.ZodType): Parser {
  const { Function: real } = globalThis;
  let parser: Parser | null = null;
  globalThis.Function = function noted(...parts: string[]) {
    const made = Reflect.construct(real, parts);
    return (...constants: unknown[]) => {
      parser ??= { names: parts.slice(0, -1), code: parts.at(-1) ?? '', constants };
      return made(...constants);
    };
  } as unknown as FunctionConstructor;
  try {
    z.compile(schema, { strict: true });
  } finally {
    globalThis.Function = real;
  }
  if (parser === null) throw new Error('zod did not compile the schema.');
  return parser;
}

/** The functions that a parser may use, each with its code. All of them use only what they are given. */
const functions: ReadonlyMap<string, string> = new Map([
  [String(z.core.util.codePointLength), 'codePointLength'],
  ...['(input) => input.trim()', '(input) => input.toLowerCase()'].map((code) => [code, code] as const),
]);

/** Returns a value of a parser as code. Throws for a value that is more than itself, such as another function. */
function codeOf(value: unknown, name: string): string {
  if (name === 'INVALID') return 'INVALID';
  if (value instanceof RegExp) return String(value);
  if (value instanceof Set) return `new Set(${codeOf([...value], name)})`;
  if (Array.isArray(value)) return `[${value.map((one) => codeOf(one, name)).join(', ')}]`;
  const known = typeof value === 'function' ? functions.get(String(value)) : undefined;
  if (known !== undefined) return known;
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value)) return JSON.stringify(value);
  throw new Error(`${file} has a rule that the build cannot write down: ${String(value)}`);
}

const lines: string[] = [];
const made = new Map<unknown, string>();

/** Writes the code of a check once. Returns the name of its variable. */
function checkCode({ schema, element }: FromSchema<unknown>): string {
  const known = made.get(schema);
  if (known !== undefined) return known;
  const name = `check${made.size}`;
  made.set(schema, name);
  if (element !== null) {
    lines.push(`const ${name} = /* @__PURE__ */ checkOfList(${checkCode(element as FromSchema<unknown>)});`);
    return name;
  }
  const { names, code, constants } = parserOf(schema);
  const values = constants.map((value, at) => codeOf(value, names[at] ?? ''));
  lines.push(
    `const ${name} = /* @__PURE__ */ checkBy(((${names.join(', ')}) => { ${code} })(${values.join(', ')}));`,
  );
  return name;
}

/** Returns an export as code: a check, or an object of them. */
function exportCode(value: object): string {
  if ('schema' in value) return checkCode(value as FromSchema<unknown>);
  const entries = Object.entries(value).map(([name, part]) => `${JSON.stringify(name)}: ${exportCode(part)}`);
  return `{ ${entries.join(', ')} }`;
}

const exported = Object.entries(await import(pathToFileURL(file).href)).map(
  ([name, value]) => `export const ${name} = ${exportCode(value as object)};`,
);
process.stdout.write(
  [
    `import { checkBy, checkOfList, codePointLength, INVALID } from ${JSON.stringify(check)};`,
    ...lines,
    ...exported,
    '',
  ].join('\n'),
);
