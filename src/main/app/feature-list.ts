import type { Handlers } from '../ipc/router.ts';
import type { Feature } from './feature.ts';

/** One of the features, by any name of the contract. */
type AnyFeature = { [N in keyof Handlers]: Feature<N> }[keyof Handlers];

/** The features in the order of opening. */
export interface FeatureList {
  readonly handlers: Handlers;
  opened(): void;
  /** Locks every feature, the last one first. Resolves when every feature has wiped its secrets. */
  lock(): Promise<void>;
  /** Ends every feature, the last one first. */
  end(): Promise<void>;
}

/**
 * Joins features into one list. Each feature gets its turn. A feature that throws on lock does not keep another from wiping its secrets.
 * Throws when two features have the same name. The router throws when a feature of the contract is missing.
 */
export function featureList(features: readonly AnyFeature[]): FeatureList {
  const handlers = Object.fromEntries(features.map(({ name, handlers }) => [name, handlers]));
  if (Object.keys(handlers).length < features.length) throw new Error('Two features have the same name.');
  const backward = async (step: 'lock' | 'end'): Promise<void> => {
    const turns = features.toReversed().map((feature) => {
      try {
        return feature[step]?.();
      } catch (error) {
        return Promise.reject(error);
      }
    });
    const failed = (await Promise.allSettled(turns)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
  };
  return {
    // The router checks the methods against the contract at the start.
    handlers: handlers as unknown as Handlers,
    opened: () => {
      for (const feature of features) feature.opened?.();
    },
    lock: () => backward('lock'),
    end: () => backward('end'),
  };
}
