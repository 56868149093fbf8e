import { DatabaseSync } from 'node:sqlite';
import { expect, it } from 'vitest';
import { migrations } from '../../../src/main/vault/migrations.ts';
import { migrate, schemaHash } from '../../../src/main/vault/schema.ts';
import { schemaHashes } from '../../../src/main/vault/schema-hashes.ts';

it('each form of the vault has the schema whose hash is written down', () => {
  const made = migrations.map(({ number }) => {
    const db = new DatabaseSync(':memory:');
    migrate(db, number);
    const hash = schemaHash(db);
    db.close();
    return [number, hash];
  });
  expect(schemaHashes).toEqual(Object.fromEntries(made));
});
