import type { AppHere } from './app.ts';
import type { BrowserWindowInstance } from './browser-window.ts';
import type { ClipboardItemHere } from './clipboard-item.ts';
import type { Emulated } from './emulated.ts';
import type { FrameHere } from './frame.ts';
import type { IpcMainHere } from './ipc-main.ts';
import type { MenuHere } from './menu.ts';
import type { MenuItemHere } from './menu-item.ts';
import type { MessageChannelHere, MessagePortHere } from './message-ports.ts';
import type { NativeThemeHere } from './native-theme.ts';
import type { createNotification } from './notification.ts';
import type { PowerMonitorHere } from './power-monitor.ts';
import type { SessionHere } from './session.ts';
import type { TrayHere } from './tray.ts';
import type { WebContentsHere } from './web-contents.ts';

/** A class whose members the compiler checks against electron.d.ts, except `Own` ones. */
type Held<Theirs, Here extends Emulated<Here, Theirs, Own>, Own extends PropertyKey = never> = Here;
type NotificationHere = InstanceType<ReturnType<typeof createNotification>>;

/**
 * Every emulated class, instances and statics. Emulated modules that are plain objects use `satisfies Emulated<…>` where they are made.
 * page/scripts.ts checks what a preload gets.
 */
export type AllHeld = [
  Held<Electron.App, AppHere>,
  Held<Electron.BrowserWindow, BrowserWindowInstance, 'webContents'>,
  Held<Electron.ClipboardItem, ClipboardItemHere, 'getType'>,
  Held<Electron.IpcMain, IpcMainHere>,
  Held<Electron.Menu, MenuHere, 'items' | 'getMenuItemById' | 'append' | 'insert'>,
  Held<
    typeof Electron.Menu,
    typeof MenuHere,
    'prototype' | 'buildFromTemplate' | 'getApplicationMenu' | 'setApplicationMenu'
  >,
  Held<Electron.MenuItem, MenuItemHere, 'submenu' | 'role' | 'menu'>,
  Held<Electron.MessageChannelMain, MessageChannelHere, 'port1' | 'port2'>,
  Held<Electron.MessagePortMain, MessagePortHere>,
  Held<Electron.NativeTheme, NativeThemeHere>,
  Held<Electron.Notification, NotificationHere>,
  Held<typeof Electron.Notification, ReturnType<typeof createNotification>, 'prototype'>,
  Held<Electron.PowerMonitor, PowerMonitorHere>,
  Held<Electron.Session, SessionHere, 'protocol'>,
  Held<Electron.Tray, TrayHere, 'setContextMenu'>,
  Held<Electron.WebContents, WebContentsHere, 'mainFrame' | 'session' | 'ipc' | 'debugger' | 'capturePage'>,
  Held<Electron.WebFrameMain, FrameHere, 'parent' | 'top' | 'frames' | 'framesInSubtree' | 'ipc'>,
];
