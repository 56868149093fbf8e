import { EventEmitter } from 'node:events';
import { onlyClass } from '../not-here.ts';
import { IpcMainHere } from './ipc-main.ts';
import { preventable } from './preventable.ts';

/** What a frame needs from its web contents. */
export interface FrameOwner {
  readonly frames: ReadonlyMap<string, FrameHere>;
  readonly visible: boolean;
  getProcessId(): number;
  getOSProcessId(): number;
  isDestroyed(): boolean;
  evaluateInFrame(frameId: string, code: string, userGesture: boolean): Promise<unknown>;
  sendTo(frameId: string, channel: string, args: unknown[]): void;
  postTo(frameId: string, args: readonly unknown[]): void;
  reloadFrame(frameId: string): void;
}

/** Where the last committed document of a frame came from. */
interface Committed {
  readonly url: string;
  readonly origin: string;
  readonly name: string;
}

let nextId = 1;

/** Scheme and host: Chromium keeps a frame's renderer while these stay. */
const siteOf = (origin: string): string => origin.replace(/:\d+$/, '');

/** Electron's WebFrameMain (docs/api/web-frame-main.md, shell/browser/api/electron_api_web_frame_main.cc), for the frames a page has now. */
class WebFrameMain extends EventEmitter {
  readonly frameTreeNodeId = nextId++;
  readonly ipc = new IpcMainHere();
  /** How often another renderer took over the frame. Messages of an earlier renderer have no `senderFrame`. */
  renderers = 0;
  /** For the host: Chromium's id of the frame. It stays after the frame is gone. */
  id: string;
  /** For the host: the same as `url`, which throws once the frame is gone. */
  lastUrl = '';
  #origin = 'null';
  #name = '';
  #gone = false;
  readonly #owner: FrameOwner;
  readonly #parentId: string | null;

  constructor(owner: FrameOwner, id: string, parentId: string | null) {
    super();
    this.#owner = owner;
    this.#parentId = parentId;
    this.id = id;
  }

  /** For the host: notes that the frame has a new document. */
  commit({ url, origin, name }: Committed): void {
    if (this.lastUrl !== '' && siteOf(origin) !== siteOf(this.#origin)) this.renderers++;
    this.lastUrl = url;
    this.#origin = origin;
    this.#name = name;
  }

  /** For the host: notes that the document is parsed. */
  documentRead(): void {
    this.emit('dom-ready', preventable());
  }

  /** For the host: notes that the frame is gone. */
  leave(): void {
    this.#gone = true;
  }

  #alive(): this {
    if (this.isDestroyed())
      throw new Error('Render frame was disposed before WebFrameMain could be accessed');
    return this;
  }

  get url(): string {
    return this.#alive().lastUrl;
  }

  get origin(): string {
    return this.#alive().#origin;
  }

  get name(): string {
    return this.#alive().#name;
  }

  get routingId(): number {
    return this.#alive().frameTreeNodeId;
  }

  get processId(): number {
    return this.#alive().#owner.getProcessId();
  }

  get osProcessId(): number {
    return this.#alive().#owner.getOSProcessId();
  }

  get frameToken(): string {
    return this.#alive().id;
  }

  get visibilityState(): string {
    return this.#alive().#owner.visible ? 'visible' : 'hidden';
  }

  /** Always false. In Electron it is true only while an unloading page can still send messages, and this host does not receive those. */
  get detached(): boolean {
    return false;
  }

  get parent(): WebFrameMain | null {
    const { frames } = this.#alive().#owner;
    return this.#parentId === null ? null : (frames.get(this.#parentId) ?? null);
  }

  get top(): WebFrameMain | null {
    return this.parent === null ? this : this.parent.top;
  }

  get frames(): WebFrameMain[] {
    return [...this.#alive().#owner.frames.values()].filter((frame) => frame.parent === this);
  }

  /** Returns this frame and its descendants, level by level. */
  get framesInSubtree(): WebFrameMain[] {
    const all: WebFrameMain[] = [this];
    for (const frame of all) all.push(...frame.frames);
    return all;
  }

  isDestroyed(): boolean {
    return this.#gone || this.#owner.isDestroyed();
  }

  /** Unlike the method of the web contents, it returns plain data and rejects with a message. */
  async executeJavaScript(code: string, userGesture: boolean = false): Promise<unknown> {
    if (typeof userGesture !== 'boolean') throw new TypeError('userGesture must be a boolean');
    return this.#alive().#owner.evaluateInFrame(this.id, String(code), userGesture);
  }

  reload(): boolean {
    this.#alive().#owner.reloadFrame(this.id);
    return true;
  }

  /** Reports arguments that cannot be sent only on the console (lib/browser/api/web-frame-main.ts). */
  send(channel: string, ...args: unknown[]): void {
    if (typeof channel !== 'string') throw new TypeError('Missing required channel argument');
    try {
      this.#alive().#owner.sendTo(this.id, channel, args);
    } catch (error) {
      console.error('Error sending from webFrameMain: ', error);
    }
  }

  postMessage(...args: [channel: string, message: unknown, transfer?: readonly unknown[]]): void {
    this.#alive().#owner.postTo(this.id, args);
  }
}

export type FrameHere = WebFrameMain;
export const FrameHere = onlyClass('WebFrameMain', WebFrameMain);
