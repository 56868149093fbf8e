// Preloaded by first-answer.test.ts before the start of main: writes which files main loads, and which parts of Node, until it has answered the
// window's first call, one in a line.
import { writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';

const loaded = [];
registerHooks({
  load: (url, context, next) => {
    loaded.push(url);
    return next(url, context);
  },
});
// Node keeps the list of its parts for its own tests (test/parallel/test-bootstrap-modules.js). An import of a part is not in `loaded`
// when code reaches the part in another way.
const before = new Set(process.moduleLoadList);
process.on('exit', () => {
  const parts = process.moduleLoadList.filter((part) => !before.has(part));
  writeFileSync(process.env.KEYTURN_TEST_LOADED, `${[...loaded, ...parts].join('\n')}\n`);
});
