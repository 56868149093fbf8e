import { describe, expect, it } from 'vitest';
import { Proof } from '../../../src/main/features/vault/proof.ts';
import { HandClock } from './memory-keyring.ts';

const asks = (proof: Proof): boolean => {
  try {
    proof.need('copyValue');
    return false;
  } catch (error) {
    expect(error).toMatchObject({ failure: { code: 'proof-needed' } });
    return true;
  }
};

describe('a proof', () => {
  it('is asked for, holds for a minute, and ends with a lock or a clock that is set back', () => {
    const clock = new HandClock();
    const proof = new Proof(clock, () => 'Give your passcode.');
    expect(asks(proof)).toBe(true);
    proof.given();
    clock.advance(59_999);
    expect(asks(proof)).toBe(false);
    clock.advance(1);
    expect(asks(proof)).toBe(true);
    proof.given();
    clock.advance(-1);
    expect(asks(proof)).toBe(true);
    clock.advance(1);
    expect(asks(proof)).toBe(false);
    proof.forget();
    expect(asks(proof)).toBe(true);
  });

  it('does not hold for longer when the clock is set back by less than what has passed', () => {
    const clock = new HandClock();
    const proof = new Proof(clock, () => 'Give your passcode.');
    proof.given();
    clock.advance(50_000);
    clock.set(-49_000);
    expect(asks(proof)).toBe(false);
    clock.advance(10_000);
    expect(asks(proof)).toBe(true);
    // A new proof holds for its own minute.
    proof.given();
    clock.advance(30_000);
    proof.given();
    clock.advance(59_999);
    expect(asks(proof)).toBe(false);
    clock.set(3_600_000);
    expect(asks(proof)).toBe(true);
  });

  it('is not asked for when the vault requires no proof', () => {
    expect(asks(new Proof(new HandClock(), () => null))).toBe(false);
  });
});
