import { makeCodec } from '../page/codec.js';

const codec = makeCodec(globalThis);

/** The DevTools protocol's mirror of a value in a page (Runtime.RemoteObject). */
export interface RemoteObject {
  readonly type: string;
  readonly subtype?: string;
  readonly value?: unknown;
  readonly unserializableValue?: string;
  readonly description?: string;
  readonly objectId?: string;
  readonly className?: string;
}

/** The answer of Runtime.evaluate and Runtime.callFunctionOn. */
export interface Evaluated {
  readonly result: RemoteObject;
  readonly exceptionDetails?: {
    readonly text: string;
    readonly exception?: RemoteObject;
  };
}

/** Returns the value of a mirror that needs no further call. Throws for a symbol, as cloning does. */
export function primitive(result: RemoteObject): unknown {
  if (result.unserializableValue === undefined) {
    if (result.type === 'symbol') throw new Error('An object could not be cloned.');
    return result.type === 'undefined' ? undefined : result.value;
  }
  const text = result.unserializableValue;
  return text.endsWith('n') ? BigInt(text.slice(0, -1)) : Number(text);
}

/** Returns a clone of a mirrored value. `encode` returns the codec's text of it from inside the page, or null when it cannot be cloned. */
export async function cloned(
  result: RemoteObject,
  encode: (objectId: string) => Promise<string | null>,
): Promise<unknown> {
  if (result.objectId === undefined) return primitive(result);
  const text = await encode(result.objectId);
  if (text === null) throw new Error('An object could not be cloned.');
  return codec.decode(text);
}
