import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { Secret } from '../../../src/main/base/secret.ts';

const value = '00Canary-Canary_Canary0123456789abcdefghij';

describe('Secret', () => {
  it('shows its value in none of the ways in which a value usually leaks', () => {
    const secret = Secret.fromText(value);
    const leaks = [
      String(secret),
      `${secret}`,
      JSON.stringify({ secret }),
      inspect({ secret }, { depth: 9, showHidden: true }),
      inspect([secret]),
      Object.keys(secret).join(),
      Object.values(secret).join(),
      JSON.stringify(Object.getOwnPropertyDescriptors(secret)),
      new Error(`failed with ${secret}`).message,
    ];
    for (const text of leaks) {
      expect(text).not.toContain(value);
      expect(text).not.toContain(value.slice(2, 20));
    }
    expect(() => structuredClone(secret)).not.toThrow();
    expect(inspect(structuredClone(secret))).not.toContain(value);
  });

  it('fingerprints the value: same for the same, another for another, eight hex digits', () => {
    expect(Secret.fromText(value).fingerprint).toBe(Secret.fromText(value).fingerprint);
    expect(Secret.fromText(value).fingerprint).not.toBe(Secret.fromText(`${value}x`).fingerprint);
    expect(Secret.fromText(value).fingerprint).toMatch(/^[0-9a-f]{4} [0-9a-f]{4}$/);
  });

  it('makes texts of its bytes once, shows them in no way, and drops them at the wipe', () => {
    const secret = Secret.fromText(value);
    let made = 0;
    const texts = () => secret.texts((bytes) => [`${++made} ${bytes.toString('utf8')}`]);
    expect([texts(), texts()]).toEqual([[`1 ${value}`], [`1 ${value}`]]);
    expect(inspect(secret, { depth: 9, showHidden: true })).not.toContain(value);
    expect(inspect(structuredClone(secret))).not.toContain(value);
    secret.wipe();
    expect(texts).toThrow(/wiped/);
  });

  it('overwrites its bytes when wiped, and is of no use after', () => {
    const bytes = Buffer.from(value);
    const secret = Secret.fromBytes(bytes);
    const copy = secret.copy();
    secret.wipe();
    expect(bytes.every((byte) => byte === 0)).toBe(true);
    expect(() => secret.use((inside) => inside.length)).toThrow(/wiped/);
    expect(String(secret)).toBe('[secret, wiped]');
    expect(copy.use((inside) => inside.toString())).toBe(value);
  });

  it('compares by content', () => {
    expect(Secret.fromText('a').equals(Secret.fromText('a'))).toBe(true);
    expect(Secret.fromText('a').equals(Secret.fromText('b'))).toBe(false);
    expect(Secret.fromText('a').equals(Secret.fromText('ab'))).toBe(false);
  });
});
