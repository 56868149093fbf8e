import { Notification } from 'electron';

/** Shows notifications of the system; a click brings the window with what it is about. Does nothing where there are none. */
export function createNotifier(onClick: (tokenId: string | null) => void) {
  return (sentence: string, tokenId: string | null): void => {
    if (!Notification.isSupported()) return;
    const notification = new Notification({ title: 'Keyturn', body: sentence });
    notification.on('click', () => onClick(tokenId));
    notification.show();
  };
}
