import { contextBridge, ipcRenderer } from 'electron';
import { channelOf, eventChannelOf } from '../shared/contract/bridge.ts';
import { eventNames, methodNames } from '../shared/contract/names.ts';

type Listener = (payload: unknown) => void;

/** Main answers every method with a Result. This is the answer when the transport itself fails. */
const lost = {
  ok: false,
  error: {
    code: 'unexpected',
    sentence: 'Keyturn could not reach its own main process.',
    remedy: 'Quit Keyturn and start it again. Nothing that was saved is lost.',
    smallPrint: '',
  },
};

const bridge: Record<string, Record<string, unknown>> = {};
for (const [feature, names] of Object.entries(methodNames)) {
  bridge[feature] = Object.fromEntries(
    names.map((name) => {
      const channel = channelOf(feature, name);
      return [name, (request: unknown = {}) => ipcRenderer.invoke(channel, request).catch(() => lost)];
    }),
  );
}
bridge.events = Object.fromEntries(
  eventNames.map((name) => [
    name,
    (listener: Listener) => {
      // The IPC event object stays here: it would give the page access to the sender (Electron security checklist, item 20).
      const forward = (_event: unknown, payload: unknown) => listener(payload);
      ipcRenderer.on(eventChannelOf(name), forward);
      return () => {
        ipcRenderer.removeListener(eventChannelOf(name), forward);
      };
    },
  ]),
);

contextBridge.exposeInMainWorld('keyturn', bridge);
