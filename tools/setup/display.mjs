import { fail, start } from './shell.mjs';

/** Starts a virtual display that ends with us; gives its name, for DISPLAY. */
export function virtualDisplay() {
  const server = start('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return new Promise((resolve) => {
    server.stdout?.once('data', (chunk) => resolve(`:${String(chunk).trim()}`));
    server.once('exit', () => fail('The virtual display (Xvfb) did not start.'));
  });
}
