/**
 * What a sandboxed preload script finds around it (Electron, docs/tutorial/sandbox.md, lib/sandboxed_renderer/init.ts), and how it
 * reaches the host. `parts` are the other files of this folder.
 */
export function preloadWorld(root, send, parts, options) {
  const EventEmitter = parts.makeEventEmitter(root);
  const codec = parts.makeCodec(root);
  const ports = parts.makePorts(root, send, codec);
  const Buffer = parts.makeBuffer(root);
  const { prompt } = root;

  const notHere = (name, known) =>
    new Proxy(known, {
      get(target, key) {
        if (key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON') {
          const value = target[key];
          // Private fields need the object itself as `this`.
          return typeof value === 'function' && target instanceof EventEmitter ? value.bind(target) : value;
        }
        throw new Error(`not in the host: electron.${name}.${String(key)}`);
      },
    });

  /** Returns `known` with the members that electron.d.ts names. The host has checked them. */
  const offered = (name, known, made) => {
    for (const member of options.members[name]) known[member] = made[member];
    return known;
  };

  const waiting = new Map();
  // No other document has these numbers, so a reply to an earlier document reaches nobody.
  const mine = `${root.Math.random()}`.slice(2);
  let calls = 0;
  const nextId = () => `${mine}-${++calls}`;
  const channelOf = (channel) => {
    if (typeof channel !== 'string') throw new TypeError('channel must be a string');
    return channel;
  };
  const ipc = new EventEmitter();
  const ipcRenderer = notHere(
    'ipcRenderer',
    offered('ipcRenderer', ipc, {
      async invoke(channel, ...args) {
        const id = nextId();
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
      /** Only a dialog blocks a page until the host answers. Nobody sees the dialog. */
      sendSync(channel, ...args) {
        const id = nextId();
        send({ k: 'sync', id, channel: channelOf(channel), args: codec.encode(args) });
        const text = prompt.call(root, `${options.sync}${id}`);
        if (text === null) throw new Error('not in the host: ipcRenderer.sendSync where dialogs are refused');
        return codec.decode(text);
      },
      postMessage(channel, message, transfer = []) {
        const args = codec.encode([message]);
        send({ k: 'post', channel: channelOf(channel), args, ports: ports.adoptAll([...transfer]) });
      },
    }),
  );

  let bridge = null;
  const pending = [];
  const others = new Map();
  /** The end of the bridge to an isolated world. The host makes that world when it is first named, and messages wait for it. */
  const endOf = (id) => {
    const known = others.get(id);
    if (known !== undefined) return known;
    let end = null;
    parts.handshake(root, false, `${options.event}${id}`, (wire) => {
      end = parts.makeEnd(root, wire, true, { waits: true });
    });
    others.set(id, end);
    send({ k: 'world', id });
    return end;
  };
  const isolated = () => {
    if (!options.contextIsolated)
      throw new Error('contextBridge API can only be used when contextIsolation is enabled');
  };
  const toMain = (run) => {
    if (bridge === null) pending.push(run);
    else return run(bridge);
  };
  const contextBridge = notHere(
    'contextBridge',
    offered(
      'contextBridge',
      { internalContextBridge: undefined },
      {
        exposeInMainWorld(name, api) {
          isolated();
          toMain((end) => end.expose(name, api));
        },
        exposeInIsolatedWorld(worldId, name, api) {
          isolated();
          if (worldId === 0) toMain((end) => end.expose(name, api));
          else endOf(worldId).expose(name, api);
        },
        executeInMainWorld(script) {
          isolated();
          return toMain((end) => end.execute(script));
        },
      },
    ),
  );
  const electron = notHere('renderer', {
    contextBridge,
    ipcRenderer,
    webFrame: notHere('webFrame', offered('webFrame', {}, { getZoomFactor: () => root.devicePixelRatio })),
    webUtils: notHere('webUtils', {}),
  });

  const process = Object.assign(new EventEmitter(), {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: options.contextIsolated,
    isMainFrame: root.top === root,
    platform: options.platform,
    arch: options.arch,
    pid: 0,
    versions: options.versions,
    env: {},
    argv: options.argv,
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
  // With nodeIntegration and without isolation, the page has `require`, with only the modules of a preload.
  if (options.nodeInPage) {
    const inPage = (name) => {
      if (Object.hasOwn(modules, name)) return modules[name];
      throw new Error(`not in the host: require('${name}') in a page`);
    };
    for (const [name, value] of Object.entries({
      require: inPage,
      process,
      Buffer,
      global: root,
      setImmediate,
      clearImmediate,
    }))
      Object.defineProperty(root, name, { value, configurable: true, writable: true });
  }

  return {
    connect(end) {
      bridge = end;
      for (const run of pending.splice(0)) run(end);
    },
    deliver(message) {
      switch (message.k) {
        case 'answer':
          waiting.get(message.id)?.(message);
          waiting.delete(message.id);
          return;
        case 'port':
          ports.deliver(message);
          return;
        case 'port-close':
          ports.close(message);
          return;
        default: {
          const event = {
            sender: ipcRenderer,
            ports: (message.ports ?? []).map(ports.make),
            preventDefault() {},
            defaultPrevented: false,
          };
          ipc.emit(message.channel, event, ...codec.decode(message.args));
        }
      }
    },
    run(preload) {
      const module = { exports: {} };
      try {
        preload(require, process, module.exports, module, Buffer, root, setImmediate, clearImmediate);
      } catch (error) {
        send({
          k: 'preload-error',
          message: String(error?.message ?? error),
          stack: String(error?.stack ?? ''),
        });
        root.console.error(`Unable to load preload script: ${options.preloadPath}`);
        root.console.error(error);
      }
      process.emit('loaded');
    },
  };
}
