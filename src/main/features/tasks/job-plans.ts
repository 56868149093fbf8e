import { cut } from '../../../shared/clip.ts';
import type { JobAction, JobSource, ProfileForm } from '../../../shared/contract/tasks.ts';
import { Failed } from '../../base/failure.ts';
import { actions, isGroupAction } from './actions.ts';
import { columnFor } from './column-names.ts';
import { planCreation } from './create-plan.ts';
import { GroupBook } from './groups.ts';
import type { HeldFiles } from './held-files.ts';
import type { JobStore, KeptJob } from './job-store.ts';
import { membershipRow } from './membership-plan.ts';
import type { OrgReading } from './org-reading.ts';
import { type Named, PlanWriter, planNamed, planSearch, type RowOf } from './plan.ts';
import { readProfileForm } from './profile-schema.ts';
import { checkSearch } from './reading.ts';
import { statusRow } from './status-plan.ts';
import { type AskingNeeds, askerOf, type ReadPage, type UserReading } from './user-reading.ts';
import { words } from './words.ts';

/** What plans need. */
export interface PlanNeeds extends AskingNeeds {
  readonly reading: UserReading;
  readonly store: JobStore;
  readonly files: HeldFiles;
}

/** What a job is to do, and to whom. */
export interface WantedJob {
  readonly orgId: string;
  readonly tokenId: string;
  readonly action: JobAction;
  readonly source: JobSource;
  /** The group whose members change; absent when each row names its own, and for every other action. */
  readonly groupId?: string | undefined;
}

/** Plans jobs. A plan reads users and groups, and changes nothing in Okta. */
export class JobPlans {
  readonly #needs: PlanNeeds;

  constructor(needs: PlanNeeds) {
    this.#needs = needs;
  }

  /** Returns the attributes of an org's profiles, each with the column of a file that most likely holds it. Throws Failed. */
  async profileForm(orgId: string, tokenId: string, fileId: string): Promise<ProfileForm> {
    const { reading, files } = this.#needs;
    const columns = files.columnsOf(fileId);
    const { attributes, why } = await reading.run(orgId, tokenId, (_read, org) => readProfileForm(org));
    return {
      attributes: attributes.map(({ name, title, required }) => ({
        ...{ name, title, required },
        column: columnFor(columns, { name, title }),
      })),
      why,
    };
  }

  /** Reads the users of a job from Okta and keeps the planned change of each. Throws Failed, and then keeps no plan. */
  async plan(wanted: WantedJob): Promise<KeptJob> {
    const { store, clock, reading } = this.#needs;
    const { orgId, tokenId, action, source } = wanted;
    const token = askerOf(this.#needs, orgId, tokenId);
    this.#check(wanted);
    const about = {
      ...{ action, tokenId, tokenLabel: token.label, source: this.#sourceWords(source), whole: false },
      ...{ startedAt: null, endedAt: null, note: '' },
      ...(source.kind === 'profiles' ? { activates: source.activate } : {}),
    };
    const jobId = store.create(orgId, about, clock.now());
    try {
      const plan = new PlanWriter(store, jobId);
      const ownerId = token.known?.owner?.id ?? null;
      const group = await reading.run(orgId, tokenId, async (read, org) => {
        const groups = new GroupBook(org);
        const named = await this.#groupName(groups, wanted);
        await this.#read(read, org, wanted, this.#rule(wanted, groups, ownerId), plan);
        return named;
      });
      if (plan.rows === 0) throw new Failed('not-found', words.jobs.nobody, words.jobs.otherUsers);
      return store.set(store.get(jobId), 'planned', { whole: true, group });
    } catch (error) {
      this.#forgetQuietly(jobId);
      throw error;
    }
  }

  /** Throws Failed `bad-request` when an action, its source and its group do not belong together. */
  #check({ orgId, action, source, groupId }: WantedJob): void {
    const hasGroup =
      groupId !== undefined ||
      source.kind === 'undo' ||
      (source.kind === 'file' && source.groupColumn !== undefined);
    if (source.kind === 'undo') {
      const before = this.#needs.store.get(source.jobId);
      if (before.orgId !== orgId || actions[before.action].undo !== action) {
        throw new Failed('bad-request', words.jobs.noUndo, words.jobs.lookAgain);
      }
    } else if (action === 'delete') {
      // A job deletes only users whom a job created.
      throw new Failed('bad-request', words.jobs.deleteIsUndo, words.jobs.lookAgain);
    }
    if ((action === 'create') !== (source.kind === 'profiles')) {
      throw new Failed('bad-request', words.jobs.wrongSource, words.jobs.otherUsers);
    }
    if (isGroupAction(action) && !hasGroup) {
      throw new Failed('bad-request', words.groups.noneChosen, words.groups.choose);
    }
  }

  /** Returns the rule for the rows of existing users. */
  #rule({ action, groupId }: WantedJob, groups: GroupBook, ownerId: string | null): RowOf | null {
    if (action === 'create') return null;
    if (isGroupAction(action)) return membershipRow({ action, ownerId, groups, groupId: groupId ?? null });
    return statusRow({ action, ownerId });
  }

  /** Returns the name of the group of all rows, or null when each row names its own. Throws Failed for a group that stays as it is. */
  async #groupName(groups: GroupBook, { action, groupId, source }: WantedJob): Promise<string | null> {
    if (!isGroupAction(action)) return '';
    if (source.kind === 'undo') return this.#needs.store.get(source.jobId).group ?? null;
    if (groupId === undefined) return null;
    const read = await groups.byId(groupId);
    if ('why' in read) throw new Failed('bad-request', read.why, words.groups.chooseAnother);
    return read.group.name;
  }

  async #read(
    read: ReadPage,
    org: OrgReading,
    { source }: WantedJob,
    rule: RowOf | null,
    plan: PlanWriter,
  ): Promise<void> {
    const { files, store } = this.#needs;
    if (source.kind === 'profiles') {
      const { attributes } = await readProfileForm(org);
      return planCreation(read, plan, {
        rows: files.rows(source.fileId),
        mapping: source.mapping,
        attributes,
      });
    }
    if (rule === null) return;
    switch (source.kind) {
      case 'selection':
        return planNamed(
          read,
          source.userIds.map((name) => ({ name })),
          'id',
          rule,
          plan,
        );
      case 'search':
        checkSearch(source.question);
        return planSearch(read, source.question, rule, plan);
      case 'file':
        return planNamed(read, namesIn(files, source), source.holds, rule, plan);
      case 'undo':
        return planNamed(read, doneIn(store, source.jobId), 'id', rule, plan);
    }
  }

  #sourceWords(source: JobSource): string {
    switch (source.kind) {
      case 'selection':
        return words.jobs.ofSelection(source.userIds.length);
      case 'search':
        return cut(words.jobs.ofSearch(source.question), 300);
      case 'file':
      case 'profiles':
        return cut(words.jobs.ofFile(this.#needs.files.nameOf(source.fileId)), 300);
      case 'undo':
        return words.jobs.ofUndo;
    }
  }

  #forgetQuietly(jobId: string): void {
    try {
      this.#needs.store.forget(jobId);
    } catch {
      // The vault locked meanwhile. The next opening removes the plan.
    }
  }
}

/** Reads the users, and the groups if there is a column of them, from a file. */
async function* namesIn(
  files: HeldFiles,
  { fileId, column, groupColumn }: Extract<JobSource, { kind: 'file' }>,
): AsyncGenerator<Named> {
  for await (const cells of files.rows(fileId)) {
    const name = cells[column] ?? '';
    yield groupColumn === undefined ? { name } : { name, group: { name: cells[groupColumn] ?? '' } };
  }
}

/** Returns Okta's ids of the users whom a job has changed, in the order of the rows, each with the group of the row. */
function* doneIn(store: JobStore, jobId: string): Generator<Named> {
  for (let last = 0; ; ) {
    const rows = store.rows(jobId, 'done', last, 200);
    if (rows.length === 0) return;
    for (const { no, facts } of rows) {
      last = no;
      yield facts.group === undefined
        ? { name: facts.userId }
        : { name: facts.userId, group: { id: facts.group.id } };
    }
  }
}
