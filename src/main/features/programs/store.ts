import { type Door, door } from '../../../shared/contract/programs.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { freeAlias, slugOf } from './alias.ts';

const cellOf = (tokenId: string) => ({ table: 'doors', rowId: tokenId, column: 'door' });

/** Keeps the rules of each token's door. A door is shut until a person opens it. */
export class DoorStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns every door that a person ever opened, by token. It leaves out a record that it cannot decrypt, so that door is shut. */
  all(): Map<string, Door> {
    const rows = this.#vault.read<{ token_id: string; door: Uint8Array }>('SELECT token_id, door FROM doors');
    return new Map(
      rows.flatMap((row) => {
        try {
          return [[row.token_id, this.#vault.openJson(cellOf(row.token_id), door, row.door)] as const];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      }),
    );
  }

  /**
   * Returns a token's door. The alias is made from the label at first. It stays when the label changes, because programs use it by then.
   */
  of(tokenId: string, label: string): Door {
    const all = this.all();
    const known = all.get(tokenId);
    if (known !== undefined) return known;
    const alias = freeAlias(slugOf(label), new Set([...all.values()].map((one) => one.alias)));
    return { open: false, alias, access: 'read', paths: ['/api/v1/'], perMinute: 60, value: false };
  }

  /** Keeps the rules of a token's door. */
  keep(tokenId: string, value: Door): void {
    this.#vault.write(
      'INSERT INTO doors (token_id, door) VALUES (?, ?) ON CONFLICT (token_id) DO UPDATE SET door = excluded.door',
      tokenId,
      this.#vault.sealJson(cellOf(tokenId), door.parse(value)),
    );
  }
}
