import { EventEmitter } from 'node:events';

/**
 * Returns `known` as a module of Electron that throws on access to anything missing, so that nothing fails silently. `name` is the name
 * people use: "app", "BrowserWindow". Once `isGone` returns true, only the members of Electron's destroyed objects still work.
 */
export function only<T extends object>(name: string, known: T, isGone: () => boolean = () => false): T {
  return new Proxy(known, {
    get(target, key, receiver) {
      if (typeof key === 'string' && !lasting.has(key) && isGone())
        throw new TypeError('Object has been destroyed');
      const value = Reflect.get(target, key, target);
      if (value !== undefined || typeof key === 'symbol' || key in target || quiet.has(key)) {
        // Methods with private fields need their own object as `this`, not the proxy.
        return typeof value === 'function' && !isClass(value)
          ? bound(target, key, value as (...args: unknown[]) => unknown, receiver)
          : value;
      }
      throw new Error(`not in the host: electron.${name}.${key}`);
    },
    // Setters with private fields also need their own object.
    set: (target, key, value) => Reflect.set(target, key, value, target),
  });
}

// The members for listeners, and those that say whether an object is destroyed.
const lasting = new Set([
  'id',
  'isDestroyed',
  'then',
  'constructor',
  ...Object.getOwnPropertyNames(EventEmitter.prototype),
]);
// await, test runners and util.inspect ask for these.
const quiet = new Set([
  'then',
  'toJSON',
  'constructor',
  'prototype',
  '$$typeof',
  'nodeType',
  'asymmetricMatch',
  'inspect',
]);
/** Returns a stand-in for a module or class of Electron that this host does not have. */
export const notHere = (name: string): object =>
  new Proxy(class {}, {
    get(_target, key) {
      if (typeof key === 'symbol' || quiet.has(key)) return undefined;
      throw new Error(`not in the host: electron.${name}.${key}`);
    },
    construct() {
      throw new Error(`not in the host: electron.${name}`);
    },
  });

/**
 * Returns `Class` under the name that people use. Its instances and statics refuse missing members, as `only` does. A proxy at the end of the
 * prototypes does this, so that instances stay themselves.
 */
export function onlyClass<C extends abstract new (...args: never[]) => object>(name: string, Class: C): C {
  Object.defineProperty(Class, 'name', { value: name, configurable: true });
  let last: object = Class.prototype;
  for (let next = Object.getPrototypeOf(last); isOwn(next); next = Object.getPrototypeOf(last)) last = next;
  Object.setPrototypeOf(last, refusing(name, Object.getPrototypeOf(last)));
  return new Proxy(Class, {
    get(target, key) {
      if (typeof key === 'symbol' || key in target || quiet.has(key)) return Reflect.get(target, key);
      throw new Error(`not in the host: electron.${name}.${key}`);
    },
  });
}

// The host's classes end where JavaScript's own and Node's begin.
const isOwn = (prototype: object | null): boolean =>
  prototype !== null && prototype !== Object.prototype && prototype !== EventEmitter.prototype;

// Placed before `prototype`, not in its place: `instanceof` still finds it.
const refusing = (name: string, prototype: object): object =>
  new Proxy(Object.create(prototype) as object, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || key in target || quiet.has(key))
        return Reflect.get(target, key, receiver);
      throw new Error(`not in the host: electron.${name}.${key}`);
    },
  });

const isClass = (value: unknown): boolean => /^class\b/.test(Function.prototype.toString.call(value));
const bindings = new WeakMap<object, Map<PropertyKey, unknown>>();

function bound(
  target: object,
  key: PropertyKey,
  value: (...args: unknown[]) => unknown,
  proxy: unknown,
): unknown {
  const own = bindings.get(target) ?? new Map();
  bindings.set(target, own);
  const known = own.get(key);
  if (known?.value === value) return known.run;
  const run = (...args: unknown[]) => {
    const result = Reflect.apply(value, target, args);
    // Chained calls (`app.on(...).on(...)`) stay behind the proxy.
    return result === target ? proxy : result;
  };
  own.set(key, { value, run });
  return run;
}
