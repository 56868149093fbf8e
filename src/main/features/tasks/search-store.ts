import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { type KeptSearch, userQuestion } from '../../../shared/contract/tasks.ts';
import { byName } from '../../../shared/listed.ts';
import { Failed } from '../../base/failure.ts';
import { CellUnreadable } from '../../vault/cells.ts';
import type { Vault } from '../../vault/vault.ts';
import { words } from './words.ts';

const most = 100;
const sealed = z.object({ name: z.string(), question: userQuestion });

/** Keeps a person's searches for each org, sealed. */
export class SearchStore {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Returns an org's searches by name. It leaves out a search that cannot be decrypted. */
  list(orgId: string): KeptSearch[] {
    return this.#vault
      .read<{ id: string; search: Uint8Array }>(
        'SELECT id, search FROM user_searches WHERE org_id = ?',
        orgId,
      )
      .flatMap(({ id, search }) => {
        try {
          return [{ id, ...this.#vault.openJson(cell(id), sealed, search) }];
        } catch (error) {
          if (error instanceof CellUnreadable) return [];
          throw error;
        }
      })
      .toSorted((a, b) => byName(a.name, b.name));
  }

  /** Saves a search in place of one with the same name. Throws Failed `bad-request` beyond a hundred. */
  keep(orgId: string, name: string, question: KeptSearch['question']): void {
    const kept = this.list(orgId);
    const same = kept.find((one) => one.name === name);
    if (same === undefined && kept.length >= most) {
      throw new Failed('bad-request', words.desk.tooMany, words.desk.forgetOne);
    }
    const id = same?.id ?? randomUUID();
    this.#vault.write(
      'INSERT INTO user_searches (id, org_id, search) VALUES (?1, ?2, ?3) ON CONFLICT (id) DO UPDATE SET search = ?3',
      id,
      orgId,
      this.#vault.sealJson(cell(id), { name, question }),
    );
  }

  /** Removes a search of an org. */
  forget(orgId: string, id: string): void {
    this.#vault.write('DELETE FROM user_searches WHERE id = ? AND org_id = ?', id, orgId);
  }
}

const cell = (id: string) => ({ table: 'user_searches', rowId: id, column: 'search' });
