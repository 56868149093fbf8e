// Checks the flags of `npm start` before anything is built. Each function returns a line for the person, or null.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';

const reasons = /** @type {Readonly<Record<string, string>>} */ ({
  ENOENT: 'it is not there and cannot be made',
  ENOTDIR: 'a file is in the way',
  EEXIST: 'a file is in the way',
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'it is on a read-only file system',
  ENOSPC: 'the disk is full',
});

/** @param {unknown} error */
const codeOf = (error) => String(/** @type {NodeJS.ErrnoException} */ (error).code ?? error);

/** Creates the folder if it is missing, and proves that it is writable. @param {string} folder */
export function problemOfFolder(folder) {
  try {
    // One level at a time: below /proc, Node's own `recursive` loops forever (seen with Node 20 and 24).
    const missing = [];
    for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
    for (const one of missing) mkdirSync(one, { mode: 0o700 });
    rmdirSync(mkdtempSync(join(folder, '.keyturn-')));
    return null;
  } catch (error) {
    const code = codeOf(error);
    return `Nothing can be kept in ${folder} (--user-data): ${reasons[code] ?? code}. Name a folder that you may write to.`;
  }
}

/** @param {string} file */
export function problemOfCa(file) {
  const remedy = 'Name a file of PEM certificates.';
  try {
    return readFileSync(file, 'latin1').includes('-----BEGIN CERTIFICATE-----')
      ? null
      : `${file} (--extra-ca) has no certificate in PEM form. ${remedy}`;
  } catch (error) {
    const code = codeOf(error);
    const why = code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code;
    return `${file} (--extra-ca) cannot be read: ${why}. ${remedy}`;
  }
}

/** Checks a port, because Chromium would silently use another address when the port is in use. @param {number} port */
export function problemOfPort(port) {
  return new Promise((/** @type {(problem: string | null) => void} */ resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      const why = codeOf(error) === 'EADDRINUSE' ? 'another program uses it' : codeOf(error);
      resolve(`Port ${port} (--debug-port) cannot be had: ${why}. Name another, or 0 for any that is free.`);
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(null)));
  });
}
