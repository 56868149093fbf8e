/** What a sandboxed preload script finds around it (Electron, docs/tutorial/sandbox.md), and how it reaches the host. */
export function preloadWorld(root, send, codec, options) {
  class EventEmitter {
    #listeners = new Map();
    on(name, run) {
      if (typeof run !== 'function') throw new TypeError('The "listener" argument must be of type function.');
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), run]);
      return this;
    }
    addListener(name, run) {
      return this.on(name, run);
    }
    once(name, run) {
      const once = (...args) => {
        this.off(name, once);
        run.apply(this, args);
      };
      once.listener = run;
      return this.on(name, once);
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

  const notHere = (name, known) =>
    new Proxy(known, {
      get(target, key) {
        if (key in target || typeof key === 'symbol' || key === 'then') {
          const value = target[key];
          // Private fields want the object itself as `this`.
          return typeof value === 'function' && target instanceof EventEmitter ? value.bind(target) : value;
        }
        throw new Error(`not in the host: electron.${name}.${String(key)}`);
      },
    });

  const waiting = new Map();
  let nextId = 1;
  const channelOf = (channel) => {
    if (typeof channel !== 'string') throw new TypeError('channel must be a string');
    return channel;
  };
  const ipc = new EventEmitter();
  const ipcRenderer = notHere(
    'ipcRenderer',
    Object.assign(ipc, {
      async invoke(channel, ...args) {
        const id = nextId++;
        const text = codec.encode(args);
        const answer = await new Promise((resolve) => {
          waiting.set(id, resolve);
          send({ k: 'invoke', id, channel: channelOf(channel), args: text });
        });
        if (answer.ok) return codec.decode(answer.value);
        throw new Error(`Error invoking remote method '${channel}': ${answer.error}`);
      },
      send(channel, ...args) {
        send({ k: 'send', channel: channelOf(channel), args: codec.encode(args) });
      },
    }),
  );

  let bridge = null;
  const pending = [];
  const contextBridge = notHere('contextBridge', {
    exposeInMainWorld(name, api) {
      if (bridge === null) pending.push([name, api]);
      else bridge.expose(name, api);
    },
  });
  const electron = notHere('renderer', {
    contextBridge,
    ipcRenderer,
    webFrame: notHere('webFrame', {
      getZoomFactor: () => root.devicePixelRatio,
    }),
    webUtils: notHere('webUtils', {}),
  });

  const process = Object.assign(new EventEmitter(), {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
    isMainFrame: root.top === root,
    platform: options.platform,
    arch: options.arch,
    pid: 0,
    versions: options.versions,
    env: {},
    argv: [],
    execArgv: [],
    getProcessMemoryInfo: async () => ({}),
    uptime: () => root.performance.now() / 1000,
    nextTick: (run, ...args) => root.queueMicrotask(() => run(...args)),
  });
  const url = { URL: root.URL, URLSearchParams: root.URLSearchParams };
  const setImmediate = (run, ...args) => root.setTimeout(run, 0, ...args);
  const clearImmediate = (id) => root.clearTimeout(id);
  const timers = {
    setImmediate,
    clearImmediate,
    setTimeout: root.setTimeout.bind(root),
    clearTimeout: root.clearTimeout.bind(root),
    setInterval: root.setInterval.bind(root),
    clearInterval: root.clearInterval.bind(root),
  };
  const modules = {
    electron,
    'electron/common': electron,
    'electron/renderer': electron,
    events: EventEmitter,
    timers,
    url,
    'node:events': EventEmitter,
    'node:timers': timers,
    'node:url': url,
  };
  const require = (name) => {
    if (Object.hasOwn(modules, name)) return modules[name];
    throw new Error(`module not found: ${name}`);
  };

  return {
    connect(end) {
      bridge = end;
      for (const [name, api] of pending.splice(0)) bridge.expose(name, api);
    },
    deliver(message) {
      if (message.k === 'answer') {
        waiting.get(message.id)?.(message);
        waiting.delete(message.id);
        return;
      }
      const event = { sender: ipcRenderer, ports: [], preventDefault() {}, defaultPrevented: false };
      ipc.emit(message.channel, event, ...codec.decode(message.args));
    },
    run(preload) {
      const module = { exports: {} };
      try {
        preload(require, process, module.exports, module, undefined, root, setImmediate, clearImmediate);
      } catch (error) {
        send({
          k: 'preload-error',
          message: String(error?.message ?? error),
          stack: String(error?.stack ?? ''),
        });
        root.console.error(`Unable to load preload script: ${options.preloadPath}`);
        root.console.error(error);
      }
    },
  };
}
