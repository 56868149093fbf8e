import { z } from 'zod';
import { type Door, door } from '../../../shared/contract/programs.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { freeAlias, slugOf } from './alias.ts';

const cellOf = (tokenId: string) => ({ table: 'doors', rowId: tokenId, column: 'door' });

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

/** One record: the rules, and the programs that are allowed always under them. Records from before had no such programs. */
const kept = door.extend({ always: z.array(alwaysKept).default([]) });
type Kept = z.infer<typeof kept>;

/** Keeps the rules of each token's door, and the programs that are always allowed there. A door is shut until a person opens it. */
export class DoorStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns every door that a person ever opened, by token. It leaves out a record that it cannot decrypt, so that door is shut. */
  all(): Map<string, Door> {
    return new Map([...this.#kept()].map(([tokenId, { always: _, ...rules }]) => [tokenId, rules]));
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

  /** Keeps the rules of a token's door. The programs that are always allowed stay. */
  keep(tokenId: string, rules: Door): void {
    this.#write(tokenId, { ...rules, always: this.alwaysOf(tokenId) });
  }

  /** Returns the programs that are always allowed, by token. */
  allAlways(): Map<string, AlwaysKept[]> {
    return new Map([...this.#kept()].map(([tokenId, { always }]) => [tokenId, always]));
  }

  /** Returns the programs that are always allowed a token. */
  alwaysOf(tokenId: string): AlwaysKept[] {
    return this.#kept(tokenId).get(tokenId)?.always ?? [];
  }

  /** Keeps the programs that are always allowed a token. A token without rules has none. */
  keepAlways(tokenId: string, always: readonly AlwaysKept[]): void {
    const rules = this.#kept(tokenId).get(tokenId);
    if (rules !== undefined) this.#write(tokenId, { ...rules, always: [...always] });
  }

  #kept(tokenId?: string): Map<string, Kept> {
    const rows = this.#vault.read<{ token_id: string; door: Uint8Array }>(
      'SELECT token_id, door FROM doors WHERE ?1 IS NULL OR token_id = ?1',
      tokenId ?? null,
    );
    return new Map(
      rows.flatMap((row) => {
        try {
          return [[row.token_id, this.#vault.openJson(cellOf(row.token_id), kept, row.door)] as const];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      }),
    );
  }

  #write(tokenId: string, record: Kept): void {
    this.#vault.write(
      'INSERT INTO doors (token_id, door) VALUES (?, ?) ON CONFLICT (token_id) DO UPDATE SET door = excluded.door',
      tokenId,
      this.#vault.sealJson(cellOf(tokenId), kept.parse(record)),
    );
  }
}
