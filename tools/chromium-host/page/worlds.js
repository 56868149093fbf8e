/**
 * The bridge between the preload's world and the page's: the same code runs in both, each with an end of a private, detached node that
 * was handed over by an event before any page script ran. Events on it are dispatched synchronously, so an exposed function answers
 * at once. The rules are contextBridge's (Electron, docs/api/context-bridge.md).
 */
export function makeEnd(root, wire, isPreload, onOpen) {
  const {
    Array,
    ArrayBuffer,
    CustomEvent,
    Element,
    Error,
    Map,
    Object,
    Promise,
    Reflect,
    String,
    TypeError,
    WeakMap,
    WeakSet,
  } = root;
  const { dispatchEvent, addEventListener } = root.EventTarget.prototype;
  const detailOf = Object.getOwnPropertyDescriptor(CustomEvent.prototype, 'detail').get;
  const toString = Object.prototype.toString;
  const out = isPreload ? 'p' : 'm';
  const back = isPreload ? 'm' : 'p';
  const functions = new Map();
  const idOfFunction = new WeakMap();
  const originalOf = new WeakMap();
  const settlers = new Map();
  let nextId = 1;
  let reply = null;

  const post = (message) => Reflect.apply(dispatchEvent, wire, [new CustomEvent(out, { detail: message })]);
  const deep =
    'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.';
  const noError =
    'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';

  /** A value as what the structured clone of an event's detail carries: functions and promises as numbers, the rest by its parts. */
  function pack(value) {
    const cache = new Map();
    const walk = (item, depth) => {
      if (depth >= 1000) throw new TypeError(deep);
      if (typeof item === 'function') {
        if (originalOf.has(item)) return { t: 'own', v: originalOf.get(item) };
        if (!idOfFunction.has(item)) {
          idOfFunction.set(item, nextId);
          functions.set(nextId++, item);
        }
        return { t: 'f', v: idOfFunction.get(item) };
      }
      if (typeof item === 'symbol') return { t: 'y', v: item.description };
      if (item === null || typeof item !== 'object') return { t: 'v', v: item };
      if (cache.has(item)) return { t: 'r', v: cache.get(item) };
      const id = cache.size;
      cache.set(item, id);
      if (item instanceof Promise) {
        const p = nextId++;
        item.then(
          (v) => settle(p, true, v),
          (e) => settle(p, false, e),
        );
        return { t: 'p', i: id, v: p };
      }
      if (item instanceof Error || toString.call(item) === '[object Error]')
        return { t: 'e', i: id, v: String(item.message) };
      if (Array.isArray(item)) {
        const list = [];
        for (let n = 0; n < item.length; n++) list.push(walk(item[n], depth + 1));
        return { t: 'a', i: id, v: list };
      }
      const prototype = Object.getPrototypeOf(item);
      const tag = toString.call(item);
      if (prototype === null || prototype === Object.prototype || tag === '[object Object]') {
        const own = [];
        for (const key of Object.keys(item)) own.push([key, walk(item[key], depth + 1)]);
        return { t: 'o', i: id, v: own };
      }
      if (Element !== undefined && item instanceof Element)
        throw new Error('not in the host: contextBridge with an Element');
      // Everything else is the structured clone's to keep or refuse.
      return { t: 'c', i: id, v: root.structuredClone(item) };
    };
    return walk(value, 0);
  }

  function unpack(packed, freeze) {
    const made = new Map();
    const build = (item) => {
      switch (item.t) {
        case 'v':
          return item.v;
        case 'y':
          return root.Symbol(item.v);
        case 'r':
          return made.get(item.v);
        case 'own':
          return functions.get(item.v);
        case 'f':
          return proxyOf(item.v);
        case 'c':
          made.set(item.i, item.v);
          return item.v;
        case 'e': {
          const error = new Error(item.v);
          made.set(item.i, error);
          return error;
        }
        case 'p': {
          const promise = new Promise((resolve, reject) => settlers.set(item.v, { resolve, reject }));
          made.set(item.i, promise);
          return promise;
        }
        case 'a': {
          const list = new Array(item.v.length);
          made.set(item.i, list);
          for (let n = 0; n < item.v.length; n++) list[n] = build(item.v[n]);
          return freeze ? Object.freeze(list) : list;
        }
        default: {
          const object = {};
          made.set(item.i, object);
          for (const [key, value] of item.v) {
            Object.defineProperty(object, key, {
              value: build(value),
              enumerable: true,
              configurable: true,
              writable: true,
            });
          }
          return freeze ? Object.freeze(object) : object;
        }
      }
    };
    return build(packed);
  }

  const proxies = new Map();
  function proxyOf(id) {
    if (proxies.has(id)) return proxies.get(id);
    const call = (...args) => {
      const packed = { k: 'call', id, args: pack(args) };
      const before = reply;
      reply = null;
      post(packed);
      const answer = reply;
      reply = before;
      if (answer === null) throw new Error('The other world is gone.');
      if (answer.ok) return unpack(answer.v, false);
      throw unpack(answer.v, false);
    };
    originalOf.set(call, id);
    proxies.set(id, call);
    return call;
  }

  function thrown(error) {
    const isError = error instanceof Error || toString.call(error) === '[object Error]';
    return pack(new Error(isError ? String(error.message) : noError));
  }

  function settle(id, fulfilled, value) {
    let ok = fulfilled;
    let packed;
    try {
      packed = ok ? pack(value) : thrownOrValue(value);
    } catch (error) {
      ok = false;
      packed = thrown(error);
    }
    post({ k: 'settle', id, ok, v: packed });
  }
  const thrownOrValue = (value) => {
    const isError = value instanceof Error || toString.call(value) === '[object Error]';
    return isError ? pack(new Error(String(value.message))) : pack(value);
  };

  const handlers = {
    call({ id, args }) {
      let answer;
      try {
        const run = functions.get(id);
        answer = { k: 'reply', ok: true, v: pack(Reflect.apply(run, owners.get(run), unpack(args, false))) };
      } catch (error) {
        answer = { k: 'reply', ok: false, v: thrown(error) };
      }
      post(answer);
    },
    reply(message) {
      reply = message;
    },
    settle({ id, ok, v }) {
      const waiting = settlers.get(id);
      settlers.delete(id);
      if (ok) waiting?.resolve(unpack(v, false));
      else waiting?.reject(unpack(v, false));
    },
    open({ request }) {
      onOpen(request);
    },
    expose({ name, api }) {
      if (Object.getOwnPropertyDescriptor(root, name) !== undefined || name in root) {
        post({
          k: 'reply',
          ok: false,
          v: pack(new Error('Cannot bind an API on top of an existing property on the window object')),
        });
        return;
      }
      Object.defineProperty(root, name, {
        value: unpack(api, true),
        enumerable: true,
        configurable: false,
        writable: false,
      });
      post({ k: 'reply', ok: true, v: pack(undefined) });
    },
  };
  const owners = new WeakMap();
  Reflect.apply(addEventListener, wire, [
    back,
    (event) => {
      const message = Reflect.apply(detailOf, event, []);
      handlers[message.k](message);
    },
  ]);

  /** `this` of an exposed method is the object it was exposed on. */
  const own = (api, seen) => {
    if (api === null || typeof api !== 'object' || ArrayBuffer.isView(api) || seen.has(api)) return;
    seen.add(api);
    for (const key of Object.keys(api)) {
      const member = Object.getOwnPropertyDescriptor(api, key)?.value;
      if (typeof member === 'function') owners.set(member, api);
      else own(member, seen);
    }
  };

  return {
    open: (request) => post({ k: 'open', request }),
    expose(name, api) {
      if (typeof name !== 'string') throw new TypeError('contextBridge.exposeInMainWorld takes a name');
      own(api, new WeakSet());
      const message = { k: 'expose', name, api: pack(api) };
      const before = reply;
      reply = null;
      post(message);
      const answer = reply;
      reply = before;
      if (answer !== null && !answer.ok) throw unpack(answer.v, false);
    },
  };
}
