/**
 * Child of the tests of writers. `kill`: makes one world, and kills itself with no chance to tidy up before a step, or counts its steps. `fail`:
 * lets each step fail once with each error. Prints JSON.
 */
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { sourcesSeen, withSteps } from './fs-steps.ts';

const electron = `data:text/javascript,${encodeURIComponent(
  'export const app = { isPackaged: true, getAppPath: () => "/app", getLoginItemSettings: () => ({}), commandLine: { hasSwitch: () => false } };',
)}`;
registerHooks({
  resolve: (name, context, next) =>
    name === 'electron' ? { url: electron, shortCircuit: true, format: 'module' } : next(name, context),
});

const [, , mode = '', name = '', parent = '', rest = ''] = process.argv;
const { writers, putBefore } = await import('./all-writers.ts');
const { newWorld } = await import('./world.ts');
const writer = writers.find((one) => one.name === name);
if (writer === undefined) throw new Error(`There is no writer ${name}.`);
const print = (value: unknown) => process.stdout.write(`${JSON.stringify(value)}\n`);

if (mode === 'kill') {
  const at = Number(rest);
  const world = await newWorld(parent);
  putBefore(writer, world);
  const write = await writer.make(world);
  const steps: string[] = [];
  print({ base: world.base });
  await withSteps((call, real) => {
    steps.push(call);
    if (steps.length === at) process.kill(process.pid, 'SIGKILL');
    return real();
  }, write);
  print({ steps, sources: sourcesSeen() });
} else {
  const { runFaults } = await import('./faults.ts');
  const there = (path: string) => (existsSync(path) ? readFileSync(path) : null);
  print(await runFaults(writer, parent, there, rest));
}
