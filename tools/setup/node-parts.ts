import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

// electron-vite puts the configuration into one file, and keeps of each part only its `import.meta.url`.
const src = fileURLToPath(new URL('../../src/', import.meta.url));
const helper = join(src, 'main/base/node-part.ts');

/** The parts that take milliseconds to load, and that the start until the first answer does not use. */
const late = ['child_process', 'crypto', 'inspector', 'sqlite', 'vm'].map((name) => `node:${name}`);
const named = 'node-part:';

/** Returns whether this build step made a module. */
export const isNodePart = (id: string): boolean => id.startsWith(`\0${named}`);

/**
 * A build step that lets main's own code reach the parts of Node without an import: the late ones load at their first use, and of each other
 * one only what main uses is read.
 */
export function nodeParts(): Plugin {
  return {
    name: 'node-parts',
    enforce: 'pre',
    // electron-vite leaves `node:` to Node before any plugin is asked, so the import gets another name.
    transform: (code, id) =>
      id.startsWith(src) && id !== helper
        ? code.replaceAll(/\bfrom 'node:(?=[\w/]+';$)/gm, `from '${named}`)
        : null,
    resolveId: (source) => (source.startsWith(named) ? `\0${source}` : null),
    load(id) {
      if (!isNodePart(id)) return null;
      const part = `node:${id.slice(named.length + 1)}`;
      const exported = process.getBuiltinModule(part) as unknown as Record<string, unknown> | undefined;
      if (exported === undefined) return this.error(`Node has no ${part}.`);
      const names = Object.keys(exported).filter((name) => /^[A-Za-z_]\w*$/.test(name) && name !== 'default');
      const lines = names.map((name) => {
        const how = late.includes(part) ? 'lateFromNode' : 'fromNode';
        return `export const ${name} = /* @__PURE__ */ ${how}(${JSON.stringify(part)}, ${JSON.stringify(name)});`;
      });
      return {
        code: [`import { fromNode, lateFromNode } from ${JSON.stringify(helper)};`, ...lines].join('\n'),
        moduleType: 'js',
      };
    },
  };
}
