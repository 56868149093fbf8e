import { describe, expect, it } from 'vitest';
import {
  ago,
  clockTime,
  date,
  fullDate,
  hourOfDay,
  inDays,
  minutesAndSeconds,
  since,
  until,
} from '../../../src/shared/time-words.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const now = new Date(2026, 10, 24, 12).getTime();

describe('ago', () => {
  it.each([
    [0, 'just now'],
    [minute - 1, 'just now'],
    [minute, '1 min ago'],
    [hour - 1, '59 min ago'],
    [hour, '1 h ago'],
    [day - 1, '23 h ago'],
    [day, 'yesterday'],
    [2 * day, '2 days ago'],
    [29 * day, '29 days ago'],
    [30 * day - 1, '25 Oct'],
    [30 * day, '25 Oct'],
    [-minute + 1, 'just now'],
    [-minute, '24 Nov 2026, 12:01, ahead of this clock'],
    [-400 * day, '29 Dec 2027, 12:00, ahead of this clock'],
    [400 * day, '20 Oct 2025'],
    // Not a number of days: Apia and Kiritimati left a day of their calendars out.
    [now - new Date(1972, 1, 21, 12).getTime(), '21 Feb 1972'],
  ])('%i ms: %s', (past, words) => {
    expect(ago(now - past, now)).toBe(words);
  });
});

it.each([
  ['2026-03-28T23:30', '2026-03-30T01:10', '2 days ago'],
  ['2026-03-27T23:59', '2026-03-29T00:00', '2 days ago'],
  ['2026-03-27T00:00', '2026-03-28T23:59', 'yesterday'],
  ['2026-10-24T23:30', '2026-10-26T00:10', '2 days ago'],
  ['2027-12-30T23:00', '2028-01-01T01:00', '2 days ago'],
  ['2028-02-28T12:00', '2028-03-01T11:00', '2 days ago'],
  ['2028-02-28T12:00', '2028-02-29T23:00', 'yesterday'],
  ['2038-01-18T12:00', '2038-01-20T03:00', '2 days ago'],
])('the time %s is, at %s, %s: the days are those of the calendar', (at, then, words) => {
  expect(ago(Date.parse(at), Date.parse(then))).toBe(words);
});

describe('inDays', () => {
  it.each([
    [0, 'today'],
    [12 * hour - 1, 'today'],
    [12 * hour, 'tomorrow'],
    [36 * hour - 1, 'tomorrow'],
    [36 * hour, 'in 2 days'],
    [30 * day - minute, 'in 30 days'],
    [30 * day, 'in 30 days'],
    [-12 * hour, 'today'],
    [-12 * hour - 1, '1 day ago'],
    [-day, '1 day ago'],
    [-3 * day, '3 days ago'],
  ])('%i ms: %s', (left, words) => {
    expect(inDays(now + left, now)).toBe(words);
  });
});

describe('until', () => {
  it.each([
    [-1, 'in less than a minute'],
    [minute - 1, 'in less than a minute'],
    [minute, 'in 1 minute'],
    [12 * minute, 'in 12 minutes'],
    [2 * hour - minute, 'in 119 minutes'],
    [2 * hour, 'in 2 hours'],
    [26 * hour, 'in 26 hours'],
  ])('%i ms: %s', (left, words) => {
    expect(until(now + left, now)).toBe(words);
  });
});

it('dates and times use the computer’s zone', () => {
  const at = new Date(2026, 0, 3, 8, 5).getTime();
  expect([date(at), fullDate(at), clockTime(at)]).toEqual(['3 Jan', '3 Jan 2026', '08:05']);
  expect(since(new Date(2026, 10, 24, 8, 12).getTime(), now)).toBe('08:12');
  expect(since(new Date(2026, 10, 23, 23, 59).getTime(), now)).toBe('23 Nov');
});

it('an hour of the day has two digits, and the day ends at 24:00', () => {
  expect([0, 9, 23, 24].map(hourOfDay)).toEqual(['00:00', '09:00', '23:00', '24:00']);
});

it('a wait of less than an hour has two digits for minutes and for seconds', () => {
  expect([5, 65, 299, 3_599].map((seconds) => minutesAndSeconds(seconds * 1000))).toEqual([
    '00:05',
    '01:05',
    '04:59',
    '59:59',
  ]);
});
