import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { channelOf } from '../../src/shared/contract/bridge.ts';
import { type LaunchOptions, launch, type RunningApp, temporaryFolder } from '../../tests/support/launch.ts';
import { compare, type Figure, figureOf } from './figure.ts';
import { fillVault } from './filled-vault.ts';

const kept = 1_000;
const launches = 5;
const settleMs = 20_000;
const idleMs = 60_000;
const emptyApp = join(import.meta.dirname, 'empty-app');
const cannedApp = join(import.meta.dirname, 'canned-app');
const firstRow = '[role=grid] [role=row]';

/** What the window asks for until its list and what stands beside it are there. */
const asked = [
  ...[
    ['vault', 'status'],
    ['settings', 'get'],
    ['app', 'info'],
    ['tokens', 'list'],
    ['orgs', 'list'],
  ],
  ...[
    ['rotation', 'list'],
    ['life', 'notices'],
    ['programs', 'state'],
    ['service', 'list'],
  ],
] as const;

/**
 * R2: the launch with 1,000 tokens. R25: memory at rest. R26: wake-ups at idle. Each against the smallest app on the same host. R2a compares
 * the launch with the same window whose answers come from a file, so it shows what main adds.
 */
export default async function wholeApp(): Promise<Figure[]> {
  const folder = temporaryFolder();
  const ours = { userData: join(folder.path, 'Keyturn') };
  const theirs = { userData: join(folder.path, 'Empty'), app: emptyApp };
  const answers = join(folder.path, 'answers.json');
  const canned = {
    userData: join(folder.path, 'Canned'),
    app: cannedApp,
    env: { KEYTURN_BENCH_ANSWERS: answers },
  };
  try {
    await fillVault(ours.userData, kept);
    writeFileSync(answers, JSON.stringify(await answersOf(ours)));
    const launched = async (options: LaunchOptions, selector: string): Promise<number> => {
      const began = performance.now();
      const app = await launch(options);
      // This looks at each frame. A locator looks again only after up to half a second.
      await app.page.waitForFunction(`document.querySelector('${selector}') !== null`);
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
        () => launched(ours, firstRow),
        () => launched(theirs, 'h1'),
      ),
      await compare(
        {
          id: 'R2a',
          what: `launch until the list of ${kept} tokens is there`,
          goal: 1.5,
          against: 'the same window with the answers from a file: no vault, keyring, checks or features',
        },
        launches,
        () => launched(ours, firstRow),
        () => launched(canned, firstRow),
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

/** Returns the answers of main that the window starts with, by channel. */
async function answersOf(options: LaunchOptions): Promise<Record<string, unknown>> {
  const app = await launch(options);
  await app.page.locator(firstRow).first().waitFor();
  const answers: Record<string, unknown> = {};
  for (const [feature, name] of asked)
    answers[channelOf(feature, name)] = await app.page.evaluate(`window.keyturn.${feature}.${name}({})`);
  await app.quit();
  return answers;
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
