import { spawn } from 'node:child_process';
import { browserOf, type Host } from '../host.ts';
import { only } from '../not-here.ts';
import type { Emulated } from './emulated.ts';

/** Electron's `shell` (docs/api/shell.md). */
export function createShell(host: Host) {
  const shell = {
    async openExternal(url: string): Promise<void> {
      if (!URL.canParse(url)) throw new Error('Invalid URL');
      host.seen.opened.push(url);
      if (host.flags.openExternal === 'record') return;
      if (host.flags.openExternal === 'window') {
        await browserOf(host).send('Target.createTarget', { url, newWindow: !host.flags.headless });
        return;
      }
      const command = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
      const child = spawn(command, [url], { stdio: 'ignore', detached: true });
      await new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', () => reject(new Error('Failed to open URL')));
      });
      child.unref();
    },
    async openPath(path: string): Promise<string> {
      host.seen.opened.push(path);
      return '';
    },
    showItemInFolder(path: string): void {
      host.seen.opened.push(path);
    },
    beep(): void {
      // Nobody hears the beep.
    },
  };
  shell satisfies Emulated<typeof shell, Electron.Shell>;
  return only('shell', shell);
}
