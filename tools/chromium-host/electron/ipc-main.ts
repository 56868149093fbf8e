import { EventEmitter } from 'node:events';
import { onlyClass } from '../not-here.ts';

type Handler = Parameters<Electron.IpcMain['handle']>[1];

/** Electron's `ipcMain`, `webContents.ipc` and `frame.ipc` (docs/api/ipc-main.md, lib/browser/ipc-main-impl.ts). */
class IpcMain extends EventEmitter {
  readonly #handlers = new Map<string, Handler>();

  constructor() {
    super();
    // A channel may be called "error".
    this.on('error', () => undefined);
  }

  handle(channel: string, handler: Handler): void {
    if (this.#handlers.has(channel)) {
      throw new Error(`Attempted to register a second handler for '${channel}'`);
    }
    if (typeof handler !== 'function') {
      throw new TypeError(`Expected handler to be a function, but found type '${typeof handler}'`);
    }
    this.#handlers.set(channel, handler);
  }

  handleOnce(channel: string, handler: Handler): void {
    this.handle(channel, (event, ...args) => {
      this.removeHandler(channel);
      return handler(event, ...args);
    });
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel);
  }

  /** Returns the handler of a channel, for the dispatcher. */
  handlerOf(channel: string): Handler | undefined {
    return this.#handlers.get(channel);
  }
}

export type IpcMainHere = IpcMain;
export const IpcMainHere = onlyClass('ipcMain', IpcMain);
