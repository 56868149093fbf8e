import { IpcMainHere } from './ipc-main.ts';

/** What a frame needs of the web contents it is in. */
export interface FrameOwner {
  readonly frames: ReadonlyMap<string, FrameHere>;
  getProcessId(): number;
  isDestroyed(): boolean;
  evaluateIn(frameId: string, worldId: number, code: string, userGesture?: boolean): Promise<unknown>;
  sendTo(frameId: string, channel: string, args: unknown[]): void;
  postTo(frameId: string, args: readonly unknown[]): void;
}

let nextId = 1;

/** Electron's WebFrameMain (docs/api/web-frame-main.md), for the frames a page has now. */
export class FrameHere {
  readonly frameTreeNodeId = nextId++;
  readonly routingId = this.frameTreeNodeId;
  readonly ipc = new IpcMainHere();
  url = '';
  origin = 'null';
  name = '';
  detached = false;
  id: string;
  readonly #owner: FrameOwner;
  readonly #parentId: string | null;

  constructor(owner: FrameOwner, id: string, parentId: string | null) {
    this.#owner = owner;
    this.#parentId = parentId;
    this.id = id;
  }

  get processId(): number {
    return this.#owner.getProcessId();
  }

  get frameToken(): string {
    return this.id;
  }

  get parent(): FrameHere | null {
    return this.#parentId === null ? null : (this.#owner.frames.get(this.#parentId) ?? null);
  }

  get top(): FrameHere | null {
    return this.parent === null ? this : this.parent.top;
  }

  get frames(): FrameHere[] {
    return [...this.#owner.frames.values()].filter((frame) => frame.parent === this);
  }

  isDestroyed(): boolean {
    return this.detached;
  }

  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown> {
    return this.#owner.evaluateIn(this.id, 0, code, userGesture);
  }

  send(channel: string, ...args: unknown[]): void {
    this.#owner.sendTo(this.id, channel, args);
  }

  postMessage(...args: [channel: string, message: unknown, transfer?: readonly unknown[]]): void {
    this.#owner.postTo(this.id, args);
  }
}
