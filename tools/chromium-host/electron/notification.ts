import { EventEmitter } from 'node:events';
import type { Host } from '../host.ts';
import { onlyClass } from '../not-here.ts';
import { preventable } from './preventable.ts';

/** Electron's Notification (docs/api/notification.md) as data. The control channel gets the shown ones. */
export function createNotification(host: Host) {
  class Notification extends EventEmitter {
    title: string;
    subtitle: string;
    body: string;
    replyPlaceholder: string;
    sound: string;
    closeButtonText: string;
    silent: boolean;
    hasReply: boolean;
    actions: Electron.NotificationAction[];
    readonly options: Electron.NotificationConstructorOptions;

    constructor(options: Electron.NotificationConstructorOptions = {}) {
      super();
      if (!host.ready) throw new Error('Cannot create Notification before app is ready');
      this.title = options.title ?? '';
      this.subtitle = options.subtitle ?? '';
      this.body = options.body ?? '';
      this.replyPlaceholder = options.replyPlaceholder ?? '';
      this.sound = options.sound ?? '';
      this.closeButtonText = options.closeButtonText ?? '';
      this.silent = options.silent === true;
      this.hasReply = options.hasReply === true;
      this.actions = options.actions ?? [];
      this.options = options;
    }

    static isSupported(): boolean {
      return true;
    }

    show(): void {
      host.seen.notifications.push(this);
      this.emit('show', preventable());
    }

    close(): void {
      this.emit('close', preventable());
    }
  }
  return onlyClass('Notification', Notification);
}
