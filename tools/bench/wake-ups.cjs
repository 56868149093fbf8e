// Preloaded by `node --require` for whole-app.bench.ts: appends a line to KEYTURN_BENCH_WAKES for each time at which a timer or a socket
// of the app's own code calls back. Timers and sockets of Electron, of the host and of V8 are not counted.
const { createHook } = require('node:async_hooks');
const { appendFileSync } = require('node:fs');

const file = process.env.KEYTURN_BENCH_WAKES;
/** What follows within this time is the work of the same wake-up, in milliseconds. */
const together = 1_000;
const own = new Set();
let last = Number.NEGATIVE_INFINITY;

createHook({
  init(id) {
    if (/[\\/]out[\\/]main[\\/]/.test(new Error().stack)) own.add(id);
  },
  before(id) {
    if (!own.has(id)) return;
    if (performance.now() - last > together) appendFileSync(file, 'woken\n');
    last = performance.now();
  },
  destroy(id) {
    own.delete(id);
  },
}).enable();
