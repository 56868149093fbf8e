/**
 * Turns values into JSON and back. It keeps what the structured clone algorithm keeps and refuses what that refuses. It runs in the host
 * and, as text, in pages, so it uses nothing from outside and captures what it uses before any page script can change it.
 */
export function makeCodec(root) {
  const {
    Array,
    ArrayBuffer,
    BigInt,
    Date,
    Error,
    JSON,
    Map,
    Number,
    Object,
    Promise,
    RegExp,
    Set,
    String,
    Uint8Array,
    WeakMap,
    WeakRef,
    WeakSet,
  } = root;
  const views = [
    'Int8Array',
    'Uint8Array',
    'Uint8ClampedArray',
    'Int16Array',
    'Uint16Array',
    'Int32Array',
    'Uint32Array',
    'Float32Array',
    'Float64Array',
    'BigInt64Array',
    'BigUint64Array',
    'DataView',
  ];
  const errors = [
    'Error',
    'EvalError',
    'RangeError',
    'ReferenceError',
    'SyntaxError',
    'TypeError',
    'URIError',
  ];
  const { btoa, atob } = root;
  const { toString } = Object.prototype;
  const tagOf = (value) => toString.call(value).slice(8, -1);
  const refuse = () => {
    throw new Error('An object could not be cloned.');
  };

  const toBase64 = (bytes) => {
    let text = '';
    for (let n = 0; n < bytes.length; n += 32768)
      text += String.fromCharCode(...bytes.subarray(n, n + 32768));
    return btoa(text);
  };
  const fromBase64 = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;

  const notPlain = {};

  /**
   * Returns a copy of what JSON keeps as it is, or `notPlain`. Lists of thousands of objects cross in this form, because it is many times
   * faster. It reads each property once, as the structured clone algorithm does. An object that stands in two places is not plain.
   */
  function plainCopy(value) {
    const seen = new Set();
    const copied = (item) => {
      if (typeof item === 'string' || typeof item === 'boolean' || item === null) return item;
      if (typeof item === 'number') return Number.isFinite(item) && !Object.is(item, -0) ? item : notPlain;
      if (typeof item !== 'object' || seen.has(item) || 'toJSON' in item) return notPlain;
      seen.add(item);
      const isList = Array.isArray(item);
      const prototype = Object.getPrototypeOf(item);
      if (!isList && ((prototype !== Object.prototype && prototype !== null) || Symbol.toStringTag in item))
        return notPlain;
      const keys = Object.keys(item);
      if (isList && keys.length !== item.length) return notPlain;
      const copy = isList ? [] : {};
      for (let n = 0; n < keys.length; n++) {
        const key = keys[n];
        if (isList ? key !== String(n) : key === '__proto__') return notPlain;
        const own = copied(item[key]);
        if (own === notPlain) return notPlain;
        copy[key] = own;
      }
      return copy;
    };
    return copied(value);
  }

  function encode(value) {
    const plain = plainCopy(value);
    if (plain !== notPlain) return JSON.stringify({ t: 'j', v: plain });
    const seen = new Map();
    const walk = (item) => {
      switch (typeof item) {
        case 'string':
        case 'boolean':
          return item;
        case 'undefined':
          return { t: 'u' };
        case 'bigint':
          return { t: 'b', v: String(item) };
        case 'number':
          return Number.isFinite(item) && !Object.is(item, -0)
            ? item
            : { t: 'n', v: Object.is(item, -0) ? '-0' : String(item) };
        case 'object':
          break;
        default:
          return refuse();
      }
      if (item === null) return null;
      if (seen.has(item)) return { t: 'r', v: seen.get(item) };
      const id = seen.size;
      seen.set(item, id);
      const tag = tagOf(item);
      if (
        item instanceof Promise ||
        item instanceof WeakMap ||
        item instanceof WeakSet ||
        item instanceof WeakRef
      )
        return refuse();
      if (Array.isArray(item)) {
        const own = {};
        for (const key of Object.keys(item)) own[key] = walk(item[key]);
        return { t: 'a', i: id, n: item.length, v: own };
      }
      if (item instanceof Date)
        return { t: 'd', i: id, v: Number.isNaN(item.getTime()) ? null : item.getTime() };
      if (item instanceof RegExp) return { t: 'x', i: id, v: [item.source, item.flags] };
      if (item instanceof Map) return { t: 'm', i: id, v: Array.from(item, ([k, v]) => [walk(k), walk(v)]) };
      if (item instanceof Set) return { t: 's', i: id, v: Array.from(item, walk) };
      if (tag === 'ArrayBuffer') return { t: 'ab', i: id, v: toBase64(new Uint8Array(item)) };
      if (ArrayBuffer.isView(item)) {
        const bytes = new Uint8Array(item.buffer, item.byteOffset, item.byteLength);
        // Node's Buffer crosses as the Uint8Array that it is.
        return { t: 'v', i: id, k: views.includes(tag) ? tag : 'Uint8Array', v: toBase64(bytes) };
      }
      if (item instanceof Error) {
        const name = errors.includes(item.name) ? item.name : 'Error';
        return {
          t: 'e',
          i: id,
          k: name,
          v: String(item.message),
          s: String(item.stack ?? ''),
          c: 'cause' in item ? walk(item.cause) : undefined,
        };
      }
      if (tag === 'Boolean' || tag === 'Number' || tag === 'String')
        return { t: 'w', i: id, v: walk(item.valueOf()) };
      // Platform objects (nodes, windows, events) have a name of their own. Plain objects and class instances do not.
      if (
        tag !== 'Object' &&
        tag !== 'Arguments' &&
        !(Symbol.toStringTag in Object(item) && Object.getPrototypeOf(item) === null)
      ) {
        if (!Object.prototype.hasOwnProperty.call(item, Symbol.toStringTag)) return refuse();
      }
      return { t: 'o', i: id, v: Object.keys(item).map((key) => [key, walk(item[key])]) };
    };
    return JSON.stringify(walk(value));
  }

  function decode(text) {
    const made = new Map();
    const keep = (id, value) => {
      made.set(id, value);
      return value;
    };
    const build = (item) => {
      if (item === null || typeof item !== 'object') return item;
      switch (item.t) {
        case 'u':
          return undefined;
        case 'b':
          return BigInt(item.v);
        case 'n':
          return Number(item.v);
        case 'r':
          return made.get(item.v);
        case 'a': {
          const list = keep(item.i, new Array(item.n));
          for (const key of Object.keys(item.v)) list[key] = build(item.v[key]);
          return list;
        }
        case 'd':
          return keep(item.i, new Date(item.v === null ? Number.NaN : item.v));
        case 'x':
          return keep(item.i, new RegExp(item.v[0], item.v[1]));
        case 'm': {
          const map = keep(item.i, new Map());
          for (const [k, v] of item.v) map.set(build(k), build(v));
          return map;
        }
        case 's': {
          const set = keep(item.i, new Set());
          for (const one of item.v) set.add(build(one));
          return set;
        }
        case 'ab':
          return keep(item.i, fromBase64(item.v));
        case 'v':
          return keep(item.i, new root[item.k](fromBase64(item.v)));
        case 'e': {
          const error = keep(item.i, new root[item.k](item.v));
          if (item.s !== '')
            Object.defineProperty(error, 'stack', { value: item.s, configurable: true, writable: true });
          if (item.c !== undefined)
            Object.defineProperty(error, 'cause', {
              value: build(item.c),
              configurable: true,
              writable: true,
            });
          return error;
        }
        case 'w':
          return keep(item.i, Object(build(item.v)));
        default: {
          const object = keep(item.i, {});
          for (const [key, value] of item.v)
            Object.defineProperty(object, key, {
              value: build(value),
              enumerable: true,
              configurable: true,
              writable: true,
            });
          return object;
        }
      }
    };
    const read = JSON.parse(text);
    return read !== null && read.t === 'j' ? read.v : build(read);
  }
  return { encode, decode };
}
