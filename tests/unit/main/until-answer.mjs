// Preloaded by first-answer.test.ts before the start of main: writes which files and parts of Node main loads until it has answered the
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
process.on('exit', () => writeFileSync(process.env.KEYTURN_TEST_LOADED, `${loaded.join('\n')}\n`));
