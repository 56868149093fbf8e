import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { World } from '../../../src/main/app/world.ts';
import type { SettingsView } from '../../../src/shared/contract/settings.ts';
import { stillWorld } from '../main/still-world.ts';

vi.mock('electron', () => ({ shell: {} }));
const { demoWorld } = await import('../../../src/main/start/demo-world.ts');

let userData: string;
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'keyturn-demo-world-'));
});
afterEach(() => rmSync(userData, { recursive: true }));
const world = (its: Partial<World> = {}): World => stillWorld({ userData, extraCaFile: null, ...its });
const policy = (entries: unknown) => ({
  readPolicy: () => ({ from: '/etc/policy', entries, trouble: null }),
});

it.each([
  ['forbids it', { demo: false }],
  ['cannot be read', { dmeo: false }],
])('no demo starts where the policy %s', async (_how, entries) => {
  await expect(demoWorld(world(policy(entries)))).rejects.toThrow('does not let Keyturn start the demo');
});

it('a policy that names orgs lets the demo call its own, and no org that it names', async () => {
  const { world: its } = await demoWorld(world(policy({ allowedOrgs: ['acme.okta.com'], demo: true })));
  expect(its.orgRefusal?.('https://acme.okta.com')).toContain('The demo calls its own orgs only');
});

it('leaves the tray and the start at login to Keyturn itself, asks no proxy, and starts no demo', async () => {
  const told: Partial<SettingsView>[] = [];
  const notices: string[] = [];
  const { world: its } = await demoWorld(
    world({
      onSettings: ({ showInTray, startAtLogin }) => told.push({ showInTray, startAtLogin }),
      notify: (sentence) => notices.push(sentence),
      resolveProxy: async () => 'PROXY elsewhere:8080',
    }),
  );
  its.onSettings({ showInTray: true, startAtLogin: true } as SettingsView);
  its.notify('A token expires.', null);
  expect(told).toEqual([{ showInTray: false, startAtLogin: false }]);
  expect(notices).toEqual(['Demo: A token expires.']);
  expect(await its.resolveProxy('https://acme.localhost')).toBe('DIRECT');
  expect(its.info.demo).toBe(true);
  await expect(its.startDemo()).rejects.toThrow('This is the demo already.');
});
