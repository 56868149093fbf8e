import { join } from 'node:path';
import { root } from './shell.mjs';

/** The folder in which Node keeps compiled code for the tests (Node, module.enableCompileCache). */
export const compiledCode = join(root, 'node_modules/.cache/keyturn/compiled');
