import { fileURLToPath } from 'node:url';
import type { Rolldown } from 'vite';
import { isNodePart } from './node-parts.ts';

// electron-vite puts the configuration into one file, and keeps of each part only its `import.meta.url`.
const main = fileURLToPath(new URL('../../src/main', import.meta.url));

/**
 * The steps of main's start, each with the files that it runs from. What a step needs beyond the steps before it becomes one file of the build,
 * because Node takes time for each file. The files named here stay outside: they act when they load. Nothing with a sentence may be in the first
 * step, which chooses the language.
 */
const steps = [
  ['start-language', ['start/entry.ts']],
  ['start-begin', ['start/begin.ts']],
  ['start-window', ['start/index.ts']],
  ['start-front', ['app/load.ts']],
] as const;

const first = steps[0][0];

type Context = Parameters<Rolldown.CodeSplittingNameFunction>[1];

/** Returns the modules that load with `from`, without those of `before`. */
function loadedWith(from: string, before: ReadonlyMap<string, string>, context: Context): Set<string> {
  const found = new Set([from]);
  for (const id of found) {
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) {
      if (!before.has(next) && context.getModuleInfo(next)?.code != null) found.add(next);
    }
  }
  found.delete(from);
  return found;
}

/** Returns the groups by which the build puts the modules of main's start into few files. */
export function startChunks(): Rolldown.CodeSplittingGroup[] {
  let stepOf: Map<string, string> | null = null;
  const find = (context: Context): Map<string, string> => {
    const found = new Map<string, string>();
    for (const [name, from] of steps) {
      for (const file of from) {
        for (const id of loadedWith(`${main}/${file}`, found, context)) {
          // The parts of Node are reached from everywhere, so that no step loads a later one for them. The commands load the first step too,
          // and use no Electron.
          const isApart =
            name === first && context.getModuleInfo(id)?.importedIds.includes('electron') === true;
          found.set(id, isNodePart(id) ? first : isApart ? '' : name);
        }
      }
    }
    return found;
  };
  return steps.map(([step], at) => ({
    name: (id, context) => {
      stepOf ??= find(context);
      return stepOf.get(id) === step ? step : null;
    },
    debugName: step,
    priority: steps.length - at,
  }));
}
