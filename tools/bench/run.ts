/**
 * `npm run bench -- [--json FILE] [--only NAME]`: runs every `*.bench.ts` here, prints a table and writes the figures to FILE as `{
 * "figures": [{ id, what, ratio, goal, against, runs, spread, pass }] }`. A missed goal is reported and is not an error.
 */
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Bench, Figure } from './figure.ts';

const { values } = parseArgs({
  options: { json: { type: 'string' }, only: { type: 'string', default: '' } },
});
const figures: Figure[] = [];
let failures = 0;

const names = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith('.bench.ts') && name.includes(values.only))
  .sort();
for (const name of names) {
  try {
    const { default: bench }: { default: Bench } = await import(join(import.meta.dirname, name));
    for (const figure of await bench()) {
      figures.push(figure);
      const { id, what, ratio, goal, against, runs, spread, pass } = figure;
      process.stdout.write(
        `${pass ? 'met   ' : 'MISSED'}  ${id.padEnd(4)} ${ratio.toFixed(2).padStart(6)}  (at most ${goal}; ${runs} runs, spread ${Math.round(spread * 100)} %)  ${what}, against ${against}\n`,
      );
    }
  } catch (error) {
    failures++;
    process.stdout.write(`FAILED  ${name}: ${error instanceof Error ? error.message : error}\n`);
  }
}

if (values.json !== undefined) {
  const file = resolve(values.json);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify({ figures }, null, 2)}\n`);
}
process.exit(failures === 0 ? 0 : 1);
