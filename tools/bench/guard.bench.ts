import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Secret } from '../../src/main/base/secret.ts';
import { marksOf } from '../../src/main/features/plaintext/kept-marks.ts';
import { RunServer } from '../../src/main/features/programs/run-server.ts';
import { compare, type Figure } from './figure.ts';

const root = join(import.meta.dirname, '../..');
const files = 1_000;
const kept = 40;
const runs = 15;

/**
 * R24: `keyturn guard` over a commit of 1,000 files with this project's own text. The app provides the marks of 40 kept tokens. The time
 * runs from the start of Node to its end, with Git's own work, against Node's start alone. The goal is 150 ms when Node takes 40.
 * Electron's own start is not measured.
 */
export default async function guard(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'keyturn-bench-guard-'));
  const userData = join(folder, 'Keyturn');
  mkdirSync(userData);
  const values = Array.from({ length: kept }, (_, n) => Secret.fromText(`00${String(n).padStart(40, 'aB')}`));
  const answer = { ...marksOf(values), names: values.map((_, n) => `token-${n}`), hosts: ['acme.okta.com'] };
  const server = new RunServer(userData, { note: () => undefined }, (socket) => {
    socket.once('data', () => socket.end(`${JSON.stringify({ answer })}\n`));
  });
  try {
    stage(join(folder, 'repository'));
    server.listen();
    // The name has a hash of eight characters; main has command-line-….js and command-names-….js, too.
    const built = globSync('out/main/command-????????.js', { cwd: root })[0];
    if (built === undefined) throw new Error('The app is not built.');
    const program = `
      const { command } = await import(${JSON.stringify(`file://${join(root, built)}`)});
      await command(['guard'], { userData: ${JSON.stringify(userData)}, version: '1', app: ['', []] });`;
    const time = async (code: string): Promise<number> => {
      const began = performance.now();
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
        cwd: join(folder, 'repository'),
        stdio: ['ignore', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.on('data', (data) => {
        said += data;
      });
      const [status] = await once(child, 'close');
      // An output line would mean that the app was not asked.
      if (status !== 0 || said !== '') throw new Error(`It ended with ${status}: ${said}`);
      return performance.now() - began;
    };
    return [
      await compare(
        {
          id: 'R24',
          what: 'keyturn guard over 1,000 staged files',
          goal: 3.75,
          against: 'Node starting an empty script (40 ms where this is 150 ms)',
        },
        runs,
        () => time(program),
        () => time(''),
      ),
    ];
  } finally {
    server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Makes a repository with 1,000 staged files from parts of this project's own. */
function stage(repository: string): void {
  mkdirSync(repository);
  const texts = globSync('{src,tools}/**/*.{ts,tsx}', { cwd: root }).map((file) =>
    readFileSync(join(root, file), 'utf8'),
  );
  for (let n = 0; n < files; n++) {
    writeFileSync(join(repository, `${n}.ts`), `// ${n}\n${texts[n % texts.length]}`);
  }
  for (const words of [
    ['init', '--quiet'],
    ['add', '.'],
  ]) {
    const { status, stderr } = spawnSync('git', words, { cwd: repository, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  }
}
