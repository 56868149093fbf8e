import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bridgeTable } from './bridge-table.ts';
import { commandLinePage } from './command-line.ts';

const docs = join(import.meta.dirname, '../../docs');
writeFileSync(join(docs, 'bridge.md'), bridgeTable());
writeFileSync(join(docs, 'command-line.md'), commandLinePage());
