import type { SystemProofWay } from '../base/ports.ts';
import type { Database } from './database.ts';
import { readMeta, removeMeta, writeMeta } from './key-table.ts';

/**
 * Returns the way the system asks before this vault opens; null when the proof is switched off. The mark must be readable while the vault
 * is locked. A mark of another form was written by another program and switches nothing off.
 */
export function systemProofIn(db: Database): SystemProofWay | null {
  const mark = readMeta(db, 'system_proof');
  if (mark === null) return null;
  return Buffer.from(mark).toString('utf8') === 'touch-id' ? 'touch-id' : 'polkit';
}

/** Marks the vault to ask in this way; null removes the mark. */
export function markSystemProof(db: Database, way: SystemProofWay | null): void {
  if (way === null) removeMeta(db, 'system_proof');
  else writeMeta(db, 'system_proof', Buffer.from(way));
}
