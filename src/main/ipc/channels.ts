import { channelOf } from '../../shared/contract/bridge.ts';
import type { Result } from '../../shared/contract/failure.ts';
import type { Log } from '../base/ports.ts';

/** As much of Electron's ipcMain as the channels need; given, so that features and tests need no Electron. */
export interface IpcRegistry<E> {
  handle(channel: string, listener: (event: E, ...args: unknown[]) => Promise<unknown>): void;
}

/** Answers one call of a method of the contract, `feature.name`. */
export type Answer = (method: string, args: readonly unknown[]) => Promise<Result<unknown>>;

const refused: Result<never> = {
  ok: false,
  error: {
    code: 'not-trusted',
    sentence: 'This page may not ask Keyturn for anything.',
    remedy: '',
    smallPrint: '',
  },
};

/** Opens a channel per method, given their `names` by feature. Who may not ask is told at once; everyone else waits until there is an `answer`. */
export function openChannels<E>(
  registry: IpcRegistry<E>,
  isTrusted: (event: E) => boolean,
  names: Readonly<Record<string, readonly string[]>>,
  answer: Promise<Answer>,
  log: Log,
): void {
  for (const [feature, table] of Object.entries(names)) {
    for (const name of table) {
      registry.handle(channelOf(feature, name), async (event, ...args) => {
        if (!isTrusted(event)) {
          log.note('ipc.refused', { feature, name });
          return refused;
        }
        return (await answer)(`${feature}.${name}`, args);
      });
    }
  }
}
