import { Notification } from 'electron';
import { words } from './words.ts';

/**
 * Returns a function that shows a notification of the system. A click on the notification calls `onClick`. The function does nothing on a
 * system without notifications.
 */
export function createNotifier(onClick: (tokenId: string | null) => void) {
  return (sentence: string, tokenId: string | null): void => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title: words.appName, body: sentence });
    notification.on('click', () => onClick(tokenId));
    notification.show();
  };
}
