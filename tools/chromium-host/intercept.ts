import * as nodeModule from 'node:module';

const names = new Set(['electron', 'electron/main', 'electron/common', 'electron/renderer']);
/** Modules of the renderer. Main can import their names, as in Electron, and gets undefined. */
const elsewhere = ['contextBridge', 'ipcRenderer', 'webFrame', 'webUtils'];
const key = 'keyturn chromium host: electron';

/** Makes `import … from 'electron'` and `require('electron')` return `electron` in this process from now on. */
export function interceptElectron(electron: Readonly<Record<string, unknown>>): void {
  Reflect.set(globalThis, Symbol.for(key), electron);
  const from = `globalThis[Symbol.for(${JSON.stringify(key)})]`;
  const exports = [...Object.keys(electron), ...elsewhere]
    .map((name) => `export const ${name} = electron.${name};`)
    .join('\n');
  nodeModule.registerHooks({
    resolve(specifier, context, next) {
      if (!names.has(specifier)) return next(specifier, context);
      const asked = context.conditions.includes('require') ? 'cjs' : 'esm';
      return { url: `keyturn-host:electron-${asked}`, shortCircuit: true };
    },
    load(url, context, next) {
      if (url === 'keyturn-host:electron-cjs') {
        return { format: 'commonjs', source: `module.exports = ${from};`, shortCircuit: true };
      }
      if (url === 'keyturn-host:electron-esm') {
        return {
          format: 'module',
          source: `const electron = ${from};\n${exports}\nexport default electron;`,
          shortCircuit: true,
        };
      }
      return next(url, context);
    },
  });
}
