import { clip } from '../../../shared/clip.ts';
import type {
  HeldFile,
  JobAction,
  JobRow,
  JobSource,
  RowState,
  UserJob,
} from '../../../shared/contract/tasks.ts';
import type { Token } from '../../../shared/contract/tokens.ts';
import { Failed } from '../../base/failure.ts';
import { oneLine } from '../../base/one-line.ts';
import type { Dialogs, Log } from '../../base/ports.ts';
import { actions } from './actions.ts';
import type { HeldFiles } from './held-files.ts';
import { saveResults } from './job-results.ts';
import { runJob } from './job-run.ts';
import type { JobStore, KeptJob } from './job-store.ts';
import { Pace } from './pace.ts';
import { PlanWriter, planNamed, planSearch } from './plan.ts';
import { checkSearch } from './reading.ts';
import { type AskingNeeds, askerOf, type ReadPage, type UserReading } from './user-reading.ts';
import { words } from './words.ts';

/** What jobs need of the app. */
export interface JobNeeds extends AskingNeeds {
  readonly dialogs: Dialogs;
  readonly log: Log;
  readonly reading: UserReading;
  readonly store: JobStore;
  readonly files: HeldFiles;
  /** Notes in the record of activity what was done with a token. */
  readonly note: (action: string, token: Token, sentence: string) => void;
}

/** A job that runs. */
interface Running {
  readonly orgId: string;
  /** Lets the calls that are out end. */
  readonly stop: AbortController;
  /** Ends them at once. */
  readonly kill: AbortController;
  readonly ended: Promise<void>;
  waitsUntil: number | null;
}

/** The window hears of a running job at most this often, in milliseconds. */
const tellEveryMs = 250;
/** Users named in the dialog of the system. */
const namedInDialog = 10;

/** Plans, runs and keeps changes of many users. */
export class JobDesk {
  readonly #needs: JobNeeds;
  readonly #running = new Map<string, Running>();
  readonly #toTell = new Map<string, () => void>();

  constructor(needs: JobNeeds) {
    this.#needs = needs;
  }

  /** The vault has opened: what ran when Keyturn ended rests now, and a plan that was not written to its end goes. */
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

  /** Asks for a CSV file; null when the person cancelled. */
  chooseFile(): Promise<HeldFile | null> {
    return this.#needs.files.choose();
  }

  /** Reads the users of a job and keeps what would be done to each. Nothing is changed in Okta. Throws Failed; no plan is kept then. */
  async plan(orgId: string, tokenId: string, action: JobAction, source: JobSource): Promise<UserJob> {
    const { store, clock, reading } = this.#needs;
    const token = askerOf(this.#needs, orgId, tokenId);
    if (source.kind === 'undo') {
      const before = store.get(source.jobId);
      if (before.orgId !== orgId || actions[before.action].undo !== action) {
        throw new Failed('bad-request', words.jobs.noUndo, words.jobs.lookAgain);
      }
    }
    const about = {
      ...{ action, tokenId, tokenLabel: token.label, source: this.#sourceWords(source), whole: false },
      ...{ startedAt: null, endedAt: null, note: '' },
    };
    const jobId = store.create(orgId, about, clock.now());
    try {
      const plan = new PlanWriter(store, jobId, { action, ownerId: token.known?.owner?.id ?? null });
      await reading.run(orgId, tokenId, (read) => this.#read(read, source, plan));
      if (plan.rows === 0) throw new Failed('not-found', words.jobs.nobody, words.jobs.otherUsers);
      return this.#view(store.set(store.get(jobId), 'planned', { whole: true }));
    } catch (error) {
      this.#forgetQuietly(jobId);
      throw error;
    }
  }

  /** Returns rows of a job behind `after`. Throws Failed `not-found`. */
  rows(jobId: string, state: RowState | null, after: number, limit: number): JobRow[] {
    const { store } = this.#needs;
    const { action } = store.get(jobId);
    return store.rows(jobId, state, after, limit).map(({ no, state: is, facts }) => ({
      ...{ no, state: is, login: facts.login, name: facts.name, before: facts.before },
      after: facts.wanted ? (actions[action].to[0] ?? '') : facts.before,
      ...{ sentence: facts.sentence, at: facts.at },
    }));
  }

  /**
   * Begins a planned job: `typed` is the number of users where it takes access away, and the person says yes in a dialog of the system, which
   * no script in the window can answer. Throws Failed, `cancelled` when the answer was no.
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
    // A login is the org's text: it fills no line but its own.
    const named = store
      .rows(jobId, 'waiting', 0, namedInDialog)
      .map(({ facts }) => clip(oneLine(facts.login), 100));
    const { question, detail, yes } = words.approval(job.action, waiting, orgHost, job.tokenLabel, named);
    if (!(await dialogs.confirm(question, detail, yes))) {
      throw new Failed('cancelled', words.jobs.notStarted);
    }
    // The person may have taken their time: whatever else happened meanwhile counts.
    const still = this.#planned(jobId);
    this.#mayRun(still);
    const token = askerOf(this.#needs, still.orgId, still.tokenId);
    const started = store.set(still, 'running', { startedAt: clock.now(), note: '' });
    note('users.job-started', token, words.jobs.started(still.action, waiting));
    return this.#run(started);
  }

  /** Lets a job rest once the calls that are out have ended. Throws Failed `not-found`. */
  async pause(jobId: string): Promise<UserJob> {
    const running = this.#running.get(jobId);
    running?.stop.abort(new Failed('cancelled', words.jobs.paused));
    await running?.ended;
    return this.#view(this.#needs.store.get(jobId));
  }

  /** Goes on with a job that rests. Throws Failed. */
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

  /** Ends a job. What is done stays done. Throws Failed `not-found`. */
  async cancel(jobId: string): Promise<UserJob> {
    const { store, clock } = this.#needs;
    const running = this.#running.get(jobId);
    running?.stop.abort(new Failed('cancelled', words.jobs.paused));
    await running?.ended;
    const job = store.get(jobId);
    if (job.state === 'done' || job.state === 'cancelled') return this.#view(job);
    return this.#ended(job, 'cancelled', clock.now());
  }

  /** Saves what came of each row where the person chooses; null when they cancelled. Throws Failed. */
  async saveResults(jobId: string): Promise<string | null> {
    const { store, dialogs, clock } = this.#needs;
    const { action } = store.get(jobId);
    const day = new Date(clock.now()).toISOString().slice(0, 10);
    const path = await dialogs.saveFile(words.jobs.saveResults, `okta-${action}-${day}.csv`);
    if (path !== null) saveResults(store, jobId, path);
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

  /** The vault locks or the app ends: every job rests, its calls end at once, and its token is wiped. Resolves then. */
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

  async #read(read: ReadPage, source: JobSource, plan: PlanWriter): Promise<void> {
    const { files, store } = this.#needs;
    switch (source.kind) {
      case 'selection':
        return planNamed(read, source.userIds, 'id', plan);
      case 'search':
        checkSearch(source.question);
        return planSearch(read, source.question, plan);
      case 'file':
        return planNamed(read, files.column(source.fileId, source.column), source.holds, plan);
      case 'undo':
        return planNamed(read, doneIn(store, source.jobId), 'id', plan);
    }
  }

  #sourceWords(source: JobSource): string {
    switch (source.kind) {
      case 'selection':
        return words.jobs.ofSelection(source.userIds.length);
      case 'search':
        return words.jobs.ofSearch(source.question).slice(0, 300);
      case 'file':
        return words.jobs.ofFile(this.#needs.files.nameOf(source.fileId)).slice(0, 300);
      case 'undo':
        return words.jobs.ofUndo;
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
      ...{ store, client, clock, jobId: job.id, action: job.action },
      asking: { origin: originOf(token), secret },
      pace: { change: pace(), read: pace() },
      ...{ signal: kill.signal, stop: stop.signal },
      onRow: () => this.#tellSoon(job.id),
    });
    if (end.done) this.#ended(store.get(job.id), 'done', clock.now());
    else store.set(store.get(job.id), 'paused', { note: end.why });
  }

  /** A run broke off. Where the vault locked, the job rests already. */
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
      note('users.job-ended', token, words.jobs.ended(job.action, state, counts.done, counts.failed));
    }
    return this.#view(ended);
  }

  /** Lets a job rest in the vault; never throws, since the vault may be shut or damaged. */
  #restQuietly(jobId: string, why: string): void {
    try {
      const { store } = this.#needs;
      store.set(store.get(jobId), 'paused', { note: why });
    } catch (error) {
      this.#needs.log.note('tasks.not-kept', { error: String(error) });
    }
  }

  #forgetQuietly(jobId: string): void {
    try {
      this.#needs.store.forget(jobId);
    } catch {
      // The vault locked meanwhile: the next opening forgets it.
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
    const { whole: _, ...rest } = job;
    return {
      ...rest,
      counts,
      waitsUntil: this.#running.get(job.id)?.waitsUntil ?? null,
      wantsCount: takesAccess,
      undo,
      undoable: undo === null || job.state === 'running' ? 0 : counts.done,
    };
  }
}

/** Okta's ids of the users whom a job has changed, in the order of its rows. */
function* doneIn(store: JobStore, jobId: string): Generator<string> {
  for (let last = 0; ; ) {
    const rows = store.rows(jobId, 'done', last, 200);
    if (rows.length === 0) return;
    for (const { no, facts } of rows) {
      last = no;
      yield facts.userId;
    }
  }
}
