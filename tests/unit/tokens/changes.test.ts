import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { beforeEach, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';
import { OrgStore } from '../../../src/main/features/orgs/store.ts';
import { TestStore } from '../../../src/main/features/testing/store.ts';
import { TokenChanges } from '../../../src/main/features/tokens/changes.ts';
import { TokenStore } from '../../../src/main/features/tokens/store.ts';
import type { Vault } from '../../../src/main/vault/vault.ts';
import { tokensChanged, useTokens } from '../../../src/renderer/tokens/tokens-store.ts';
import { identity, profile, record, tokenValue } from '../main/samples.ts';
import { newFolder, open } from '../vault/helpers.ts';

let vault: Vault;
let tokens: TokenStore;
let changes: TokenChanges;
const origin = 'https://acme.okta.com';

beforeEach(async () => {
  vault = open(newFolder());
  await vault.start();
  tokens = new TokenStore(vault);
  changes = new TokenChanges();
  useTokens.setState(useTokens.getInitialState(), true);
});

const add = (letter: string, at = 0) =>
  tokens.add(
    new OrgStore(vault).keep(identity(), at),
    origin,
    profile(letter),
    Secret.fromText(tokenValue(letter)),
    at,
  );
const next = () => ({ ...changes.next(tokens.list()), orgs: [] });
const shown = () => useTokens.getState().tokens;

it('returns the same object for a token while nothing of it changed, and another one after each kind of change', () => {
  const [a, b] = [add('a', 1), add('b', 2)];
  const before = tokens.list();
  expect(tokens.list()[0]).toBe(before[0]);
  expect(tokens.get(a)).toBe(before[0]);
  const kinds = [
    () => tokens.update(a, { purpose: 'other' }),
    () => tokens.noteUse(a, 5),
    () => new TestStore(vault).keep(a, record(6, 'timeout')),
    () => tokens.replaceValue(a, origin, Secret.fromText(tokenValue('c')), 7),
    () => tokens.markRevoked(a, 8),
    () => vault.write("UPDATE tokens SET profile = x'00' WHERE id = ?", a),
  ];
  for (const change of kinds) {
    const known = tokens.get(a);
    change();
    expect(tokens.get(a)).not.toBe(known);
    expect(tokens.get(a)).not.toEqual(known);
    expect(tokens.get(b)).toBe(before[1]);
  }
});

it('nobody can change what the store returned', () => {
  const token = tokens.get(add('a'));
  expect(() => token.tags.push('x')).toThrow('not extensible');
  expect(() => Object.assign(token, { label: 'x' })).toThrow('read only');
});

it('drops its decrypted tokens when the vault locks', async () => {
  setFlagsFromString('--expose-gc');
  const gc = runInNewContext('gc') as () => void;
  add('a');
  const view = new WeakRef(tokens.list()[0] ?? {});
  const collected = async () => {
    await new Promise((resolve) => setImmediate(resolve));
    gc();
    return view.deref() === undefined;
  };
  expect(await collected()).toBe(false);
  await vault.lock();
  expect(await collected()).toBe(true);
});

it('tells the whole list first, then only what changed, and the window then has main’s list in its order', () => {
  const [a, c] = [add('a', 1), add('c', 3)];
  const first = next();
  expect(first).toMatchObject({ after: null, removed: [] });
  expect(tokensChanged(first)).toBe(true);
  const kept = shown()[1];

  const b = add('b', 2);
  tokens.update(a, { purpose: 'changed' });
  const second = next();
  expect(second.tokens.map(({ id }) => id)).toEqual([a, b]);
  expect(tokensChanged(second)).toBe(true);
  expect(shown()).toEqual(tokens.list());
  expect(shown()[2]).toBe(kept);

  tokens.remove(c);
  const third = next();
  expect([third.tokens, third.removed]).toEqual([[], [c]]);
  expect(tokensChanged(third)).toBe(true);
  expect(shown()).toEqual(tokens.list());
});

it('the window takes no change that it cannot join to its list, and the next list is whole', () => {
  add('a', 1);
  next();
  const second = next();
  expect(tokensChanged(second)).toBe(false);
  expect(useTokens.getState().loaded).toBe(false);
  changes.startAnew();
  const whole = next();
  expect(whole.after).toBeNull();
  expect(tokensChanged(whole)).toBe(true);
  expect(shown()).toEqual(tokens.list());
});
