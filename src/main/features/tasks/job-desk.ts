import { cut } from '../../../shared/clip.ts';
import type {
  FoundGroup,
  HeldFile,
  JobRow,
  ProfileForm,
  RowState,
  UserJob,
} from '../../../shared/contract/tasks.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { isoDay } from '../../../shared/iso-day.ts';
import { Failed } from '../../base/failure.ts';
import type { Watch } from '../../base/files.ts';
import type { Dialogs, Log } from '../../base/ports.ts';
import { shownText } from '../../base/shown.ts';
import { actions } from './actions.ts';
import { groupsNamed } from './groups.ts';
import { JobPlans, type PlanNeeds, type WantedJob } from './job-plans.ts';
import { saveResults } from './job-results.ts';
import { runJob } from './job-run.ts';
import type { KeptJob } from './job-store.ts';
import { Pace } from './pace.ts';
import { rowView } from './row-view.ts';
import { askerOf } from './user-reading.ts';
import { words } from './words.ts';

/** What jobs need from the app. */
export interface JobNeeds extends PlanNeeds {
  readonly dialogs: Dialogs;
  readonly watch: Watch;
  readonly log: Log;
  /** Notes an action with a token in the record of activity. */
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** A running job. */
interface Running {
  readonly orgId: string;
  /** Stops the job after the open calls end. */
  readonly stop: AbortController;
  /** Ends the open calls at once. */
  readonly kill: AbortController;
  readonly ended: Promise<void>;
  waitsUntil: number | null;
}

/** The shortest time between two messages to the window about a running job, in milliseconds. */
const tellEveryMs = 250;
/** The most users that the system dialog names. */
const namedInDialog = 10;

/** A login and the name of a group are the org's text, so they must not fill another line of the dialog. */
const inOneLine = (text: string): string => shownText(text, 100);

/** Returns a job with the name of its group, or a phrase in the chosen language when each row names its own. */
const withGroup = (job: KeptJob) => ({
  ...job,
  group: job.group === null ? words.groups.ofRows : (job.group ?? ''),
});

/** Plans, runs and keeps changes of many users. */
export class JobDesk {
  readonly #needs: JobNeeds;
  readonly #plans: JobPlans;
  readonly #running = new Map<string, Running>();
  readonly #toTell = new Map<string, () => void>();

  constructor(needs: JobNeeds) {
    this.#needs = needs;
    this.#plans = new JobPlans(needs);
  }

  /** Returns whether a job is changing users now. */
  get works(): boolean {
    return this.#running.size > 0;
  }

  /** Called when the vault has opened. Pauses the jobs that ran when Keyturn ended, and removes unfinished plans. */
  opened(): void {
    const { store } = this.#needs;
    for (const job of store.list(null)) {
      if (job.state === 'planned' && !job.whole) store.forget(job.id);
      if (job.state === 'running' && !this.#running.has(job.id)) {
        store.set(job, 'paused', { note: words.jobs.endedMeanwhile });
      }
    }
  }

  /** Returns the jobs of an org, newest first. */
  list(orgId: string): UserJob[] {
    return this.#needs.store
      .list(orgId)
      .filter(({ whole }) => whole)
      .slice(0, 100)
      .map((job) => this.#view(job));
  }

  /** Returns the paused jobs of all orgs, newest first. Each waits for a person. */
  resting(): UserJob[] {
    return this.#needs.store
      .list(null)
      .filter(({ state }) => state === 'paused')
      .map((job) => this.#view(job));
  }

  /** Asks for a CSV file. Returns null when the person cancelled. */
  chooseFile(): Promise<HeldFile | null> {
    return this.#needs.files.choose();
  }

  /** Returns the attributes of an org's profiles and their likely columns in a file. Throws Failed. */
  profileForm(orgId: string, tokenId: string, fileId: string): Promise<ProfileForm> {
    return this.#plans.profileForm(orgId, tokenId, fileId);
  }

  /** Returns groups of an org whose names begin with a text. Throws Failed. */
  findGroups(orgId: string, tokenId: string, begins: string): Promise<FoundGroup[]> {
    return this.#needs.reading.run(orgId, tokenId, (_read, org) => groupsNamed(org, begins));
  }

  /** Reads the users of a job and keeps the planned change of each. Changes nothing in Okta. Throws Failed, and then keeps no plan. */
  async plan(wanted: WantedJob): Promise<UserJob> {
    return this.#view(await this.#plans.plan(wanted));
  }

  /** Returns the rows of a job after `after`. Throws Failed `not-found`. */
  rows(jobId: string, state: RowState | null, after: number, limit: number): JobRow[] {
    const { store } = this.#needs;
    const job = store.get(jobId);
    return store.rows(jobId, state, after, limit).map((row) => rowView(job, row));
  }

  /**
   * Starts a planned job. `typed` is the number of users, for a job that takes access away. The person confirms in a system dialog, which
   * no script in the window can answer. Throws Failed, and `cancelled` when the person refuses.
   */
  async start(jobId: string, typed: string): Promise<UserJob> {
    const { store, dialogs, clock, note } = this.#needs;
    const job = this.#planned(jobId);
    const { waiting } = store.counts(jobId);
    if (waiting === 0) throw new Failed('bad-request', words.jobs.nothingToDo, words.jobs.otherUsers);
    if (actions[job.action].takesAccess && typed.trim() !== String(waiting)) {
      throw new Failed('bad-request', words.jobs.wrongCount(String(waiting)), words.jobs.typeCount);
    }
    this.#mayRun(job);
    const { orgHost } = askerOf(this.#needs, job.orgId, job.tokenId);
    const named = store
      .rows(jobId, 'waiting', 0, namedInDialog)
      .map(({ facts }) => [facts.login, ...(job.group === null ? [facts.group?.name ?? ''] : [])])
      .map((parts) => parts.map(inOneLine).join(': '));
    const asked = withGroup(job);
    const { question, detail, yes } = words.approval(asked, {
      count: waiting,
      host: orgHost,
      named,
      group: inOneLine(asked.group),
    });
    if (!(await dialogs.confirm(question, detail, yes))) {
      throw new Failed('cancelled', words.jobs.notStarted);
    }
    // The dialog may have been open for a long time, so the plan is checked again.
    const still = this.#planned(jobId);
    this.#mayRun(still);
    const token = askerOf(this.#needs, still.orgId, still.tokenId);
    const started = store.set(still, 'running', { startedAt: clock.now(), note: '' });
    note('users.job-started', token, words.jobs.started(withGroup(still), waiting));
    return this.#run(started);
  }

  /** Pauses a job after the open calls have ended. Throws Failed `not-found`. */
  async pause(jobId: string): Promise<UserJob> {
    const running = this.#running.get(jobId);
    running?.stop.abort(new Failed('cancelled', words.jobs.paused));
    await running?.ended;
    return this.#view(this.#needs.store.get(jobId));
  }

  /** Continues a paused job. Throws Failed. */
  goOn(jobId: string): UserJob {
    const { store } = this.#needs;
    const job = store.get(jobId);
    if (job.state !== 'paused' || job.startedAt === null) {
      throw new Failed('bad-request', words.jobs.notPaused, words.jobs.lookAgain);
    }
    this.#mayRun(job);
    askerOf(this.#needs, job.orgId, job.tokenId);
    return this.#run(store.set(job, 'running', { note: '' }));
  }

  /** Ends a job. Finished changes stay. Throws Failed `not-found`. */
  async cancel(jobId: string): Promise<UserJob> {
    const { store, clock } = this.#needs;
    const running = this.#running.get(jobId);
    running?.stop.abort(new Failed('cancelled', words.jobs.paused));
    await running?.ended;
    const job = store.get(jobId);
    if (job.state === 'done' || job.state === 'cancelled') return this.#view(job);
    return this.#ended(job, 'cancelled', clock.now());
  }

  /** Saves the result of each row in a file that the person chooses. Returns null when the person cancelled. Throws Failed. */
  async saveResults(jobId: string): Promise<string | null> {
    const { store, dialogs, clock, watch } = this.#needs;
    const { action } = store.get(jobId);
    const day = isoDay(clock.now());
    const path = await dialogs.saveFile(words.jobs.saveResults, `okta-${action}-${day}.csv`);
    if (path !== null) saveResults(store, jobId, path, watch);
    return path;
  }

  /** Forgets a job that does not run. Throws Failed. */
  forget(jobId: string): UserJob[] {
    const { store } = this.#needs;
    const { orgId } = store.get(jobId);
    if (this.#running.has(jobId)) throw new Failed('bad-request', words.jobs.runs, words.jobs.pauseFirst);
    store.forget(jobId);
    return this.list(orgId);
  }

  /** Called when the vault locks or the app ends. Pauses every job, ends its calls at once and wipes its token. Resolves after that. */
  async stopAll(): Promise<void> {
    for (const cancel of this.#toTell.values()) cancel();
    this.#toTell.clear();
    const all = [...this.#running];
    for (const [jobId, { kill, stop }] of all) {
      this.#restQuietly(jobId, words.jobs.locked);
      const reason = new Failed('cancelled', words.jobs.locked);
      stop.abort(reason);
      kill.abort(reason);
    }
    await Promise.all(all.map(([, { ended }]) => ended));
  }

  #planned(jobId: string): KeptJob {
    const job = this.#needs.store.get(jobId);
    if (job.state !== 'planned' || !job.whole) {
      throw new Failed('bad-request', words.jobs.notPlanned, words.jobs.lookAgain);
    }
    return job;
  }

  /** Throws Failed `bad-request` while another job of the org runs. */
  #mayRun({ orgId }: KeptJob): void {
    if ([...this.#running.values()].some((running) => running.orgId === orgId)) {
      throw new Failed('bad-request', words.jobs.anotherRuns, words.jobs.pauseFirst);
    }
  }

  #run(job: KeptJob): UserJob {
    const stop = new AbortController();
    const kill = new AbortController();
    const running = { orgId: job.orgId, stop, kill, waitsUntil: null as number | null };
    const ended = this.#work(job, running)
      .catch((error) => this.#troubled(job, kill.signal, error))
      .finally(() => {
        this.#running.delete(job.id);
        if (!kill.signal.aborted) this.#tell(job.id);
      });
    this.#running.set(job.id, Object.assign(running, { ended }));
    return this.#view(job);
  }

  async #work(job: KeptJob, running: Omit<Running, 'ended'>): Promise<void> {
    const { store, client, clock, secretOf, originOf } = this.#needs;
    const { stop, kill } = running;
    const token = askerOf(this.#needs, job.orgId, job.tokenId);
    using secret = secretOf(token.id);
    const pace = () =>
      new Pace(clock, (until) => {
        running.waitsUntil = until;
        if (until === null) this.#tellSoon(job.id);
        else this.#tell(job.id);
      });
    const end = await runJob({
      ...{ store, client, clock, jobId: job.id, job },
      asking: { origin: originOf(token), secret },
      pace: { change: pace(), read: pace() },
      ...{ signal: kill.signal, stop: stop.signal },
      onRow: () => this.#tellSoon(job.id),
    });
    if (end.done) this.#ended(store.get(job.id), 'done', clock.now());
    else store.set(store.get(job.id), 'paused', { note: end.why });
  }

  /** Handles a run that broke off. When the vault locked, the job is paused already. */
  #troubled(job: KeptJob, killed: AbortSignal, error: unknown): void {
    if (killed.aborted) return;
    const isFailed = error instanceof Failed;
    if (!isFailed) this.#needs.log.note('tasks.trouble', { error: String(error) });
    this.#restQuietly(job.id, isFailed ? error.failure.sentence : words.jobs.trouble);
  }

  #ended(job: KeptJob, state: 'done' | 'cancelled', endedAt: number): UserJob {
    const { store, askers, note } = this.#needs;
    const ended = store.set(job, state, { endedAt, note: '' });
    const counts = store.counts(job.id);
    const token = askers(job.orgId).find(({ id }) => id === job.tokenId);
    if (token !== undefined && job.startedAt !== null) {
      note('users.job-ended', token, words.jobs.ended(withGroup(job), state, counts.done, counts.failed));
    }
    return this.#view(ended);
  }

  /** Pauses a job in the vault. Never throws, because the vault may be locked or damaged. */
  #restQuietly(jobId: string, why: string): void {
    try {
      const { store } = this.#needs;
      store.set(store.get(jobId), 'paused', { note: why });
    } catch (error) {
      this.#needs.log.note('tasks.not-kept', { error: String(error) });
    }
  }

  #tellSoon(jobId: string): void {
    if (this.#toTell.has(jobId)) return;
    const cancel = this.#needs.clock.after(tellEveryMs, () => {
      this.#toTell.delete(jobId);
      this.#tell(jobId);
    });
    this.#toTell.set(jobId, cancel);
  }

  #tell(jobId: string): void {
    const { store, publish, log } = this.#needs;
    try {
      publish('userJobChanged', { job: this.#view(store.get(jobId)) });
    } catch (error) {
      if (!(error instanceof Failed)) throw error;
      log.note('tasks.not-told', { error: String(error) });
    }
  }

  #view(job: KeptJob): UserJob {
    const counts = this.#needs.store.counts(job.id);
    const { undo, takesAccess } = actions[job.action];
    const { whole: _, activates: __, group, ...rest } = withGroup(job);
    return {
      ...rest,
      group: cut(group, 255),
      counts,
      waitsUntil: this.#running.get(job.id)?.waitsUntil ?? null,
      wantsCount: takesAccess,
      undo,
      undoable: undo === null || job.state === 'running' ? 0 : counts.done,
    };
  }
}
