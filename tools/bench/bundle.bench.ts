import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { type Figure, figureOf } from './figure.ts';

const root = join(import.meta.dirname, '../..');
const gzipped = (code: string): number => gzipSync(code, { level: 9 }).length;

/** Returns the smallest React program: the part that every React program has. */
async function reactAlone(): Promise<string> {
  const entry = '\0react-alone';
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    build: { write: false, minify: true, target: 'esnext', rollupOptions: { input: entry } },
    plugins: [
      {
        name: 'react-alone',
        resolveId: (id) => (id === entry ? id : null),
        load: (id) =>
          id === entry
            ? "import { createElement } from 'react'; import { createRoot } from 'react-dom/client'; createRoot(document.body).render(createElement('p'));"
            : null,
      },
    ],
  });
  const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  return outputs.map((one) => (one.type === 'chunk' ? one.code : '')).join('');
}

/** R8: the size of the window's code after gzip. */
export default async function bundle(): Promise<Figure[]> {
  const assets = join(root, 'out/renderer/assets');
  const ours = readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((name) => gzipped(readFileSync(join(assets, name), 'utf8')))
    .reduce((sum, size) => sum + size, 0);
  const theirs = gzipped(await reactAlone());
  return [
    figureOf(
      {
        id: 'R8',
        what: `the window's JavaScript, gzipped (${Math.round(ours / 1024)} KiB)`,
        goal: 2,
        against: `react and react-dom alone (${Math.round(theirs / 1024)} KiB)`,
      },
      [ours / theirs],
    ),
  ];
}
