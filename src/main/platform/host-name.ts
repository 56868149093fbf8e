/** Which host runs these bundles. The Chromium host says so in `process.versions`; Electron is the product. */
export function hostName(): 'Electron' | 'Chromium host' {
  return process.versions['keyturn-chromium-host'] === undefined ? 'Electron' : 'Chromium host';
}
