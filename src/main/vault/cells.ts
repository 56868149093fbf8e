import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { withoutTraces } from './without-traces.ts';

/** The cell of a sealed value. It is authenticated with the value, so a value moved to another cell does not open there. */
export interface Cell {
  readonly table: string;
  readonly rowId: string;
  readonly column: string;
}

/** The error for a sealed value that does not open: damaged, moved from another cell, or sealed with another key. */
export class CellUnreadable extends Error {
  override readonly name = 'CellUnreadable';
}

const version = 1;
const nonceBytes = 12;
const tagBytes = 16;

// JSON keeps the three parts apart, whatever they contain.
const associated = (cell: Cell): Buffer =>
  Buffer.from(JSON.stringify(['keyturn cell', version, cell.table, cell.rowId, cell.column]), 'utf8');

/** Seals `plain` for `cell` with AES-256-GCM and a fresh 96-bit nonce (NIST SP 800-38D). The result is version, nonce, ciphertext, tag. */
export function seal(key: Buffer, cell: Cell, plain: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes);
  const cipher = withoutTraces(() => createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }));
  cipher.setAAD(associated(cell));
  const parts = [Buffer.of(version), nonce, cipher.update(plain), cipher.final()];
  return Buffer.concat([...parts, cipher.getAuthTag()]);
}

/** Opens a result of `seal` for the same cell and key. The caller wipes the value. Throws CellUnreadable. */
export function open(key: Buffer, cell: Cell, sealed: Uint8Array): Buffer {
  if (sealed.length < 1 + nonceBytes + tagBytes || sealed[0] !== version) {
    throw new CellUnreadable(`${cell.table}.${cell.column} has no readable form`);
  }
  const nonce = sealed.subarray(1, 1 + nonceBytes);
  const body = sealed.subarray(1 + nonceBytes, sealed.length - tagBytes);
  const decipher = withoutTraces(() =>
    createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }),
  );
  decipher.setAAD(associated(cell));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes));
  const first = decipher.update(body);
  try {
    const last = decipher.final();
    return last.length === 0 ? first : Buffer.concat([first, last]);
  } catch {
    first.fill(0);
    throw new CellUnreadable(`${cell.table}.${cell.column} does not open`);
  }
}
