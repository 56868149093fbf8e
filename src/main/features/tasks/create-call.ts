import type { KeptRow } from './job-store.ts';
import { loginKey } from './profile-rows.ts';
import {
  cannotAsk,
  ended,
  type RowCall,
  type RowNeeds,
  readUser,
  refusalWords,
  sendChange,
  settleMs,
  statusOf,
  type Turn,
  turnAfterRefusal,
} from './row-call.ts';
import { attributeOf, type ListedUser, listedUser, textOf } from './schemas.ts';
import { words } from './words.ts';

/** How far this computer's clock may be ahead of Okta's, in milliseconds. */
const clockSkewMs = 600_000;

/** The calls that create a row's user. Okta takes each login once, so a second call for the same row creates nobody. */
export const createCall: RowCall = {
  async take(needs, row, stop, sent) {
    const answer = await sendChange<ListedUser>(needs, stop, sent, {
      ...{ method: 'POST', path: '/api/v1/users', query: { activate: String(needs.job.activates ?? false) } },
      ...{ body: { profile: row.facts.profile }, schema: listedUser },
    });
    if (answer.kind === 'accepted') {
      const { id, status } = answer.value;
      return ended(needs, 'done', words.run.created(status), answer.requestId, { userId: id });
    }
    const turn = turnAfterRefusal(needs, answer);
    if (turn !== null) return turn;
    if (answer.kind === 'not-allowed') {
      const refused = ended(needs, 'failed', refusalWords(answer), answer.requestId);
      // Okta has one code for every trouble with a profile. It may be that an earlier call for this row created the user.
      if (answer.outcome.errorCode !== 'E0000001') return refused;
      const found = await ask(needs, row);
      return found.kind === 'end' ? found : refused;
    }
    await needs.clock.sleep(settleMs, stop);
    return ask(needs, row);
  },
  ask,
};

/** Asks Okta who has the login of a row. Returns another turn when nobody has it. */
async function ask(needs: RowNeeds, row: KeptRow): Promise<Turn> {
  const answer = await readUser(needs, row.facts.login);
  const nobody: Turn = { kind: 'again', at: needs.clock.now() };
  if (answer.kind !== 'accepted') return answer.status === 404 ? nobody : cannotAsk(answer.outcome);
  const user = answer.value;
  // Okta also finds a user by the part of the login before the @.
  if (loginKey(attributeOf(user, 'login')) !== loginKey(row.facts.login)) return nobody;
  const isNew = (user.created ?? 0) >= (needs.job.startedAt ?? 0) - clockSkewMs;
  if (!isNew) return ended(needs, 'failed', words.run.loginTaken, answer.requestId);
  return hasProfile(user, row)
    ? ended(needs, 'done', words.run.createdByLogin(statusOf(user)), answer.requestId, { userId: user.id })
    : ended(needs, 'unknown', words.run.otherProfile, answer.requestId);
}

/** Returns whether a user has everything that the row sent. */
const hasProfile = (user: ListedUser, { facts: { profile = {} } }: KeptRow): boolean =>
  Object.entries(profile).every(([name, sent]) => attributeOf(user, name) === textOf(sent));
