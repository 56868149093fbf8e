import { fail, grounds, start } from './shell.mjs';

// The shell waits on our end of its input, so the display ends with this process even when that is killed.
const leashed =
  'exec 3<&0; Xvfb "$@" 3<&- & server=$!; (read -r _ <&3; kill $server) > /dev/null 2>&1 & exec 3<&-; wait $server';

/** Starts a virtual display that ends with this process. Returns its name for DISPLAY. @returns {Promise<string>} */
export function virtualDisplay() {
  const screen = ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'];
  const args = ['-c', leashed, 'sh', ...screen];
  const server = start('sh', args, { stdio: ['pipe', 'pipe', 'ignore'] }, grounds);
  return new Promise((resolve) => {
    server.stdout?.once('data', (chunk) => resolve(`:${String(chunk).trim()}`));
    server.once('exit', () => fail('The virtual display (Xvfb) ended.'));
  });
}
