import { expect, test } from '@playwright/test';
import { inPage } from './in-page.ts';

// docs/api/context-bridge.md, executeInMainWorld; spec/api-context-bridge-spec.ts, "executeInMainWorld"; shell/renderer/api/electron_api_context_bridge.cc
test('executeInMainWorld: arguments cross as the bridge takes them, functions can be called, and call back', async () => {
  const { facts, out } = await inPage(
    `
    const { contextBridge } = require('electron');
    const attempt = (run) => { try { return run() } catch (e) { return e.message } };
    const append = (value) => { (globalThis.given ??= []).push(value) };
    for (const value of [undefined, null, 123, 'string', true, [123, 'string', true, ['foo']], () => 'string', Symbol('foo')])
      contextBridge.executeInMainWorld({ func: append, args: [value] });
    const heard = [];
    const thrown = attempt(() => contextBridge.executeInMainWorld({ func: (f) => f(), args: [() => { throw new RangeError('of the preload') }] }));
    const inner = { list: [(x) => x * 2], deep: { say: (word) => heard.push(word) } };
    const results = contextBridge.executeInMainWorld({ func: (api) => [api.list[0](21), api.deep.say('hello'), Object.isFrozen(api), typeof api.deep.say], args: [inner] });
    // What a page's function gets back, and what comes from a promise of either world.
    const promised = contextBridge.executeInMainWorld({ func: (later) => later().then((n) => n + 1), args: [async () => 41] });
    const async = contextBridge.executeInMainWorld({ func: async () => 'from an async function' });
    const made = contextBridge.executeInMainWorld({ func: () => (a, b) => a + b });
    const hack = () => { globalThis.hacked = 'no' };
    hack.toString = () => "() => { globalThis.hacked = 'yes' }";
    contextBridge.executeInMainWorld({ func: hack });
    const shared = {};
    contextBridge.exposeInMainWorld('api', {
      heard: () => heard, thrown, results, promised: () => promised, async: () => async, made: () => made(1, 2),
      once: contextBridge.executeInMainWorld({ func: (a, b, c) => [a === b, a === c], args: [shared, shared, {}] }),
      none: contextBridge.executeInMainWorld({ func: (...args) => args.length }),
      closure: attempt(() => contextBridge.executeInMainWorld({ func: () => heard })),
      method: attempt(() => contextBridge.executeInMainWorld({ func: { shorthand() {} }.shorthand })),
      native: attempt(() => contextBridge.executeInMainWorld({ func: Math.max })),
      uncloned: attempt(() => contextBridge.executeInMainWorld({ func: () => 1, args: [new WeakMap()] })) !== 1,
      where: contextBridge.executeInMainWorld({ func: () => [typeof require, typeof process, globalThis === window] }),
      missing: [attempt(() => contextBridge.executeInMainWorld()), attempt(() => contextBridge.executeInMainWorld({})), attempt(() => contextBridge.executeInMainWorld(5))].map((one) => typeof one),
    });`,
    {
      given:
        'given.map((value) => ["function", "symbol", "undefined"].includes(typeof value) ? typeof value : value)',
      called: 'given[6]()',
      heard: 'api.heard()',
      thrown: 'api.thrown',
      results: 'api.results',
      promised: 'api.promised()',
      async: 'api.async()',
      made: 'api.made()',
      hacked: 'hacked',
      once: 'api.once',
      none: 'api.none',
      closure: 'api.closure',
      method: 'typeof api.method',
      native: 'typeof api.native',
      uncloned: 'api.uncloned',
      where: 'api.where',
      missing: 'api.missing',
    },
  );
  expect(facts, out).toMatchObject({
    given: ['undefined', null, 123, 'string', true, [123, 'string', true, ['foo']], 'function', 'symbol'],
    called: 'string',
    heard: ['hello'],
    thrown: expect.stringContaining('of the preload'),
    results: [42, 1, expect.any(Boolean), 'function'],
    promised: 42,
    async: 'from an async function',
    made: 3,
    hacked: 'no',
    once: [true, false],
    none: 0,
    closure: expect.stringContaining('heard is not defined'),
    method: 'string',
    native: 'string',
    uncloned: true,
    where: ['undefined', 'undefined', true],
    missing: ['string', 'string', 'string'],
  });
});
