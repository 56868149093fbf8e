import { expect, it } from 'vitest';
import { changedSentence } from '../../../src/main/base/changes.ts';
import { profileChangeSentence } from '../../../src/main/base/profile-change.ts';
import type { TokenProfile } from '../../../src/shared/contract/tokens.ts';

const before: TokenProfile = {
  label: 'terraform-prod',
  purpose: '',
  environment: 'preview',
  tags: ['infra', 'nightly'],
  consumers: [{ name: 'GitHub Actions', where: 'acme/infra' }],
  rotateEveryDays: 90,
};

it('says of each detail from which value to which it changed', () => {
  expect(profileChangeSentence(before, before)).toBe('');
  expect(profileChangeSentence(before, { ...before, label: 'terraform', rotateEveryDays: 30 })).toBe(
    '"Label" was changed from "terraform-prod" to "terraform". "Rotate every (days)" was changed from "90" to "30".',
  );
  expect(profileChangeSentence(before, { ...before, environment: 'production', tags: [] })).toBe(
    '"Environment" was changed from "Preview" to "Production". "Tags" was "infra, nightly" and is now empty.',
  );
  expect(profileChangeSentence(before, { ...before, purpose: 'Plans and applies.' })).toBe(
    '"Purpose" was empty and is now "Plans and applies.".',
  );
  const cron = { name: 'cron', where: '' };
  expect(profileChangeSentence(before, { ...before, consumers: [...before.consumers, cron] })).toBe(
    '"Where it is used" was changed from "GitHub Actions (acme/infra)" to "GitHub Actions (acme/infra), cron".',
  );
});

it('only names a long value, and a change that the shown value does not have', () => {
  expect(profileChangeSentence(before, { ...before, purpose: 'x'.repeat(121) })).toBe(
    '"Purpose" was changed.',
  );
  const withNote = [{ name: 'GitHub Actions', where: 'acme/infra', note: 'ask Ada' }];
  expect(profileChangeSentence(before, { ...before, consumers: withNote })).toBe(
    '"Where it is used" was changed.',
  );
});

it('fits into one entry of the record, whatever changed', () => {
  const names = ['Label', 'Purpose', 'Environment', 'Tags', 'Where it is used'];
  const long = changedSentence(names.map((name) => ({ name, from: 'a'.repeat(120), to: 'b'.repeat(120) })));
  expect(long).toHaveLength(600);
});
