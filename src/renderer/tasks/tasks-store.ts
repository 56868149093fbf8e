import { create } from 'zustand';
import type { EventPayload } from '../../shared/contract/bridge.ts';
import type { FoundUser, TasksView, UserQuestion } from '../../shared/contract/tasks.ts';
import { bridge, type Failure } from '../bridge.ts';
import { offerUndo } from '../ui/undo-store.ts';
import { words } from './words.ts';

/** The users that a search has found so far. */
interface Found {
  readonly resultId: string;
  readonly question: UserQuestion;
  readonly users: readonly FoundUser[];
  readonly read: number;
  readonly more: boolean;
}

interface TasksState {
  readonly orgId: string | null;
  readonly view: TasksView | null;
  /** The token that asks. */
  readonly tokenId: string | null;
  readonly question: UserQuestion;
  readonly found: Found | null;
  /** Okta's ids of the users who are chosen in the list. */
  readonly chosen: ReadonlySet<string>;
  readonly busy: 'search' | 'export' | null;
  /** The progress of the present reading. */
  readonly progress: EventPayload<'usersRead'> | null;
  readonly failure: Failure | null;
  /** The last result, as parts of a sentence. */
  readonly exported: { readonly users: number; readonly path: string } | null;
}

const empty: Omit<TasksState, 'orgId'> = {
  view: null,
  tokenId: null,
  question: { search: '', notSignedInForDays: null },
  found: null,
  chosen: new Set(),
  busy: null,
  progress: null,
  failure: null,
  exported: null,
};

/** Holds the Tasks page of one org, in the window's memory only. A lock clears it. */
export const useTasks = create<TasksState>(() => ({ orgId: null, ...empty }));

/** Shows an org and reads the first view of its page. It drops what it found in another org. */
export async function openOrg(orgId: string): Promise<void> {
  if (useTasks.getState().orgId !== orgId) useTasks.setState({ orgId, ...empty });
  const answer = await bridge.tasks.view({ orgId });
  if (useTasks.getState().orgId !== orgId) return;
  if (!answer.ok) {
    useTasks.setState({ failure: answer.error });
    return;
  }
  const view = answer.value;
  const before = useTasks.getState().tokenId;
  const kept = view.askers.find(({ tokenId }) => tokenId === before);
  useTasks.setState({ view, tokenId: kept?.tokenId ?? view.askers[0]?.tokenId ?? null });
}

/** Picks the token that asks. */
export const pickAsker = (tokenId: string) => useTasks.setState({ tokenId });

/** Changes the search. It does not ask Okta yet. */
export const changeQuestion = (change: Partial<UserQuestion>) =>
  // The failure was one of the earlier question.
  useTasks.setState(({ question }) => ({ question: { ...question, ...change }, failure: null }));

/** Searches for users, and shows the first of them. */
export async function searchUsers(): Promise<void> {
  const { orgId, tokenId, question } = useTasks.getState();
  if (orgId === null || tokenId === null) return;
  await run('search', orgId, async () => {
    useTasks.setState({ found: null, chosen: new Set(), exported: null });
    const answer = await bridge.tasks.search({ orgId, tokenId, question });
    if (!answer.ok) return answer.error;
    take(question, [], answer.value);
    return null;
  });
}

/** Shows the next users of the search. */
export async function moreUsers(): Promise<void> {
  const { orgId, found } = useTasks.getState();
  if (orgId === null || found === null) return;
  await run('search', orgId, async () => {
    const answer = await bridge.tasks.more({ resultId: found.resultId });
    if (!answer.ok) return answer.error;
    take(found.question, found.users, answer.value);
    return null;
  });
}

/** Selects users of the list, or clears their selection. */
export const choose = (userIds: readonly string[], isChosen: boolean) =>
  useTasks.setState((state) => {
    const chosen = new Set(state.chosen);
    for (const id of userIds) {
      if (isChosen) chosen.add(id);
      else chosen.delete(id);
    }
    return { chosen };
  });

/** Writes all users of the search into a CSV file. Returns true when the file was written. */
export async function exportUsers(columns: string[]): Promise<boolean> {
  const { orgId, tokenId, question } = useTasks.getState();
  if (orgId === null || tokenId === null) return false;
  let done = false;
  await run('export', orgId, async () => {
    useTasks.setState({ exported: null });
    const answer = await bridge.tasks.exportUsers({ orgId, tokenId, question, columns });
    if (!answer.ok) return answer.error;
    const { path, users } = answer.value;
    if (path !== null) {
      useTasks.setState({ exported: { users, path } });
      done = true;
    }
    return null;
  });
  return done;
}

/** Stops the present reading. */
export async function stopReading(): Promise<void> {
  const { orgId } = useTasks.getState();
  if (orgId !== null) await bridge.tasks.stopReading({ orgId });
}

/** Saves the search under a name. Returns what failed. */
export async function keepSearch(name: string): Promise<Failure | null> {
  const { orgId, question } = useTasks.getState();
  if (orgId === null) return null;
  const replaced = useTasks.getState().view?.searches.find((one) => one.name === name);
  const failure = searchesAre(await bridge.tasks.keepSearch({ orgId, name, question }));
  if (failure === null && replaced !== undefined) {
    offerSearchBack(orgId, replaced, words.savedSearches.replaced(name));
  }
  return failure;
}

/** Removes a saved search. */
export async function forgetSearch(searchId: string): Promise<void> {
  const { orgId } = useTasks.getState();
  if (orgId === null) return;
  const forgotten = useTasks.getState().view?.searches.find(({ id }) => id === searchId);
  const failure = searchesAre(await bridge.tasks.forgetSearch({ orgId, searchId }));
  useTasks.setState({ failure });
  if (failure !== null || forgotten === undefined) return;
  offerSearchBack(orgId, forgotten, words.savedSearches.forgotten(forgotten.name));
}

/** Offers to save a search again as it was. */
function offerSearchBack(
  orgId: string,
  { name, question }: { readonly name: string; readonly question: UserQuestion },
  sentence: string,
): void {
  offerUndo({
    sentence,
    call: async () => {
      const kept = await bridge.tasks.keepSearch({ orgId, name, question });
      if (useTasks.getState().orgId === orgId) searchesAre(kept);
      return kept;
    },
  });
}

/** Takes the progress of a reading from main. */
export function usersRead(progress: EventPayload<'usersRead'>): void {
  const { orgId, busy } = useTasks.getState();
  if (progress.orgId === orgId && busy !== null) useTasks.setState({ progress });
}

function searchesAre(answer: Awaited<ReturnType<typeof bridge.tasks.forgetSearch>>): Failure | null {
  if (!answer.ok) return answer.error;
  const searches = answer.value;
  useTasks.setState(({ view }) => ({ view: view === null ? null : { ...view, searches } }));
  return null;
}

function take(
  question: UserQuestion,
  before: readonly FoundUser[],
  { resultId, users, read, more, attributes }: Omit<Found, 'question'> & { attributes: string[] },
): void {
  useTasks.setState(({ view }) => ({
    found: { resultId, question, users: [...before, ...users], read, more },
    view: view === null ? null : { ...view, attributes },
  }));
}

/** Runs one thing at a time. It drops an answer for an org that is no longer shown. */
async function run(
  busy: 'search' | 'export',
  orgId: string,
  work: () => Promise<Failure | null>,
): Promise<void> {
  if (useTasks.getState().busy !== null) return;
  useTasks.setState({ busy, failure: null, progress: null });
  const failure = await work();
  if (useTasks.getState().orgId !== orgId) return;
  useTasks.setState({
    busy: null,
    progress: null,
    failure: failure?.code === 'cancelled' ? null : failure,
  });
}
