import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { RotationStore } from '../../../src/main/features/rotation/store.ts';
import { TestStore } from '../../../src/main/features/testing/store.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { token } from '../../../src/shared/contract/tokens.ts';
import { codeOf, identity, profile, record, tokenValue } from '../main/samples.ts';
import { newFolder, open } from '../vault/helpers.ts';

let vault: Vault;
let tokens: TokenStore;
let orgs: OrgStore;
beforeEach(async () => {
  vault = open(newFolder());
  await vault.start();
  tokens = new TokenStore(vault);
  orgs = new OrgStore(vault);
});

const add = (letter: string, at = 0, host = 'acme.okta.com') =>
  tokens.add(
    orgs.keep(identity(host), at),
    `https://${host}`,
    profile(letter),
    Secret.fromText(tokenValue(letter)),
    at,
  );
const valueIn = (id: string) => tokens.secretOf(id).use((bytes) => bytes.toString());
const damage = (column: 'profile' | 'value', id: string) =>
  vault.write(`UPDATE tokens SET ${column} = x'00' WHERE id = ?`, id);

it('returns what was kept, as the contract says, without the value', () => {
  const id = add('a', 5);
  const kept = tokens.get(id);
  expect(token.parse(kept)).toEqual(kept);
  expect(kept).toMatchObject({
    ...profile('a'),
    orgHost: 'acme.okta.com',
    fingerprint: Secret.fromText(tokenValue('a')).fingerprint,
    createdAt: 5,
    capturedAt: 5,
    lastAcceptedAt: null,
    lastTest: null,
    readable: true,
  });
  expect(JSON.stringify(kept)).not.toContain('canary');
  expect(valueIn(id)).toBe(tokenValue('a'));
});

it('lists the oldest first, each with its latest result', () => {
  const [late, early] = [add('b', 2), add('a', 1)];
  const tests = new TestStore(vault);
  tests.keep(early, record(10, 'timeout'));
  tests.keep(early, record(20));
  tests.keep(late, record(15, 'tls'));
  expect(tokens.list().map(({ label, lastTest }) => [label, lastTest?.at])).toEqual([
    ['a', 20],
    ['b', 15],
  ]);
});

it('opens the identity of an org once for all its tokens, and again when it changed', () => {
  for (const letter of ['a', 'b', 'c']) add(letter);
  add('d', 0, 'globex.okta.com');
  const opened = vi.spyOn(vault, 'openJson');
  const orgsOpened = () => opened.mock.calls.filter(([{ table }]) => table === 'orgs').length;
  expect(tokens.list()).toHaveLength(4);
  expect(orgsOpened()).toBe(2);
  const { id } = orgs.list().find(({ host }) => host === 'acme.okta.com') ?? { id: '' };
  const cell = { table: 'orgs', rowId: id, column: 'identity' };
  vault.write(
    'UPDATE orgs SET identity = ? WHERE id = ?',
    vault.sealJson(cell, identity('new.okta.com')),
    id,
  );
  expect(new Set(tokens.list().map(({ orgHost }) => orgHost))).toEqual(
    new Set(['new.okta.com', 'globex.okta.com']),
  );
});

describe('the very same value', () => {
  it('is refused a second time in its org, with the label it has; in another org it is another token', async () => {
    add('a');
    expect(await codeOf(() => add('a'))).toBe('already-kept');
    expect(() => add('a')).toThrow('already kept here as "a"');
    expect(tokens.labelOfValue('https://acme.okta.com', Secret.fromText(tokenValue('a')))).toBe('a');
    expect(tokens.labelOfValue('https://globex.okta.com', Secret.fromText(tokenValue('a')))).toBeNull();
    add('a', 0, 'globex.okta.com');
    expect(tokens.list()).toHaveLength(2);
  });

  it('is refused in place of another token’s value, and accepted in place of its own', async () => {
    add('a');
    const id = add('b');
    const replace = (letter: string) =>
      tokens.replaceValue(id, 'https://acme.okta.com', Secret.fromText(tokenValue(letter)), 9);
    expect(await codeOf(() => replace('a'))).toBe('already-kept');
    expect(valueIn(id)).toBe(tokenValue('b'));
    replace('b');
    replace('c');
    expect(valueIn(id)).toBe(tokenValue('c'));
    expect(tokens.get(id)).toMatchObject({ createdAt: 0, capturedAt: 9 });
    expect(tokens.labelOfValue('https://acme.okta.com', Secret.fromText(tokenValue('b')))).toBeNull();
  });
});

it('changes only the named details on update', () => {
  const id = add('a');
  tokens.update(id, { purpose: 'for the nightly plan', tags: ['infra'] });
  expect(tokens.get(id)).toMatchObject({ ...profile('a'), purpose: 'for the nightly plan', tags: ['infra'] });
  expect(valueIn(id)).toBe(tokenValue('a'));
});

it('removes a token with its results, and no others', async () => {
  const tests = new TestStore(vault);
  const [one, two] = [add('a'), add('b')];
  tests.keep(one, record(1));
  tests.keep(two, record(2));
  tokens.remove(one);
  expect(await codeOf(() => tokens.get(one))).toBe('not-found');
  expect(await codeOf(() => tokens.secretOf(one))).toBe('not-found');
  expect(vault.read('SELECT token_id FROM tests')).toEqual([{ token_id: two }]);
});

it('a value that does not open costs that token only', async () => {
  const [bad, good] = [add('a'), add('b', 1)];
  damage('value', bad);
  expect(
    tokens.list().map(({ label, readable, fingerprint }) => [label, readable, fingerprint === '']),
  ).toEqual([
    ['a', false, true],
    ['b', true, false],
  ]);
  expect(await codeOf(() => tokens.secretOf(bad))).toBe('vault-problem');
  expect(valueIn(good)).toBe(tokenValue('b'));
});

it('keeps a token usable when its details do not open', () => {
  const id = add('a');
  damage('profile', id);
  expect(tokens.get(id)).toMatchObject({ label: 'Unreadable token', readable: true });
  expect(valueIn(id)).toBe(tokenValue('a'));
});

it('returns nothing from a locked vault', async () => {
  const id = add('a');
  vault.lock();
  for (const ask of [() => tokens.list(), () => tokens.get(id), () => tokens.secretOf(id)]) {
    expect(await codeOf(ask)).toBe('vault-locked');
  }
});

describe('where somebody who can write the file names another org for a value', () => {
  const move = (id: string, host: string) =>
    vault.write('UPDATE tokens SET org_id = ? WHERE id = ?', orgs.keep(identity(host), 0), id);

  it('gives no value of a token, so that it goes to no other org', () => {
    const [id] = [add('a'), add('b', 0, 'evil.okta.com')];
    move(id, 'evil.okta.com');
    expect(() => tokens.secretOf(id)).toThrow('kept for another org');
    // Not even with the hash of a value of that org.
    const [other] = vault.read<{ value_tag: Uint8Array }>('SELECT value_tag FROM tokens WHERE id <> ?', id);
    vault.write("UPDATE tokens SET value_tag = x'00' WHERE id <> ?", id);
    vault.write('UPDATE tokens SET value_tag = ? WHERE id = ?', other?.value_tag ?? null, id);
    expect(() => tokens.secretOf(id)).toThrow('kept for another org');
  });

  it('gives no value that a rotation holds beside the token', () => {
    const id = add('a');
    const rotations = new RotationStore(vault);
    vault.write(
      "INSERT INTO rotations (id, token_id, mode, state, started_at, record) VALUES ('r', ?, 'usual', 'captured', 0, x'00')",
      id,
    );
    using next = Secret.fromText(tokenValue('c'));
    rotations.hold('r', 'https://acme.okta.com', next);
    expect(rotations.held('r').use((bytes) => bytes.toString())).toBe(tokenValue('c'));
    move(id, 'evil.okta.com');
    expect(() => rotations.held('r')).toThrow('kept for another org');
  });
});
