/**
 * One end of the bridge between the preload's world and another one. The same code runs in both. Each has a private, detached node, which an
 * event handed over before any page script ran. Events on the node are dispatched synchronously, so an exposed function answers at once.
 * The rules are contextBridge's (Electron, docs/api/context-bridge.md, shell/renderer/api/electron_api_context_bridge.cc). What the page
 * could replace later is captured first.
 *
 * The bridge calls `hooks.open` on window.open. With `hooks.waits` it holds messages until the other end greets; `hooks.greets` sends the
 * greeting.
 */
export function makeEnd(root, wire, isPreload, hooks) {
  const {
    Array,
    ArrayBuffer,
    Blob,
    CustomEvent,
    Element,
    Error,
    FinalizationRegistry,
    InputEvent,
    Object,
    Promise,
    ShadowRoot,
    StaticRange,
    String,
    Symbol,
    TypeError,
    VideoFrame,
    eval: evaluate,
    structuredClone,
  } = root;
  const { apply, ownKeys } = root.Reflect;
  const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf, keys } = Object;
  const { isArray } = Array;
  const { isView } = ArrayBuffer;
  const { table, weakTable, isError, isPlain, uncaught, inWords, messageOf } = capture(root);
  const { dispatchEvent, addEventListener } = root.EventTarget.prototype;
  const { getTargetRanges } = InputEvent.prototype;
  const { getRootNode } = root.Node.prototype;
  const { propertyIsEnumerable } = Object.prototype;
  const { then } = Promise.prototype;
  const sourceOf = root.Function.prototype.toString;
  const getterOf = (prototype, name) =>
    getOwnPropertyDescriptor(prototype, name)?.get ?? getterOf(getPrototypeOf(prototype), name);
  const detailOf = getterOf(CustomEvent.prototype, 'detail');
  const startOf = getterOf(StaticRange.prototype, 'startContainer');
  const { for: symbolFor, keyFor } = Symbol;

  const out = isPreload ? 'p' : 'm';
  const back = isPreload ? 'm' : 'p';
  const functions = table();
  const originals = weakTable();
  const settlers = table();
  const symbols = table();
  const symbolIds = table();
  const wellKnown = table();
  for (const name of ownKeys(Symbol)) if (typeof Symbol[name] === 'symbol') wellKnown.set(Symbol[name], name);
  let nextId = 1;
  let reply = null;
  let outbox = hooks.waits ? [] : null;
  let nodesHere = [];

  const deep =
    'Electron contextBridge recursion depth exceeded.  Nested objects deeper than 1000 are not supported.';
  const noError =
    'An unknown exception occurred in the isolated context, an error occurred but a valid exception was not thrown.';
  const taken = 'Cannot bind an API on top of an existing property on the window object';

  // A node crosses as the start of an event's range, where each world finds its own wrapper of the same node.
  const rangeAt = (node) =>
    new StaticRange({ startContainer: node, startOffset: 0, endContainer: node, endOffset: 0 });
  const dispatch = (message, nodes) => {
    if (nodes.length > 0) {
      const targetRanges = [];
      for (let n = 0; n < nodes.length; n++) targetRanges[n] = rangeAt(nodes[n]);
      apply(dispatchEvent, wire, [new InputEvent(`${out}n`, { targetRanges })]);
    }
    apply(dispatchEvent, wire, [new CustomEvent(out, { detail: message })]);
  };
  const post = (message, nodes = []) => {
    if (outbox === null) dispatch(message, nodes);
    else outbox[outbox.length] = [message, nodes];
  };
  /** Posts a message. Returns the other end's reply, or null while that end is not there. */
  const ask = (message, nodes) => {
    const before = reply;
    reply = null;
    post(message, nodes);
    const answer = reply;
    reply = before;
    return answer;
  };
  const gone = new FinalizationRegistry((id) => post({ k: 'release', id }));

  const symbolOut = (symbol) => {
    if (wellKnown.has(symbol)) return { w: wellKnown.get(symbol) };
    const key = keyFor(symbol);
    if (key !== undefined) return { k: key };
    if (!symbolIds.has(symbol)) {
      const id = `${out}${nextId++}`;
      symbolIds.set(symbol, id);
      symbols.set(id, symbol);
    }
    return { i: symbolIds.get(symbol), d: symbol.description };
  };
  const symbolIn = (packed) => {
    if (packed.w !== undefined) return Symbol[packed.w];
    if (packed.k !== undefined) return apply(symbolFor, Symbol, [packed.k]);
    if (!symbols.has(packed.i)) {
      const symbol = Symbol(packed.d);
      symbols.set(packed.i, symbol);
      symbolIds.set(symbol, packed.i);
    }
    return symbols.get(packed.i);
  };

  /** Turns values into what the structured clone of an event's detail can hold: functions, promises, symbols and nodes become numbers. */
  function pack(values) {
    const cache = table();
    const nodes = [];
    let size = 0;
    const walk = (item, parent, depth) => {
      if (depth >= 1000) throw new TypeError(deep);
      if (typeof item === 'symbol') return { t: 'y', v: symbolOut(item) };
      if (item === null || (typeof item !== 'object' && typeof item !== 'function'))
        return { t: 'v', v: item };
      if (cache.has(item)) return { t: 'r', v: cache.get(item) };
      const keep = () => {
        cache.set(item, size);
        return size++;
      };
      if (typeof item === 'function') {
        if (originals.has(item)) return { t: 'own', v: originals.get(item) };
        const id = nextId++;
        functions.set(id, { run: item, receiver: parent });
        return { t: 'f', i: keep(), v: id };
      }
      if (item instanceof Promise) {
        const id = nextId++;
        apply(then, item, [(value) => settle(id, true, value), (error) => settle(id, false, error)]);
        return { t: 'p', i: keep(), v: id };
      }
      if (isError(item)) return { t: 'e', v: messageOf(item) };
      if (isArray(item)) {
        const list = new Array(item.length);
        for (let n = 0; n < item.length; n++) list[n] = walk(item[n], item, depth + 1);
        // The array is registered only here, as in Electron, so an array inside itself is too deep.
        return { t: 'a', i: keep(), v: list };
      }
      if (item instanceof Element) {
        // Chromium hides nodes of a shadow tree from events outside it.
        if (apply(getRootNode, item, []) instanceof ShadowRoot)
          throw new Error('not in the host: contextBridge with an Element of a shadow tree');
        nodes[nodes.length] = item;
        return { t: 'n', v: nodes.length - 1 };
      }
      if (item instanceof Blob || (VideoFrame !== undefined && item instanceof VideoFrame))
        return { t: 'c', i: keep(), v: item };
      if (getPrototypeOf(item) === Object.prototype || isPlain(item)) {
        const id = keep();
        const own = [];
        const names = ownKeys(item);
        for (let n = 0; n < names.length; n++) {
          const name = names[n];
          if (!apply(propertyIsEnumerable, item, [name])) continue;
          const key = typeof name === 'symbol' ? symbolOut(name) : name;
          // The object counts as one level, and its member as another.
          own[own.length] = [key, walk(item[name], item, depth + 2)];
        }
        return { t: 'o', i: id, v: own };
      }
      try {
        return { t: 'c', i: keep(), v: apply(structuredClone, root, [item]) };
      } catch {
        throw new Error('An object could not be cloned.');
      }
    };
    const list = new Array(values.length);
    for (let n = 0; n < values.length; n++) list[n] = walk(values[n], root, 0);
    return { list, nodes };
  }

  function unpack(list, nodes) {
    const made = table();
    const keep = (item, value) => {
      made.set(item.i, value);
      return value;
    };
    const build = (item) => {
      switch (item.t) {
        case 'v':
          return item.v;
        case 'y':
          return symbolIn(item.v);
        case 'r':
          return made.get(item.v);
        case 'own':
          return functions.get(item.v).run;
        case 'f':
          return keep(item, proxyOf(item.v));
        case 'c':
          return keep(item, item.v);
        case 'e':
          return new Error(item.v);
        case 'n':
          return nodes[item.v];
        case 'p':
          return keep(item, new Promise((resolve, reject) => settlers.set(item.v, { resolve, reject })));
        case 'a': {
          const array = new Array(item.v.length);
          for (let n = 0; n < item.v.length; n++) array[n] = build(item.v[n]);
          return keep(item, array);
        }
        default: {
          const object = keep(item, {});
          for (let n = 0; n < item.v.length; n++) {
            const [key, value] = item.v[n];
            defineProperty(object, typeof key === 'string' ? key : symbolIn(key), {
              value: build(value),
              enumerable: true,
              configurable: true,
              writable: true,
            });
          }
          return object;
        }
      }
    };
    const values = new Array(list.length);
    for (let n = 0; n < list.length; n++) values[n] = build(list[n]);
    return values;
  }

  /** Returns a function that calls one of the other world. Each crossing makes a new one, except for a function that returns to its own world. */
  function proxyOf(id) {
    const call = (...args) => {
      const { list, nodes } = pack(args);
      const answer = ask({ k: 'call', id, v: list }, nodes);
      if (answer === null) throw new Error('The other world is gone.');
      if (answer.ok) return unpack(answer.v, answer.nodes)[0];
      throw new Error(answer.m);
    };
    originals.set(call, id);
    gone.register(call, id);
    return call;
  }

  const freezeAll = (object, seen) => {
    if (seen.has(object)) return;
    seen.set(object, true);
    const names = keys(object);
    for (let n = 0; n < names.length; n++) {
      const child = object[names[n]];
      if (child !== null && (typeof child === 'object' || typeof child === 'function') && !isView(child))
        freezeAll(child, seen);
    }
    freeze(object);
  };

  function settle(id, fulfilled, value) {
    try {
      const { list, nodes } = pack([value]);
      post({ k: 'settle', id, ok: fulfilled, v: list }, nodes);
    } catch (error) {
      post({ k: 'settle', id, ok: false, v: [{ t: 'e', v: uncaught(error) }] });
    }
  }

  const answer = (value) => {
    let packed;
    try {
      packed = pack([value]);
    } catch (error) {
      post({ k: 'reply', ok: false, m: uncaught(error) });
      return;
    }
    post({ k: 'reply', ok: true, v: packed.list }, packed.nodes);
  };
  const refuse = (message) => post({ k: 'reply', ok: false, m: message });

  const handlers = {
    call({ id, v }, nodes) {
      let value;
      try {
        const { run, receiver } = functions.get(id);
        value = apply(run, receiver, unpack(v, nodes));
      } catch (error) {
        const message = error !== null && typeof error === 'object' ? error.message : undefined;
        refuse(typeof message === 'string' ? message : noError);
        return;
      }
      answer(value);
    },
    reply(message, nodes) {
      reply = { ok: message.ok, v: message.v, m: message.m, nodes };
    },
    settle({ id, ok, v }, nodes) {
      const waiting = settlers.get(id);
      settlers.delete(id);
      const [value] = unpack(v, nodes);
      if (ok) waiting?.resolve(value);
      else waiting?.reject(value);
    },
    release: ({ id }) => functions.delete(id),
    open: ({ request }) => hooks.open?.(request),
    hello() {
      const waiting = outbox ?? [];
      outbox = null;
      for (const [message, nodes] of waiting) dispatch(message, nodes);
    },
    expose({ name, v }, nodes) {
      if (name in root) return refuse(taken);
      try {
        const [value] = unpack(v, nodes);
        if (value !== null && (typeof value === 'object' || typeof value === 'function') && !isView(value))
          freezeAll(value, table());
        defineProperty(root, name, { value, enumerable: true, configurable: false, writable: false });
      } catch (error) {
        return refuse(messageOf(error));
      }
      post({ k: 'reply', ok: true, v: [{ t: 'v', v: undefined }] });
    },
    execute({ source, v }, nodes) {
      let value;
      try {
        const run = evaluate(`(${source})`);
        if (typeof run !== 'function')
          return refuse('Expected script to result in a function but a non-function type was found');
        value = apply(run, null, unpack(v, nodes));
      } catch (error) {
        return refuse(inWords(error));
      }
      try {
        const { list, nodes: back } = pack([value]);
        post({ k: 'reply', ok: true, v: list }, back);
      } catch (error) {
        refuse(inWords(error));
      }
    },
  };
  apply(addEventListener, wire, [
    `${back}n`,
    (event) => {
      const ranges = apply(getTargetRanges, event, []);
      const nodes = [];
      for (let n = 0; n < ranges.length; n++) nodes[n] = apply(startOf, ranges[n], []);
      nodesHere = nodes;
    },
  ]);
  apply(addEventListener, wire, [
    back,
    (event) => {
      const message = apply(detailOf, event, []);
      const nodes = nodesHere;
      nodesHere = [];
      handlers[message.k](message, nodes);
    },
  ]);
  if (hooks.greets) post({ k: 'hello' });

  return {
    open: (request) => post({ k: 'open', request }),
    expose(name, api) {
      if (typeof name !== 'string')
        throw new TypeError(`Error processing argument at index 0, conversion failure from ${String(name)}`);
      const { list, nodes } = pack([api]);
      const answered = ask({ k: 'expose', name, v: list }, nodes);
      if (answered !== null && !answered.ok) throw new Error(answered.m);
    },
    execute(script) {
      if (script === null || typeof script !== 'object') throw new TypeError('Invalid script');
      const { func, args } = script;
      if (typeof func !== 'function') throw new TypeError("Function 'func' is required in script");
      if (args !== undefined && !isArray(args)) throw new TypeError("'args' must be an array");
      const { list, nodes } = pack(args ?? []);
      const answered = ask({ k: 'execute', source: apply(sourceOf, func, []), v: list }, nodes);
      if (answered === null) throw new Error('Failed to get context for world 0');
      if (!answered.ok) throw new Error(answered.m);
      return unpack(answered.v, answered.nodes)[0];
    },
  };
}
