import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const part = (name: string): string =>
  readFileSync(join(import.meta.dirname, `${name}.js`), 'utf8').replace(/^export /gm, '');
const codec = part('codec');
const bridge = ['captured', 'worlds', 'handshake'].map(part).join('\n');
const preloadParts = [codec, bridge, ...['events', 'buffer', 'ports', 'preload-world'].map(part)].join('\n');
const inPage = part('schemes-in-page');

/** The Electron module members that a preload gets: names of electron.d.ts, made in preload-world.js. */
const preloadMembers = {
  contextBridge: [
    'exposeInMainWorld',
    'exposeInIsolatedWorld',
    'executeInMainWorld',
  ] satisfies (keyof Electron.ContextBridge)[],
  ipcRenderer: ['invoke', 'send', 'sendSync', 'postMessage'] satisfies (keyof Electron.IpcRenderer)[],
  webFrame: ['getZoomFactor'] satisfies (keyof Electron.WebFrame)[],
};

/** Unguessable names, new for every window. */
export interface Secrets {
  readonly binding: string;
  readonly deliver: string;
  readonly event: string;
  /** The start of the text of the dialog that sendSync waits with. */
  readonly sync: string;
}

const word = (): string => `k${randomBytes(12).toString('hex')}`;
export const newSecrets = (): Secrets => ({ binding: word(), deliver: word(), event: word(), sync: word() });

export interface PreloadOptions {
  readonly path: string | null;
  readonly source: string;
  readonly inSubFrames: boolean;
  /** Whether the preload has its own world. */
  readonly isolated: boolean;
  /** Whether the page has `require`. */
  readonly nodeInPage: boolean;
  readonly versions: NodeJS.ProcessVersions;
  readonly argv: readonly string[];
}

/** The privileges of main's own schemes, by name, in the form that a page needs. */
export type PageSchemes = Readonly<Record<string, { supportFetchAPI: boolean; bare: string }>>;

/** Returns the script of the preload's world: its environment, then the preload itself. */
export function preloadScript(secrets: Secrets, preload: PreloadOptions, schemes: PageSchemes): string {
  const options = {
    preloadPath: preload.path,
    platform: process.platform,
    arch: process.arch,
    versions: preload.versions,
    argv: preload.argv,
    contextIsolated: preload.isolated,
    nodeInPage: preload.nodeInPage,
    members: preloadMembers,
    event: secrets.event,
    sync: secrets.sync,
  };
  return `(() => {
    const binding = globalThis[${JSON.stringify(secrets.binding)}];
    delete globalThis[${JSON.stringify(secrets.binding)}];
    if (window.top !== window && !${preload.inSubFrames}) return;
    ${preloadParts}
    const send = (message) => binding(JSON.stringify(message));
    const parts = { makeBuffer, makeCodec, makeEnd, makeEventEmitter, makePorts, handshake };
    const world = preloadWorld(globalThis, send, parts, ${JSON.stringify(options)});
    Object.defineProperty(globalThis, ${JSON.stringify(secrets.deliver)}, { value: (message) => world.deliver(message) });
    ${
      preload.isolated
        ? `handshake(globalThis, true, ${JSON.stringify(secrets.event)}, (wire) => {
      world.connect(makeEnd(globalThis, wire, true, { open: (request) => send({ k: 'open', request }) }));
    });`
        : pageSide("(request) => send({ k: 'open', request })", schemes)
    }
    world.run(function (require, process, exports, module, Buffer, global, setImmediate, clearImmediate) {
      ${preload.source}
    });
  })()`;
}

/** Returns the script of the page's own world. It leaves only window.open and, for other schemes than `app`, fetch. */
export function pageScript(secrets: Secrets, inSubFrames: boolean, schemes: PageSchemes): string {
  return `(() => {
    if (window.top !== window && !${inSubFrames}) return;
    ${bridge}
    let end = null;
    handshake(globalThis, false, ${JSON.stringify(secrets.event)}, (wire) => {
      end = makeEnd(globalThis, wire, false, {});
    });
    ${pageSide('(request) => end.open(request)', schemes)}
  })()`;
}

/** Returns the script of an isolated world that a preload names. It has only its end of the bridge. */
export function worldScript(secrets: Secrets, worldId: number): string {
  return `(() => {
    ${bridge}
    handshake(globalThis, true, ${JSON.stringify(`${secrets.event}${worldId}`)}, (wire) => {
      makeEnd(globalThis, wire, false, { greets: true });
    });
  })()`;
}

function pageSide(open: string, schemes: PageSchemes): string {
  return `{
    const ask = ${open};
    const open = {
      open(url = '', name = '', features = '') {
        ask({ url: new URL(String(url) || 'about:blank', document.baseURI).href, name: String(name), features: String(features) });
        return null;
      },
    }.open;
    Object.defineProperty(window, 'open', { value: open, configurable: true, writable: true, enumerable: true });
    ${Object.keys(schemes).length === 0 ? '' : `${inPage}\nschemesInPage(globalThis, ${JSON.stringify(schemes)});`}
  }`;
}

/** A function for Runtime.callFunctionOn that returns its argument as the codec's text. */
export const encodeFunction = `function (value) { ${codec}\nreturn makeCodec(globalThis).encode(value); }`;
