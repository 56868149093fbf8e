/**
 * What the bridge needs from a world that a page may change later: tables that no page can read, the type of a value, and an error's
 * message. It is captured before any page script runs.
 */
export function capture(root) {
  const { ArrayBuffer, Error, Map, Object, String, WeakMap } = root;
  const { apply } = root.Reflect;
  const { isView } = ArrayBuffer;
  const { toString } = Object.prototype;
  const isError =
    Error.isError ?? ((value) => value instanceof Error || apply(toString, value, []) === '[object Error]');

  const methodsOf = ({ get, set, has, delete: remove }) => {
    return (map) => ({
      get: (key) => apply(get, map, [key]),
      set: (key, value) => apply(set, map, [key, value]),
      has: (key) => apply(has, map, [key]),
      delete: (key) => apply(remove, map, [key]),
    });
  };
  const asTable = methodsOf(Map.prototype);
  const table = () => asTable(new Map());
  const weakTable = () => methodsOf(WeakMap.prototype)(new WeakMap());

  // The structured clone takes what V8 does not count as a plain object. Class instances and other DOM objects count as plain.
  const special = { __proto__: null };
  for (const name of [
    'Arguments',
    'ArrayBuffer',
    'AsyncGenerator',
    'BigInt',
    'Boolean',
    'Date',
    'Generator',
    'Map',
    'Map Iterator',
    'Module',
    'Number',
    'RegExp',
    'Set',
    'Set Iterator',
    'SharedArrayBuffer',
    'String',
    'Symbol',
    'WeakMap',
    'WeakSet',
    'WebAssembly.Memory',
    'WebAssembly.Module',
  ])
    special[`[object ${name}]`] = true;
  const isPlain = (item) => !isView(item) && special[apply(toString, item, [])] === undefined;

  const uncaught = (thrown) => {
    try {
      return `Uncaught ${String(thrown)}`;
    } catch {
      return 'Uncaught exception';
    }
  };
  const inWords = (thrown) => uncaught(thrown).slice(9);
  const messageOf = (error) => {
    try {
      const { message } = error;
      if (typeof message === 'string') return message;
    } catch {
      // The error's own getter threw. It is reported like any other error.
    }
    return uncaught(error);
  };

  return { table, weakTable, isError, isPlain, uncaught, inWords, messageOf };
}
