import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type RunningApp, temporaryFolder } from '../../tests/support/launch.ts';
import { compare, type Figure, figureOf } from './figure.ts';
import { fillVault } from './filled-vault.ts';

const kept = 1_000;
const launches = 5;
const settleMs = 20_000;
const idleMs = 60_000;
const emptyApp = join(import.meta.dirname, 'empty-app');

/** R2: the launch with 1,000 tokens. R25: memory at rest. R26: wake-ups at idle. Each against the smallest app on the same host. */
export default async function wholeApp(): Promise<Figure[]> {
  const folder = temporaryFolder();
  const ours = { userData: join(folder.path, 'Keyturn') };
  const theirs = { userData: join(folder.path, 'Empty'), app: emptyApp };
  try {
    await fillVault(ours.userData, kept);
    const launched = async (options: typeof ours, selector: string): Promise<number> => {
      const began = performance.now();
      const app = await launch(options);
      await app.page.locator(selector).first().waitFor();
      const took = performance.now() - began;
      await app.quit();
      return took;
    };
    const figures = [
      await compare(
        {
          id: 'R2',
          what: `launch until the list of ${kept} tokens is there`,
          goal: 1.25,
          against: 'launch of an empty window on the same host',
        },
        launches,
        () => launched(ours, '[role=grid] [role=row]'),
        () => launched(theirs, 'h1'),
      ),
    ];
    if (process.platform !== 'linux') return figures;
    const wakes = join(folder.path, 'wakes');
    writeFileSync(wakes, '');
    const app = await launch({ ...ours, env: wakeUpsInto(wakes) });
    const empty = await launch(theirs);
    try {
      // The first seconds hold the work after the start.
      await sleep(settleMs);
      const memory = memoryOf(app) / memoryOf(empty);
      const before = linesOf(wakes);
      await sleep(idleMs);
      figures.push(
        figureOf(
          {
            id: 'R25',
            what: `memory at rest with ${kept} tokens, all processes`,
            goal: 1.6,
            against: 'the empty window on the same host',
          },
          [memory],
        ),
        figureOf(
          {
            id: 'R26',
            what: "wake-ups of main's own code in a minute at idle",
            goal: 1,
            against: 'one a minute',
          },
          [linesOf(wakes) - before],
        ),
      );
    } finally {
      await app.quit();
      await empty.quit();
    }
    return figures;
  } finally {
    folder.remove();
  }
}

/** Returns the memory of an app's processes, shared pages in parts, in KiB (proc(5), smaps_rollup). */
function memoryOf({ process: { pid } }: RunningApp): number {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? read(`/proc/${name}/stat`) : '';
    // The parent is the second word after the program's name, which may contain spaces and brackets.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    if (stat !== '') children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const sum = (one: number): number =>
    Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${one}/smaps_rollup`))?.[1] ?? 0) +
    (children.get(one) ?? []).reduce((all, child) => all + sum(child), 0);
  return sum(pid ?? 0);
}

/**
 * Returns the environment in which the app writes its wake-ups into `file`. The suites name a system bus that does not exist, and the app
 * would look for it again and again. A desktop has one.
 */
const wakeUpsInto = (file: string): Record<string, string> => ({
  KEYTURN_BENCH_WAKES: file,
  NODE_OPTIONS: `--require=${join(import.meta.dirname, 'wake-ups.cjs')}`,
  DBUS_SYSTEM_BUS_ADDRESS: process.env.DBUS_SESSION_BUS_ADDRESS ?? '',
});

const linesOf = (file: string): number => readFileSync(file, 'utf8').split('\n').length - 1;

/** Returns a file of /proc, or nothing for a process that has ended. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
