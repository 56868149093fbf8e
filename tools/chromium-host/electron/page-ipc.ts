import type { EventEmitter } from 'node:events';
import { makeCodec } from '../page/codec.js';
import type { FrameHere } from './frame.ts';
import type { IpcMainHere } from './ipc-main.ts';
import { MessagePortHere, PagePorts } from './message-ports.ts';
import type { Page } from './page.ts';
import { preventable } from './preventable.ts';

const codec = makeCodec(globalThis);
const neverSent = 'reply was never sent';

/** Messages of the preload's world, as page/preload-world.js sends them. */
export type FromPage =
  | { readonly k: 'invoke' | 'sync'; readonly id: string; readonly channel: string; readonly args: string }
  | { readonly k: 'send'; readonly channel: string; readonly args: string }
  | {
      readonly k: 'post';
      readonly channel: string;
      readonly args: string;
      readonly ports: readonly string[];
    }
  | { readonly k: 'port'; readonly id: string; readonly data: string; readonly ports: readonly string[] }
  | { readonly k: 'port-close'; readonly id: string };

interface Speaker {
  /** The web contents as main knows them. */
  readonly outer: EventEmitter & { readonly id: number };
  readonly ipc: IpcMainHere;
}

/** IPC of one page with main, in Electron's order: the frame's listeners, then the web contents', then ipcMain's (lib/browser/ipc-dispatch.ts). */
export class PageIpc {
  readonly ports: PagePorts;
  readonly #page: Page;
  readonly #speaker: Speaker;
  readonly #ipcMain: IpcMainHere;
  readonly #syncs = new Map<string, PromiseWithResolvers<string>>();
  /** Tells a page when nothing can answer it any more (shell/common/gin_helper/reply_channel.cc). */
  readonly #dropped = new FinalizationRegistry<() => void>((tell) => tell());

  constructor(page: Page, speaker: Speaker, ipcMain: IpcMainHere) {
    this.#page = page;
    this.#speaker = speaker;
    this.#ipcMain = ipcMain;
    this.ports = new PagePorts((frameId, message) => page.deliver(frameId, message));
  }

  /** Throws when the arguments cannot be cloned. */
  send(frameId: string, channel: string, args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    let text: string;
    try {
      text = codec.encode(args);
    } catch {
      throw new Error('Failed to serialize arguments');
    }
    this.#note('out', channel, text);
    this.#page.deliver(frameId, { k: 'event', channel, args: text });
  }

  /** Posts a message. Throws when it cannot be cloned or a passed object is not a port. */
  post(frameId: string, args: readonly unknown[]): void {
    const [channel, message, transfer = []] = args;
    if (args.length < 2) throw new TypeError('Insufficient number of arguments.');
    if (typeof channel !== 'string')
      throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(channel)}`);
    if (!Array.isArray(transfer) || !transfer.every((one) => one instanceof MessagePortHere))
      throw new TypeError('Invalid value for transfer');
    const text = codec.encode([message]);
    const ports = this.ports.toPage(frameId, transfer);
    this.#note('out', channel, text);
    this.#page.deliver(frameId, { k: 'event', channel, args: text, ports });
  }

  receive(frame: FrameHere | null, message: FromPage): void {
    if (message.k === 'port' || message.k === 'port-close') {
      if (frame === null) return;
      if (message.k === 'port') this.ports.message(frame.id, message.id, message.data, message.ports);
      else this.ports.close(frame.id, message.id);
      return;
    }
    const { channel } = message;
    this.#note('in', channel, message.args);
    const args = codec.decode(message.args) as unknown[];
    const registries = [frame?.ipc, this.#speaker.ipc, this.#ipcMain].filter((one) => one !== undefined);
    const hear = (event: object) => {
      for (const registry of registries) registry.emit(channel, event, ...args);
    };
    const listeners = registries.reduce((sum, one) => sum + one.listenerCount(channel), 0);
    switch (message.k) {
      case 'send': {
        const event = this.#event(frame, []);
        this.#speaker.outer.emit('ipc-message', event, channel, ...args);
        hear(event);
        return;
      }
      case 'post': {
        const ports = frame === null ? [] : this.ports.fromPage(frame.id, message.ports);
        hear(this.#event(frame, ports));
        // Nobody took the ports.
        if (listeners === 0) for (const port of ports) port.close();
        return;
      }
      case 'sync': {
        const answered = this.#sync(message.id);
        const event = this.#event(frame, []);
        Object.defineProperty(event, 'returnValue', {
          set: (value: unknown) => answered.resolve(codec.encode(value)),
          get: () => undefined,
        });
        const heard = this.#speaker.outer.listenerCount('ipc-message-sync') + listeners;
        this.#speaker.outer.emit('ipc-message-sync', event, channel, ...args);
        hear(event);
        if (heard === 0) {
          console.warn(
            `WebContents #${this.#speaker.outer.id} called ipcRenderer.sendSync() with '${channel}' channel without listeners.`,
          );
        }
        // A holder of the event may still answer.
        const drop = () => answered.resolve(codec.encode({ error: neverSent }));
        if (heard === 0) drop();
        else this.#dropped.register(event, drop);
        return;
      }
      default:
        void this.#invoke(frame, message.id, channel, args, registries);
    }
  }

  /** Returns the answer for a page that waits in sendSync, by the number of the wait. */
  async syncAnswer(id: string): Promise<string> {
    const text = await this.#sync(id).promise;
    this.#syncs.delete(id);
    return text;
  }

  #sync(id: string): PromiseWithResolvers<string> {
    const known = this.#syncs.get(id) ?? Promise.withResolvers<string>();
    this.#syncs.set(id, known);
    return known;
  }

  async #invoke(
    frame: FrameHere | null,
    id: string,
    channel: string,
    args: unknown[],
    registries: readonly IpcMainHere[],
  ): Promise<void> {
    const answer = (body: object) =>
      frame !== null && this.#page.deliver(frame.id, { k: 'answer', id, ...body });
    const handler = registries.map((one) => one.handlerOf(channel)).find((one) => one !== undefined);
    const token = {};
    try {
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      const event = this.#event(frame, []) as unknown as Electron.IpcMainInvokeEvent;
      // Whoever can settle this promise keeps it alive, even if the handler returned a thenable.
      const running: Promise<unknown> = Promise.resolve(handler(event, ...args));
      this.#dropped.register(running, () => answer({ ok: false, error: neverSent }), token);
      const value = codec.encode(await running);
      this.#note('out', channel, value);
      answer({ ok: true, value });
    } catch (error) {
      process.stderr.write(
        `Error occurred in handler for '${channel}': ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
      );
      answer({ ok: false, error: String(error) });
    } finally {
      this.#dropped.unregister(token);
    }
  }

  #event(frame: FrameHere | null, ports: readonly unknown[]): object {
    const { outer } = this.#speaker;
    const { renderers } = frame ?? { renderers: 0 };
    return {
      ...preventable(),
      type: 'frame',
      sender: outer,
      processId: outer.id,
      frameId: frame?.frameTreeNodeId ?? 0,
      frameTreeNodeId: frame?.frameTreeNodeId ?? 0,
      get senderFrame() {
        return frame === null || frame.isDestroyed() || frame.renderers !== renderers ? null : frame;
      },
      ports,
      reply: (channel: string, ...values: unknown[]) => {
        if (frame !== null) this.send(frame.id, channel, values);
      },
    };
  }

  #note(direction: 'in' | 'out', channel: string, text: string): void {
    if (this.#page.host.recordIpc) this.#page.host.seen.ipc.push({ direction, channel, text });
  }
}
