import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startAtLogin } from '../../../src/main/platform/login-item.ts';

vi.mock('electron', () => ({ app: { isPackaged: true } }));

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'keyturn-login-'));
  vi.stubEnv('HOME', home);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true });
});

it.runIf(process.platform === 'linux').each(['', 'config', './config'])(
  'the entry for the sign-in is in the home folder where XDG_CONFIG_HOME is %j, and not in the present folder',
  (named) => {
    vi.stubEnv('XDG_CONFIG_HOME', named);
    const entry = join(home, '.config/autostart/keyturn.desktop');
    startAtLogin(true);
    expect(existsSync(entry)).toBe(true);
    startAtLogin(false);
    expect([existsSync(entry), existsSync(join(process.cwd(), named, 'autostart'))]).toEqual([false, false]);
  },
);
