import { expect, it } from 'vitest';
import { trayOf } from '../../../src/main/features/life/tray-view.ts';
import type { ServiceApp } from '../../../src/shared/contract/service.ts';
import type { Token } from '../../../src/shared/contract/tokens.ts';
import { dayMs } from '../../../src/shared/time-words.ts';

const now = new Date(2026, 10, 1, 12).getTime();
const test = (kind: string) => ({ at: now, tookMs: 5, outcome: { kind, word: 'Not accepted' } });
const token = (id: string, kind = 'accepted') =>
  ({
    ...{ id, label: id, rotation: null, revokedAt: null, readable: true, known: null, rotateEveryDays: 90 },
    ...{ capturedAt: now, lastAcceptedAt: now, lastTest: test(kind) },
  }) as unknown as Token;
const app = (id: string, madeAt = now) =>
  ({
    ...{ id, label: id, readable: true, clientId: '0oa', madeAt, rotateEveryDays: 90, keyRotation: null },
    lastTest: test('accepted'),
  }) as unknown as ServiceApp;
const line = (tokens: Token[], apps: ServiceApp[]) => trayOf({ tokens, apps }, now).line;

it('says in one line how many tokens and apps need a person', () => {
  expect(line([], [])).toBe('No tokens yet');
  expect(line([token('a')], [])).toBe('Your token is healthy');
  expect(line([], [app('x')])).toBe('Your OAuth app is healthy');
  expect(line([token('a'), token('b')], [])).toBe('All 2 tokens are healthy');
  expect(line([token('a')], [app('x')])).toBe('All 2 tokens and OAuth apps are healthy');
  const late = app('late', now - 100 * dayMs);
  expect(line([], [late])).toBe('1 of 1 OAuth app needs you');
  expect(line([token('a')], [late])).toBe('1 of 2 tokens and OAuth apps needs you');
  expect(line([token('a', 'not-accepted')], [late])).toBe('2 of 2 tokens and OAuth apps need you');
});

it('lists the most urgent first, whether token or app, and nothing while locked', () => {
  const late = app('late', now - 100 * dayMs);
  const { urgent, attention } = trayOf(
    { tokens: [token('bad', 'not-accepted')], apps: [late, app('good')] },
    now,
  );
  expect(urgent.map(({ id, words }) => [id, words])).toEqual([
    ['bad', expect.stringContaining('bad: Failing')],
    ['late', 'late: Attention, Rotation is due'],
  ]);
  expect(attention).toBe(true);
  const odd = { ...token('bad', 'not-accepted'), label: `a\nb\u202ec${'x'.repeat(200)}` };
  const [shown] = trayOf({ tokens: [odd], apps: [] }, now).urgent;
  expect(shown?.words).toMatch(/^a\\u\{a\}b\\u\{202e\}cx{20,}…: Failing/);
  expect(trayOf(null, now)).toEqual({ locked: true, line: 'Locked', urgent: [], attention: false });
});
