import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const part = (name: string): string =>
  readFileSync(join(import.meta.dirname, `${name}.js`), 'utf8').replace(/^export /m, '');
const [codec, worlds, handshake, preloadWorld] = ['codec', 'worlds', 'handshake', 'preload-world'].map(part);

/** Names nobody can guess, fresh for every window. */
export interface Secrets {
  readonly binding: string;
  readonly deliver: string;
  readonly event: string;
}

const word = (): string => `k${randomBytes(12).toString('hex')}`;
export const newSecrets = (): Secrets => ({ binding: word(), deliver: word(), event: word() });

export interface PreloadOptions {
  readonly path: string | null;
  readonly source: string;
  readonly inSubFrames: boolean;
  readonly versions: NodeJS.ProcessVersions;
}

/** The script of the preload's world: its surroundings, then the preload itself. */
export function preloadScript(secrets: Secrets, preload: PreloadOptions): string {
  const options = {
    preloadPath: preload.path,
    platform: process.platform,
    arch: process.arch,
    versions: preload.versions,
  };
  return `(() => {
    if (window.top !== window && !${preload.inSubFrames}) return;
    ${codec}\n${worlds}\n${handshake}\n${preloadWorld}
    const binding = globalThis[${JSON.stringify(secrets.binding)}];
    delete globalThis[${JSON.stringify(secrets.binding)}];
    const send = (message) => binding(JSON.stringify(message));
    const world = preloadWorld(globalThis, send, makeCodec(globalThis), ${JSON.stringify(options)});
    Object.defineProperty(globalThis, ${JSON.stringify(secrets.deliver)}, { value: (message) => world.deliver(message) });
    handshake(globalThis, true, ${JSON.stringify(secrets.event)}, (wire) => {
      world.connect(makeEnd(globalThis, wire, true, (request) => send({ k: 'open', request })));
    });
    world.run(function (require, process, exports, module, Buffer, global, setImmediate, clearImmediate) {
      ${preload.source}
    });
  })()`;
}

/** The script of the page's own world; it leaves nothing behind but window.open. */
export function pageScript(secrets: Secrets, inSubFrames: boolean): string {
  return `(() => {
    if (window.top !== window && !${inSubFrames}) return;
    ${worlds}\n${handshake}
    let end = null;
    handshake(globalThis, false, ${JSON.stringify(secrets.event)}, (wire) => {
      end = makeEnd(globalThis, wire, false, () => undefined);
    });
    const open = {
      open(url = '', name = '', features = '') {
        end.open({ url: new URL(String(url) || 'about:blank', document.baseURI).href, name: String(name), features: String(features) });
        return null;
      },
    }.open;
    Object.defineProperty(window, 'open', { value: open, configurable: true, writable: true, enumerable: true });
  })()`;
}

/** A function for Runtime.callFunctionOn that gives its \`this\` or argument as the codec's text. */
export const encodeFunction = `function (value) { ${codec}\nreturn makeCodec(globalThis).encode(value); }`;
