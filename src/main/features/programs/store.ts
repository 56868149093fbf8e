import { type Door, door } from '../../../shared/contract/programs.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { freeAlias, slugOf } from './alias.ts';

const cellOf = (id: string) => ({ table: 'doors', rowId: id, column: 'door' });

/** Keeps the rules of the door of each token and app. A door is shut until a person opens it. */
export class DoorStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns every door that a person ever opened, by the id of its token or app. It leaves out a record that it cannot decrypt, so that door is shut. */
  all(): Map<string, Door> {
    const rows = this.#vault.read<{ id: string; door: Uint8Array }>('SELECT id, door FROM doors');
    return new Map(
      rows.flatMap((row) => {
        try {
          return [[row.id, this.#vault.openJson(cellOf(row.id), door, row.door)] as const];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      }),
    );
  }

  /**
   * Returns the door of a token or an app. The alias is made from the label at first. It stays when the label changes, because programs use it by then.
   */
  of(id: string, label: string): Door {
    const all = this.all();
    const known = all.get(id);
    if (known !== undefined) return known;
    const alias = freeAlias(slugOf(label), new Set([...all.values()].map((one) => one.alias)));
    return { open: false, alias, access: 'read', paths: ['/api/v1/'], perMinute: 60, value: false };
  }

  /** Keeps the rules of the door of a token or an app. They go with it. */
  keep(id: string, value: Door): void {
    this.#vault.write(
      `INSERT INTO doors (id, token_id, app_id, door) VALUES (
         ?1, (SELECT id FROM tokens WHERE id = ?1), (SELECT id FROM service_apps WHERE id = ?1), ?2)
       ON CONFLICT (id) DO UPDATE SET door = excluded.door`,
      id,
      this.#vault.sealJson(cellOf(id), door.parse(value)),
    );
  }
}
