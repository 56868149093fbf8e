/** The EventEmitter of a sandboxed preload: the part of Node's that Electron's own modules and preload scripts use. */
export function makeEventEmitter(root) {
  const { Map, TypeError } = root;
  class EventEmitter {
    #listeners = new Map();
    #add(name, run, first) {
      if (typeof run !== 'function') throw new TypeError('The "listener" argument must be of type function.');
      const all = this.#listeners.get(name) ?? [];
      this.#listeners.set(name, first ? [run, ...all] : [...all, run]);
      return this;
    }
    #once(name, run) {
      const once = (...args) => {
        this.off(name, once);
        run.apply(this, args);
      };
      once.listener = run;
      return once;
    }
    on(name, run) {
      return this.#add(name, run, false);
    }
    addListener(name, run) {
      return this.#add(name, run, false);
    }
    prependListener(name, run) {
      return this.#add(name, run, true);
    }
    once(name, run) {
      return this.#add(name, this.#once(name, run), false);
    }
    prependOnceListener(name, run) {
      return this.#add(name, this.#once(name, run), true);
    }
    off(name, run) {
      const all = this.#listeners.get(name) ?? [];
      const at = all.findLastIndex((one) => one === run || one.listener === run);
      if (at >= 0) this.#listeners.set(name, all.toSpliced(at, 1));
      return this;
    }
    removeListener(name, run) {
      return this.off(name, run);
    }
    removeAllListeners(name) {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }
    emit(name, ...args) {
      const all = this.#listeners.get(name) ?? [];
      for (const run of all) run.apply(this, args);
      return all.length > 0;
    }
    listenerCount(name) {
      return (this.#listeners.get(name) ?? []).length;
    }
    listeners(name) {
      return (this.#listeners.get(name) ?? []).map((run) => run.listener ?? run);
    }
    rawListeners(name) {
      return [...(this.#listeners.get(name) ?? [])];
    }
    eventNames() {
      return [...this.#listeners.keys()].filter((name) => this.listenerCount(name) > 0);
    }
    setMaxListeners() {
      return this;
    }
    getMaxListeners() {
      return 10;
    }
  }
  EventEmitter.EventEmitter = EventEmitter;
  return EventEmitter;
}
