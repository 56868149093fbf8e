import type { ChildProcess } from 'node:child_process';
import type { Commands, Control } from '../../tests/support/control.ts';
import type { ElectronHere } from './electron/index.ts';
import { MenuHere } from './electron/menu.ts';
import { TrayHere } from './electron/tray.ts';
import type { Host } from './host.ts';
import { watchClock } from './moved-clock.ts';

/** Listens for commands on Node's IPC channel, if this process was started with one. */
export function serveControl(host: Host, here: ElectronHere): void {
  if (process.send === undefined) return;
  const move = watchClock();
  const commands: Commands = {
    clickMenu(...path) {
      let menu = MenuHere.getApplicationMenu() ?? undefined;
      for (const [depth, label] of path.entries()) {
        const item = menu?.items.find((one) => one.label === label);
        if (item === undefined) return false;
        if (depth === path.length - 1 && item.enabled) item.click();
        menu = item.submenu ?? undefined;
      }
      return true;
    },
    trays: () =>
      [...TrayHere.all].map(({ toolTip, image }) => ({
        toolTip,
        // The image's source file. The host's images have nothing else.
        image: typeof image === 'string' ? image : String(Reflect.get(image as object, 'path')),
      })),
    notifications: () =>
      host.seen.notifications.map((one) => ({
        title: String(Reflect.get(one as object, 'title')),
        body: String(Reflect.get(one as object, 'body')),
      })),
    opened: () => [...host.seen.opened],
    answerDialog: (answer) => void host.dialogAnswers.push(answer),
    touchIdAnswers(answer) {
      host.touchId.answers = answer;
    },
    touchIdAsked: () => [...host.touchId.asked],
    messageBoxes: () => [...host.seen.messageBoxes],
    power: (event) => here.powerMonitor.happen(event),
    readClipboard: () => here.clipboard.clipboard.readText(),
    writeClipboard: (text) => here.clipboard.clipboard.writeText(text),
    clipboardFormats: () => here.clipboard.rawFormats(),
    systemTheme(dark) {
      const before = here.nativeTheme.shouldUseDarkColors;
      here.nativeTheme.systemDark = dark;
      here.nativeTheme.changed(before);
    },
    ipc() {
      host.recordIpc = true;
      return [...host.seen.ipc];
    },
    takeIpc() {
      host.recordIpc = false;
      return host.seen.ipc.splice(0);
    },
    windows: () =>
      [...here.windows.all].map((window) => ({
        title: window.getTitle(),
        visible: window.isVisible(),
        minimized: window.isMinimized(),
        focused: window.isFocused(),
        contentProtected: window.isContentProtected(),
        url: window.webContents.getURL(),
      })),
    closeWindow: () => [...here.windows.all][0]?.close(),
    tellPage: (channel, payload) => [...here.windows.all][0]?.webContents.send(channel, payload),
    moveClock: (ms) => move(ms),
    clickTray(label) {
      const item = [...TrayHere.all][0]?.menu?.items.find((one) => one.label.startsWith(label));
      if (item?.enabled === true) item.click();
      return item !== undefined;
    },
    clickNotification: () =>
      (host.seen.notifications.at(-1) as { emit(event: string, details: object): boolean } | undefined)?.emit(
        'click',
        {},
      ) ?? false,
  };
  process.on('message', (message: { id: number; do: keyof Commands; with: unknown[] }) => {
    void (async () => {
      try {
        const run = commands[message.do] as (...args: unknown[]) => unknown;
        process.send?.({ id: message.id, value: await run(...message.with) });
      } catch (error) {
        process.send?.({ id: message.id, error: String(error) });
      }
    })();
  });
  // The channel alone must not keep the app alive.
  process.channel?.unref();
}

/** Returns the commands for a host that this process started. A command rejects when the host is gone. */
export function controlOf(child: ChildProcess): Control {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
  let nextId = 1;
  child.on('message', ({ id, value, error }: { id: number; value?: never; error?: string }) => {
    const one = waiting.get(id);
    waiting.delete(id);
    if (error === undefined) one?.resolve(value as never);
    else one?.reject(new Error(error));
  });
  child.on('exit', () => {
    for (const { reject } of waiting.values()) reject(new Error('The host has gone.'));
    waiting.clear();
  });
  return new Proxy({} as Control, {
    get: (_target, name) =>
      name === 'then'
        ? undefined
        : (...args: unknown[]) =>
            new Promise((resolve, reject) => {
              const id = nextId++;
              waiting.set(id, { resolve, reject });
              child.send({ id, do: name, with: args }, (error) => error !== null && reject(error));
            }),
  });
}
