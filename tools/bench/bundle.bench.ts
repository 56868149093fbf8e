import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { type Chunk, firstLoad } from '../setup/budget.ts';
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

/** Returns the files that the window loads for its first screen, for the budget's reckoning. */
function chunksOf(assets: string, page: string): Chunk[] {
  return readdirSync(assets)
    .filter((name) => name.endsWith('.js'))
    .map((fileName) => {
      const code = readFileSync(join(assets, fileName), 'utf8');
      return {
        fileName,
        code,
        isEntry: page.includes(`src="./assets/${fileName}"`),
        imports: [...code.matchAll(/(?:from|import)"\.\/([^"]+\.js)"/g)].map(([, name = '']) => name),
      };
    });
}

/** R8: the size of the window's code after gzip, as far as its first screen loads it. R8 was of the whole window before it was split. */
export default async function bundle(): Promise<Figure[]> {
  const assets = join(root, 'out/renderer/assets');
  const chunks = chunksOf(assets, readFileSync(join(assets, '../index.html'), 'utf8'));
  const first = firstLoad(chunks);
  const whole = chunks.reduce((sum, { code }) => sum + gzipped(code), 0);
  const kib = (size: number): string => `${Math.round(size / 1024)} KiB`;
  const theirs = gzipped(await reactAlone());
  return [
    figureOf(
      {
        id: 'R8',
        what: `the JavaScript of the window's first screen, gzipped (${kib(first)}; ${kib(whole)} with all pages)`,
        goal: 2,
        against: `react and react-dom alone (${kib(theirs)})`,
      },
      [first / theirs],
    ),
  ];
}
