/** Returns which host runs these bundles. The Chromium host names itself in `process.versions`. */
export function hostName(): 'Electron' | 'Chromium host' {
  return process.versions['keyturn-chromium-host'] === undefined ? 'Electron' : 'Chromium host';
}
