/** electron-builder's configuration: electron-builder.yml, and how this build is signed. `npx electron-builder@26 --config` takes it. */
import { macSigning, winSigning } from './signing.ts';

const mac = macSigning(process.platform === 'darwin' ? process.env : {});
const win = winSigning(process.platform === 'win32' ? process.env : {});
if (process.platform === 'darwin') console.log(mac.sentence);
if (process.platform === 'win32') console.log(win.sentence);

export default { extends: 'electron-builder.yml', mac: mac.config, win: win.config };
