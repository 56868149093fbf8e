import { expect, it } from 'vitest';
import { answerText } from '../../../src/main/terminal/print.ts';

const listed = (name: string, org: string) => ({
  ...{
    kind: 'token' as const,
    name,
    org,
    id: name,
    label: name,
    environment: '',
    owner: null,
    health: 'Healthy' as const,
  },
  ...{
    reason: '',
    testedAt: null,
    expiresAt: null,
    expiryIsKnown: false,
    rotationDueAt: '2027-01-01T00:00:00Z',
  },
});

it('lists names of any script in columns that a terminal shows one below the other', () => {
  const text = answerText('ls', [
    listed('terraform', 'a.okta.com'),
    listed('本番の鍵', 'b.okta.com'),
    listed('🚀', 'c.okta.com'),
  ]);
  const rows = text.split('\n').slice(1, 4);
  // What a terminal shows left of the org: a Japanese sign and an emoji take two columns each.
  expect(rows.map((row) => row.slice(0, row.search(/[abc]\.okta/)))).toEqual([
    'terraform  ',
    '本番の鍵   ',
    '🚀         ',
  ]);
});
