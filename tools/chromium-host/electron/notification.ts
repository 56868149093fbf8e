import { EventEmitter } from 'node:events';
import type { Host } from '../host.ts';

/** Electron's Notification (docs/api/notification.md) as data; shown ones are kept for the control channel. */
export function createNotification(host: Host) {
  return class NotificationHere extends EventEmitter {
    title: string;
    subtitle: string;
    body: string;
    silent: boolean;
    readonly options: Electron.NotificationConstructorOptions;

    constructor(options: Electron.NotificationConstructorOptions = {}) {
      super();
      if (!host.ready) throw new Error('Cannot create Notification before app is ready');
      this.title = options.title ?? '';
      this.subtitle = options.subtitle ?? '';
      this.body = options.body ?? '';
      this.silent = options.silent === true;
      this.options = options;
    }

    static isSupported(): boolean {
      return true;
    }

    show(): void {
      host.seen.notifications.push(this);
      this.emit('show', {});
    }

    close(): void {
      this.emit('close', {});
    }
  };
}
