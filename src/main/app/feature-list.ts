import type { Handlers } from '../ipc/router.ts';
import type { Feature } from './feature.ts';

/** One of the features, by any name of the contract. */
type AnyFeature = { [N in keyof Handlers]: Feature<N> }[keyof Handlers];

/** The features in the order of opening. */
export interface FeatureList {
  readonly handlers: Handlers;
  opened(): void;
  /** Locks every feature, the last one first. Resolves once the slowest has let go. */
  lock(): Promise<void>;
  /** Ends every feature, the last one first. */
  end(): Promise<void>;
}

/**
 * Joins features into one list. Each gets its turn whatever another one does: a feature that throws on lock keeps no other from letting go
 * of its secrets. Throws when two features have one name; the router throws when a feature of the contract is missing.
 */
export function featureList(features: readonly AnyFeature[]): FeatureList {
  const handlers = Object.fromEntries(features.map(({ name, handlers }) => [name, handlers]));
  if (Object.keys(handlers).length < features.length) throw new Error('Two features have one name.');
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
    // Which methods there are is checked by the router, at the start, against the contract.
    handlers: handlers as unknown as Handlers,
    opened: () => {
      for (const feature of features) feature.opened?.();
    },
    lock: () => backward('lock'),
    end: () => backward('end'),
  };
}
