import { Notification } from 'electron';
import { words } from './words.ts';

/** Returns a function that shows a notification of the system. A click on it calls `onClick`. It does nothing where there are no notifications. */
export function createNotifier(onClick: (tokenId: string | null) => void) {
  return (sentence: string, tokenId: string | null): void => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title: words.appName, body: sentence });
    notification.on('click', () => onClick(tokenId));
    notification.show();
  };
}
