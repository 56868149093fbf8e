import type { EventEmitter } from 'node:events';
import type { Loads } from './loads.ts';
import type { Page } from './page.ts';
import type { FromPage, PageIpc } from './page-ipc.ts';
import { preventable } from './preventable.ts';
import type { Evaluated, RemoteObject } from './remote-values.ts';
import type { Schemes } from './schemes.ts';

interface Heard {
  readonly contents: EventEmitter & {
    askedToOpen(url: string, name: string, features: string, disposition: string): void;
    preloadFailed(message: string, stack: string): void;
    titled(title: string): void;
    crashed(): void;
  };
  readonly page: Page;
  readonly loads: Loads;
  readonly ipc: PageIpc;
  readonly schemes: Schemes;
}

type ToHost =
  | FromPage
  | { readonly k: 'world'; readonly id: number }
  | {
      readonly k: 'open';
      readonly request: { readonly url: string; readonly name: string; readonly features: string };
    }
  | { readonly k: 'preload-error'; readonly message: string; readonly stack: string };

interface Navigated {
  readonly id: string;
  readonly parentId?: string;
  readonly url: string;
  readonly urlFragment?: string;
  readonly unreachableUrl?: string;
  readonly securityOrigin: string;
  readonly name?: string;
}

/** Returns an origin as Electron writes it: `file://` for a file, which the DevTools protocol calls `file:///`. */
const originOf = (origin: string): string =>
  origin === '://' || origin === ''
    ? 'null'
    : origin.replace(/([^/])\/$/, '$1').replace(/^file:\/+$/, 'file://');

/** Turns a page's DevTools events into Electron's events of its web contents (docs/api/web-contents.md). */
export function listen(heard: Heard): void {
  listenToScripts(heard);
  listenToFrames(heard);
  listenToLoading(heard);
}

function listenToScripts({ contents, page, ipc }: Heard): void {
  page.watchWorlds();
  page.on<{ name: string; payload: string; executionContextId: number }>(
    'Runtime.bindingCalled',
    ({ name, payload, executionContextId }) => {
      if (name !== page.secrets.binding) return;
      const frame = page.frameOf(executionContextId);
      const message = JSON.parse(payload) as ToHost;
      if (message.k === 'open') {
        const { url, name: target, features } = message.request;
        contents.askedToOpen(url, target, features, 'foreground-tab');
      } else if (message.k === 'preload-error') contents.preloadFailed(message.message, message.stack);
      else if (message.k === 'world') {
        if (frame !== null) page.connectWorld(frame.id, message.id);
      } else ipc.receive(frame, message);
    },
  );
  const levels = ['debug', 'info', 'warning', 'error'] as const;
  const say = (level: (typeof levels)[number], message: string, lineNumber: number, sourceId: string) => {
    const event = { ...preventable(), level, message, lineNumber, sourceId, frame: page.mainFrame };
    contents.emit('console-message', event, levels.indexOf(level), message, lineNumber, sourceId);
  };
  page.on<{
    type: string;
    args: RemoteObject[];
    stackTrace?: { callFrames: { lineNumber: number; url: string }[] };
  }>('Runtime.consoleAPICalled', ({ type, args, stackTrace }) => {
    const [top] = stackTrace?.callFrames ?? [];
    const level = levels.find((one) => one === type) ?? 'info';
    const text = args.map((arg) => String(arg.value ?? arg.description ?? '')).join(' ');
    say(level, text, (top?.lineNumber ?? -1) + 1, top?.url ?? '');
  });
  page.on<{ entry: { level: string; text: string; lineNumber?: number; url?: string } }>(
    'Log.entryAdded',
    ({ entry }) =>
      say(
        levels.find((one) => one === entry.level) ?? 'info',
        entry.text,
        entry.lineNumber ?? 0,
        entry.url ?? '',
      ),
  );
  page.on<{ type: string; message: string }>('Page.javascriptDialogOpening', ({ type, message }) => {
    if (type === 'beforeunload') {
      const event = preventable();
      contents.emit('will-prevent-unload', event);
      void page
        .send('Page.handleJavaScriptDialog', { accept: event.defaultPrevented })
        .catch(() => undefined);
      return;
    }
    const waits = type === 'prompt' && message.startsWith(page.secrets.sync);
    const answer = waits ? ipc.syncAnswer(message.slice(page.secrets.sync.length)) : Promise.resolve(null);
    void answer
      .then((promptText) =>
        page.send('Page.handleJavaScriptDialog', {
          accept: promptText !== null,
          ...(promptText === null ? {} : { promptText }),
        }),
      )
      .catch(() => undefined);
  });
  page.on('Inspector.targetCrashed', () => contents.crashed());
}

function listenToFrames({ contents, page, loads, ipc, schemes }: Heard): void {
  const answered = new Map<string, { readonly status: number; readonly statusText: string }>();
  page.on<{ type: string; frameId?: string; response: { status: number; statusText: string } }>(
    'Network.responseReceived',
    ({ type, frameId, response }) => {
      if (type === 'Document' && frameId !== undefined && response.status > 0)
        answered.set(frameId, response);
    },
  );
  // Reports the failed loads of frames within the page. page-navigation.ts reports those of the main frame.
  const asked = new Map<string, { readonly frameId: string; readonly url: string }>();
  page.on<{ requestId: string; type?: string; frameId?: string; request: { url: string } }>(
    'Network.requestWillBeSent',
    ({ requestId, type, frameId, request }) => {
      if (type === 'Document' && frameId !== undefined && frameId !== page.mainFrameId)
        asked.set(requestId, { frameId, url: request.url });
    },
  );
  page.on<{ requestId: string }>('Network.loadingFinished', ({ requestId }) => asked.delete(requestId));
  page.on<{ requestId: string; errorText: string }>('Network.loadingFailed', ({ requestId, errorText }) => {
    const request = asked.get(requestId);
    asked.delete(requestId);
    const frame = page.frames.get(request?.frameId ?? '');
    if (request === undefined || frame === undefined) return;
    const url = schemes.toExternal(request.url);
    const code = loads.reasonFor(url, errorText.replace('net::', ''));
    loads.failedIn(code, url, false, frame.processId, frame.routingId);
  });
  page.on<{ frameId: string; parentFrameId: string }>('Page.frameAttached', ({ frameId, parentFrameId }) => {
    contents.emit('frame-created', preventable(), { frame: page.frame(frameId, parentFrameId) });
  });
  page.on<{ frameId: string; reason: string }>('Page.frameDetached', ({ frameId, reason }) => {
    const frame = page.frames.get(frameId);
    if (frame === undefined || reason === 'swap') return;
    frame.leave();
    ipc.ports.leave(frameId);
    page.frames.delete(frameId);
  });
  page.on<{ frame: Navigated }>('Page.frameNavigated', ({ frame: told }) => {
    const isMainFrame = told.parentId === undefined;
    if (isMainFrame) page.mainFrameId = told.id;
    const frame = page.frame(told.id, told.parentId ?? null);
    const url = schemes.toExternal(told.unreachableUrl ?? `${told.url}${told.urlFragment ?? ''}`);
    frame.commit({ url, origin: originOf(schemes.toExternal(told.securityOrigin)), name: told.name ?? '' });
    ipc.ports.leave(told.id);
    // Without an HTTP response (about:blank) there is no status.
    const { status, statusText } = answered.get(told.id) ?? { status: -1, statusText: '' };
    answered.delete(told.id);
    if (isMainFrame) {
      loads.everLoaded = true;
      loads.errorShown = told.unreachableUrl !== undefined;
    }
    if (told.unreachableUrl !== undefined) return;
    contents.emit(
      'did-frame-navigate',
      preventable(),
      url,
      status,
      statusText,
      isMainFrame,
      frame.processId,
      frame.routingId,
    );
    if (isMainFrame) contents.emit('did-navigate', preventable(), url, status, statusText);
  });
  page.on<{ frameId: string; url: string }>('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const frame = page.frame(frameId, null);
    const isMainFrame = frameId === page.mainFrameId;
    frame.lastUrl = schemes.toExternal(url);
    loads.started(frame.lastUrl, true, isMainFrame);
    contents.emit(
      'did-navigate-in-page',
      preventable(),
      frame.lastUrl,
      isMainFrame,
      frame.processId,
      frame.routingId,
    );
  });
}

function listenToLoading({ contents, page, loads }: Heard): void {
  // A load has finished once its title is known. Later events wait for that.
  let turn = Promise.resolve();
  const next = (run: () => unknown): void => {
    turn = turn.then(run).then(
      () => undefined,
      () => undefined,
    );
  };
  const readTitle = async () => {
    const ran = await page.send('Runtime.evaluate', { expression: 'document.title', returnByValue: true });
    contents.titled(String((ran as unknown as Evaluated).result.value ?? ''));
  };
  page.on<{ frameId: string }>('Page.frameStartedLoading', ({ frameId }) =>
    next(() => {
      if (frameId !== page.mainFrameId || loads.loading) return;
      loads.loading = true;
      contents.emit('did-start-loading', preventable());
    }),
  );
  page.on<{ frameId: string }>('Page.frameStoppedLoading', ({ frameId }) =>
    next(() => {
      if (frameId !== page.mainFrameId || !loads.loading) return;
      loads.loading = false;
      contents.emit('did-stop-loading', preventable());
    }),
  );
  page.on('Page.loadEventFired', () => {
    if (loads.errorShown) return;
    next(readTitle);
    next(() => {
      const { processId, routingId } = page.mainFrame;
      contents.emit('did-frame-finish-load', preventable(), true, processId, routingId);
      contents.emit('did-finish-load', preventable());
    });
  });
  page.on<{ name: string; frameId: string }>('Page.lifecycleEvent', ({ name, frameId }) => {
    if (name === 'DOMContentLoaded') {
      page.frames.get(frameId)?.documentRead();
      if (frameId === page.mainFrameId) contents.emit('dom-ready', preventable());
    }
    if (name === 'firstPaint' && frameId === page.mainFrameId && loads.everLoaded)
      contents.emit('first-paint');
  });
}
