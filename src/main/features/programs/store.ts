import { z } from 'zod';
import { type Door, door } from '../../../shared/contract/programs.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { freeAlias, slugOf } from './alias.ts';

const cellOf = (id: string) => ({ table: 'doors', rowId: id, column: 'door' });

/** A program that a person allowed always, as the vault keeps it. The contract's `alwaysAllowed` says what each field is. */
const alwaysKept = z.object({
  id: z.uuid(),
  path: z.string(),
  sha256: z.string(),
  covers: z.string(),
  paths: z.array(z.string()),
  since: z.number(),
  lastUsedAt: z.number().nullable(),
  changedAt: z.number().nullable(),
});
export type AlwaysKept = z.infer<typeof alwaysKept>;

/** One record: the rules, and the programs that are allowed always under them. Older records have no such programs. */
const kept = door.extend({ always: z.array(alwaysKept).default([]) });
type Kept = z.infer<typeof kept>;

/** Keeps the rules of the door of each token and app, and the programs that are always allowed there. A door is shut until a person opens it. */
export class DoorStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns every door that a person ever opened, by the id of its token or app. It leaves out a record that it cannot decrypt, so that door is shut. */
  all(): Map<string, Door> {
    return new Map([...this.#kept()].map(([id, { always: _, ...rules }]) => [id, rules]));
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

  /** Keeps the rules of the door of a token or an app. They go with it. The programs that are always allowed stay. */
  keep(id: string, rules: Door): void {
    this.#write(id, { ...rules, always: this.alwaysOf(id) });
  }

  /** Returns the programs that are always allowed, by the id of their token or app. */
  allAlways(): Map<string, AlwaysKept[]> {
    return new Map([...this.#kept()].map(([id, { always }]) => [id, always]));
  }

  /** Returns the programs that are always allowed a token or an app. */
  alwaysOf(id: string): AlwaysKept[] {
    return this.#kept(id).get(id)?.always ?? [];
  }

  /** Keeps the programs that are always allowed a token or an app. One without rules has none. */
  keepAlways(id: string, always: readonly AlwaysKept[]): void {
    const rules = this.#kept(id).get(id);
    if (rules !== undefined) this.#write(id, { ...rules, always: [...always] });
  }

  #kept(id?: string): Map<string, Kept> {
    const rows = this.#vault.read<{ id: string; door: Uint8Array }>(
      'SELECT id, door FROM doors WHERE ?1 IS NULL OR id = ?1',
      id ?? null,
    );
    return new Map(
      rows.flatMap((row) => {
        try {
          return [[row.id, this.#vault.openJson(cellOf(row.id), kept, row.door)] as const];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      }),
    );
  }

  #write(id: string, record: Kept): void {
    this.#vault.write(
      `INSERT INTO doors (id, token_id, app_id, door) VALUES (
         ?1, (SELECT id FROM tokens WHERE id = ?1), (SELECT id FROM service_apps WHERE id = ?1), ?2)
       ON CONFLICT (id) DO UPDATE SET door = excluded.door`,
      id,
      this.#vault.sealJson(cellOf(id), kept.parse(record)),
    );
  }
}
