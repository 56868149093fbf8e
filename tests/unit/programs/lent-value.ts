import { Secret } from '../../../src/main/base/secret.ts';
import type { Lent } from '../../../src/main/features/programs/lending.ts';

/** Returns an API token's value as it is lent for one call. */
export function lentValue(value: Secret | string): Lent {
  const secret = typeof value === 'string' ? Secret.fromText(value) : value;
  return {
    ...{ credential: secret, value: secret, scheme: 'SSWS' },
    refused: () => undefined,
    [Symbol.dispose]: () => secret.wipe(),
  };
}
