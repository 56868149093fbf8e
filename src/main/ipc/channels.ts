import { channelOf } from '../../shared/contract/bridge.ts';
import type { Result } from '../../shared/contract/failure.ts';
import type { Log } from '../base/ports.ts';
import { words } from './words.ts';

/** The part of Electron's ipcMain that the channels use, so that features and tests need no Electron. */
export interface IpcRegistry<E> {
  handle(channel: string, listener: (event: E, ...args: unknown[]) => Promise<unknown>): void;
}

/** Answers one call of a method of the contract, `feature.name`. */
export type Answer = (method: string, args: readonly unknown[]) => Promise<Result<unknown>>;

const refused: Result<never> = {
  ok: false,
  error: {
    code: 'not-trusted',
    sentence: words.channels.notTrusted,
    remedy: '',
    smallPrint: '',
  },
};

/**
 * Opens a channel for each method, given their `names` by feature. Refuses an untrusted sender at once. A trusted sender waits for
 * `answer`.
 */
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
