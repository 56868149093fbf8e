import type { Params } from '../cdp.ts';
import { browserOf, type Host } from '../host.ts';
import { encodeFunction, newSecrets, worldScript } from '../page/scripts.ts';
import { FrameHere, type FrameOwner } from './frame.ts';
import { cloned, type Evaluated, primitive } from './remote-values.ts';

/** Electron's numbers of worlds: the page's own, and the preload's (docs/api/web-contents.md, executeJavaScriptInIsolatedWorld). */
export const mainWorld = 0;
const preloadWorld = 999;
/** Electron's name for the preload's world. */
export const preloadWorldName = 'Electron Isolated Context';
const worldName = (worldId: number): string =>
  worldId === preloadWorld ? preloadWorldName : `Electron Isolated World ${worldId}`;

const goneFrame =
  'WebFrame was removed before script could run. This normally means the underlying frame was destroyed';
const failedScript =
  'Script failed to execute, this normally means an error was thrown. Check the renderer console for the error.';

/** One page of Chromium through its DevTools session: its frames, their worlds, and the code that runs in them. */
export class Page {
  readonly host: Host;
  readonly secrets = newSecrets();
  readonly frames = new Map<string, FrameHere>();
  /** The world whose IPC main listens to. */
  readonly ipcWorld: number;
  sessionId = '';
  targetId = '';
  mainFrame: FrameHere;
  readonly #owner: FrameOwner;
  readonly #contexts = new Map<number, { frameId: string; worldId: number }>();
  readonly #worlds = new Map<string, Promise<void>>();

  constructor(host: Host, owner: FrameOwner, isolated: boolean) {
    this.host = host;
    this.#owner = owner;
    this.mainFrame = new FrameHere(owner, '', null);
    this.ipcWorld = isolated ? preloadWorld : mainWorld;
  }

  send(method: string, params: Params = {}): Promise<Params> {
    return browserOf(this.host).send(method, params, this.sessionId);
  }

  /** Listens to an event. Once the window is gone, calls `late` instead of `run`. */
  on<T>(method: string, run: (params: T) => void, late: (params: T) => void = () => undefined): void {
    browserOf(this.host).on(method, this.sessionId, (params) => {
      if (this.isGone()) late(params as T);
      else run(params as T);
    });
  }

  isGone(): boolean {
    return this.#owner.isDestroyed();
  }

  /** Returns the frame with this id, and makes it on first use. */
  frame(id: string, parentId: string | null): FrameHere {
    const known = this.frames.get(id);
    if (known !== undefined) return known;
    const frame = new FrameHere(this.#owner, id, parentId);
    this.frames.set(id, frame);
    return frame;
  }

  get mainFrameId(): string {
    return this.mainFrame.id;
  }

  /**
   * Sets the main frame's id. The frame exists from the start; its id comes later and can change when another process takes over the page.
   */
  set mainFrameId(id: string) {
    this.frames.delete(this.mainFrame.id);
    this.mainFrame.id = id;
    this.frames.set(id, this.mainFrame);
  }

  /** Keeps track of the existing worlds. */
  watchWorlds(): void {
    interface Created {
      readonly context: {
        readonly id: number;
        readonly name: string;
        readonly auxData: { readonly frameId: string; readonly isDefault: boolean };
      };
    }
    this.on<Created>('Runtime.executionContextCreated', ({ context: { id, name, auxData } }) => {
      const { frameId, isDefault } = auxData;
      const numbered = /^Electron Isolated World (\d+)$/.exec(name)?.[1];
      if (isDefault) this.#contexts.set(id, { frameId, worldId: mainWorld });
      else if (name === preloadWorldName) this.#contexts.set(id, { frameId, worldId: preloadWorld });
      else if (numbered !== undefined) this.#contexts.set(id, { frameId, worldId: Number(numbered) });
    });
    this.on<{ executionContextId: number }>('Runtime.executionContextDestroyed', ({ executionContextId }) =>
      this.#contexts.delete(executionContextId),
    );
    this.on('Runtime.executionContextsCleared', () => this.#contexts.clear());
  }

  /** Returns the frame that a world belongs to. */
  frameOf(contextId: number): FrameHere | null {
    const context = this.#contexts.get(contextId);
    return context === undefined ? null : (this.frames.get(context.frameId) ?? null);
  }

  #contextOf(frameId: string, worldId: number): number | null {
    for (const [id, context] of this.#contexts) {
      if (context.frameId === frameId && context.worldId === worldId) return id;
    }
    return null;
  }

  /** Makes the world that a preload named and connects it to the preload's. */
  connectWorld(frameId: string, worldId: number): void {
    const connected = this.#makeWorld(frameId, worldId)
      .then((contextId) =>
        this.send('Runtime.evaluate', { contextId, expression: worldScript(this.secrets, worldId) }),
      )
      .then(
        () => undefined,
        () => undefined,
      );
    this.#worlds.set(`${frameId} ${worldId}`, connected);
  }

  async #makeWorld(frameId: string, worldId: number): Promise<number> {
    const { executionContextId } = await this.send('Page.createIsolatedWorld', {
      frameId,
      worldName: worldName(worldId),
    });
    return Number(executionContextId);
  }

  /** Runs code in one frame's world and returns a clone of its result (Electron, shell/renderer/api/electron_api_web_frame.cc). */
  async evaluate(frameId: string, worldId: number, code: string, userGesture = false): Promise<unknown> {
    await this.#worlds.get(`${frameId} ${worldId}`);
    const contextId =
      this.#contextOf(frameId, worldId) ??
      (worldId === mainWorld ? null : await this.#makeWorld(frameId, worldId));
    if (contextId === null) throw new Error(goneFrame);
    const call = { contextId, userGesture, allowUnsafeEvalBlockedByCSP: false };
    const ran = (await this.send('Runtime.evaluate', {
      ...call,
      expression: code,
    })) as unknown as Evaluated;
    // As in Electron, a synchronous exception stays in the page; only the reason of a promise comes out.
    if (ran.exceptionDetails !== undefined) throw new Error(failedScript);
    if (ran.result.subtype !== 'promise') return cloned(ran.result, (id) => this.#encode(id));
    const settled = (await this.send('Runtime.awaitPromise', {
      promiseObjectId: ran.result.objectId,
    })) as unknown as Evaluated;
    if (settled.exceptionDetails === undefined) return cloned(settled.result, (id) => this.#encode(id));
    const { exception, text } = settled.exceptionDetails;
    throw exception === undefined ? new Error(text) : await cloned(exception, (id) => this.#encode(id));
  }

  /**
   * Runs code in a frame's own world. Returns plain data, or rejects with a message (content::RenderFrameHost::ExecuteJavaScriptForTests).
   */
  async evaluatePlainly(frameId: string, expression: string, userGesture: boolean): Promise<unknown> {
    const contextId = this.#contextOf(frameId, mainWorld);
    if (contextId === null) throw new Error(goneFrame);
    const { result, exceptionDetails } = (await this.send('Runtime.evaluate', {
      contextId,
      expression,
      userGesture,
      awaitPromise: true,
      returnByValue: true,
      allowUnsafeEvalBlockedByCSP: false,
    })) as unknown as Evaluated;
    if (exceptionDetails === undefined) return primitive(result) ?? null;
    const { exception, text } = exceptionDetails;
    throw exception?.description?.split('\n')[0] ?? String(exception?.value ?? text);
  }

  async #encode(objectId: string): Promise<string | null> {
    const ran = (await this.send('Runtime.callFunctionOn', {
      functionDeclaration: encodeFunction,
      objectId,
      arguments: [{ objectId }],
      returnByValue: true,
    })) as unknown as Evaluated;
    return ran.exceptionDetails === undefined ? String(ran.result.value) : null;
  }

  /** Sends a message to the preload's world of a frame; it is lost when the frame has none. */
  deliver(frameId: string, message: object): void {
    const contextId = this.#contextOf(frameId, this.ipcWorld);
    if (contextId === null || this.isGone()) return;
    void this.send('Runtime.evaluate', {
      contextId,
      expression: `globalThis[${JSON.stringify(this.secrets.deliver)}]?.(${JSON.stringify(message)})`,
      silent: true,
    }).catch(() => undefined);
  }
}
