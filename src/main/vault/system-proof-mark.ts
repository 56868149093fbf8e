import type { SystemProofWay } from '../base/ports.ts';
import type { Database } from './database.ts';
import { readMeta, removeMeta, writeMeta } from './key-table.ts';

/**
 * Returns the way by which the system's own proof is asked for before this vault opens; null where it is switched off. It is readable while
 * the vault is locked, as it has to be. A mark of another form was written by somebody else and switches nothing off.
 */
export function systemProofIn(db: Database): SystemProofWay | null {
  const mark = readMeta(db, 'system_proof');
  if (mark === null) return null;
  return Buffer.from(mark).toString('utf8') === 'touch-id' ? 'touch-id' : 'polkit';
}

/** Marks the vault so that it asks by `way`; null takes the mark off. */
export function markSystemProof(db: Database, way: SystemProofWay | null): void {
  if (way === null) removeMeta(db, 'system_proof');
  else writeMeta(db, 'system_proof', Buffer.from(way));
}
