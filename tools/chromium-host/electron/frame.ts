import { IpcMainHere } from './ipc-main.ts';
import type { WebContentsHere } from './web-contents.ts';

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
  readonly #contents: WebContentsHere;
  readonly #parentId: string | null;
  readonly id: string;

  constructor(contents: WebContentsHere, id: string, parentId: string | null) {
    this.#contents = contents;
    this.#parentId = parentId;
    this.id = id;
  }

  get processId(): number {
    return this.#contents.getProcessId();
  }

  get frameToken(): string {
    return this.id;
  }

  get parent(): FrameHere | null {
    return this.#parentId === null ? null : (this.#contents.frames.get(this.#parentId) ?? null);
  }

  get top(): FrameHere | null {
    return this.parent === null ? this : this.parent.top;
  }

  get frames(): FrameHere[] {
    return [...this.#contents.frames.values()].filter((frame) => frame.parent === this);
  }

  isDestroyed(): boolean {
    return this.detached;
  }

  executeJavaScript(code: string, userGesture?: boolean): Promise<unknown> {
    return this.#contents.evaluateIn(this.id, 'main', code, userGesture);
  }

  send(channel: string, ...args: unknown[]): void {
    this.#contents.sendTo(this.id, channel, args);
  }
}
