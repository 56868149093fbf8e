import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bridgeTable } from './bridge-table.ts';

writeFileSync(join(import.meta.dirname, '../../docs/bridge.md'), bridgeTable());
