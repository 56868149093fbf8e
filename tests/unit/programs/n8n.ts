import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const source = join(import.meta.dirname, '../../tools/n8n');
/** The package with all nodes of n8n, by its hash. Its dependencies are those of all nodes; the Okta node needs only n8n-workflow. */
const nodes = {
  name: 'n8n-nodes-base@2.41.2',
  integrity:
    'sha512-qUItyawxR1aR/t6Fgk0whYwBSDR+VOu5RkgAI3AElVI3dqPLLcCAawAMFc/N3GFG35//quOVRUwuc7a3mVLC0g==',
} as const;
const parts = [
  'package/package.json',
  'package/dist/nodes/Okta',
  'package/dist/credentials/OktaApi.credentials.js',
];

/** The program that runs a workflow of n8n. */
export const runWorkflow = join(source, 'run-workflow.ts');

/** The folder of n8n's packages, or why it is not there. */
export type N8n =
  | { readonly folder: string; readonly missing: null }
  | { readonly folder: null; readonly missing: string };

/** What npm says when there is no way to the registry, or the registry does not have a package. */
const noRegistry =
  /npm error code (?:E(?:NOTFOUND|AI_AGAIN|CONNREFUSED|CONNRESET|TIMEDOUT|4\d\d|5\d\d)\b|ERR_SOCKET_TIMEOUT)/;

/**
 * Returns the folder with n8n's engine and its Okta node, and installs them there if it must. The folder is outside the checkout, so that no
 * package of Keyturn stands in for one of n8n's, and other checkouts find it. npm checks the hash of each package and runs none of their scripts.
 */
export async function n8n(): Promise<N8n> {
  const lock = readFileSync(join(source, 'package-lock.json'));
  const name = createHash('sha256').update(lock).update(nodes.integrity).digest('hex').slice(0, 16);
  const cache = join(homedir(), '.cache', 'keyturn-tests');
  const folder = join(cache, `n8n-${name}`);
  if (existsSync(folder)) return { folder, missing: null };
  mkdirSync(cache, { recursive: true });
  // Under another name until it is whole: a test that is killed must leave no half of it.
  const draft = mkdtempSync(join(cache, 'n8n-draft-'));
  try {
    for (const file of ['package.json', 'package-lock.json'])
      copyFileSync(join(source, file), join(draft, file));
    const quiet = [
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--prefix',
      draft,
      '--fetch-retry-maxtimeout=5000',
      '--fetch-retry-mintimeout=1000',
    ];
    const ended =
      (await npm(draft, 'ci', '--omit=optional', ...quiet)) ??
      (await npm(draft, 'pack', nodes.name, '--pack-destination', draft, ...quiet));
    if (ended !== null) {
      if (!noRegistry.test(ended)) throw new Error(`n8n's packages cannot be installed. ${ended}`);
      return { folder: null, missing: `The npm registry does not give n8n's packages. ${ended}` };
    }
    const archive = join(draft, 'n8n-nodes-base-2.41.2.tgz');
    const hash = createHash('sha512').update(readFileSync(archive)).digest('base64');
    if (`sha512-${hash}` !== nodes.integrity)
      throw new Error(`${nodes.name} is not the package of the hash.`);
    mkdirSync(join(draft, 'okta-node'));
    const unpacked = await run(
      'tar',
      ['-xzf', archive, '-C', 'okta-node', '--strip-components=1', ...parts],
      draft,
    );
    if (unpacked !== null) throw new Error(unpacked);
    rmSync(archive);
    if (!existsSync(folder)) renameSync(draft, folder);
    return { folder, missing: null };
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

const npm = (folder: string, ...words: string[]) => run('npm', words, folder);

/** Runs a program for three minutes at most. Returns null, or what it said on standard error. */
async function run(program: string, words: readonly string[], cwd: string): Promise<string | null> {
  const child = spawn(program, words, {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: 170_000,
    shell: process.platform === 'win32',
  });
  const done = new Promise<number | null>((resolve, reject) =>
    child.once('close', resolve).once('error', reject),
  );
  const [said, code] = await Promise.all([text(child.stderr), done]);
  if (code === 0) return null;
  if (code === null) return 'npm error code ERR_SOCKET_TIMEOUT: npm took more than three minutes.';
  return said.split('\n').slice(0, 4).join(' ');
}
