import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { methods as contract } from '../../../src/shared/contract/methods.ts';

const root = join(import.meta.dirname, '../../..');
const methodNames = Object.entries(contract).flatMap(([feature, table]) =>
  Object.keys(table).map((name) => `${feature}.${name}`),
);
const rows = readFileSync(join(root, 'docs/undo.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.slice(2, -2).split(' | '));
const quoted = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
const named = rows.flatMap(([methods]) => quoted(methods));

/** Methods that leave everything that is kept as it was: they read, copy, test, open something, or begin and end such work. */
const changeNothing = [
  ...['app.info', 'app.copyText', 'app.licences', 'app.noteActivity', 'app.openDoc', 'app.startDemo'],
  ...[
    'vault.status',
    'vault.lock',
    'vault.unlock',
    'vault.prove',
    'vault.proveBySystem',
    'vault.systemProof',
  ],
  ...['vault.retry', 'vault.dailyBackups', 'vault.readBackup', 'vault.showFolder'],
  ...['orgs.list', 'tokens.list', 'tokens.copy', 'overview.read', 'settings.get'],
  ...['wizard.begin', 'wizard.checkOrg', 'wizard.openAdminConsole', 'wizard.captureFromClipboard'],
  ...['wizard.chooseCaptured', 'wizard.captureFound', 'wizard.captureTyped', 'wizard.test', 'wizard.discard'],
  ...['testing.test', 'testing.testAll', 'testing.history', 'testing.cancel'],
  ...['rotation.list', 'rotation.openAdminConsole', 'rotation.chooseEnvFile', 'rotation.checkQuiet'],
  ...['rotation.candidates', 'life.notices', 'life.keepAlive', 'activity.list', 'activity.check'],
  ...['usage.page', 'usage.readNow', 'usage.openLog', 'usage.firstCall', 'usage.limits', 'usage.share'],
  ...['access.view', 'access.xray', 'access.compare', 'access.network'],
  ...['access.previewNetwork', 'access.inventory'],
  ...['diagnosis.start', 'diagnosis.cancel', 'diagnosis.open', 'diagnosis.copyReport'],
  ...['programs.state', 'programs.door', 'programs.calls'],
  ...['service.list', 'service.view', 'service.jobs', 'service.openConsole', 'service.test', 'service.copy'],
  ...['tasks.view', 'tasks.search', 'tasks.more', 'tasks.jobs', 'tasks.profileForm', 'tasks.findGroups'],
  ...['tasks.rows', 'tasks.stopReading', 'plaintext.view', 'plaintext.look', 'plaintext.cancel'],
  ...['plaintext.close', 'updates.view', 'updates.look'],
];

it('docs/undo.md says of each method that changes something how it is taken back, once', () => {
  expect(named.toSorted()).toEqual(methodNames.filter((name) => !changeNothing.includes(name)).toSorted());
  expect(changeNothing.filter((name) => !methodNames.includes(name))).toEqual([]);
});

it('each row names a spec that exists', () => {
  for (const [methods, , shown] of rows) {
    expect(quoted(shown), methods).not.toEqual([]);
    for (const path of quoted(shown))
      expect(existsSync(join(root, `tests/${path}.spec.ts`)), path).toBe(true);
  }
});
