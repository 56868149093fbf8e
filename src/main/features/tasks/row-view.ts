import { cut } from '../../../shared/clip.ts';
import type { JobRow } from '../../../shared/contract/tasks.ts';
import { isGroupAction, lifecycles } from './actions.ts';
import type { KeptJob, KeptRow } from './job-store.ts';
import { words } from './words.ts';

/** Returns what the user of a row becomes, or stays. */
function afterOf({ action, activates }: KeptJob, { facts }: KeptRow): string {
  if (!facts.wanted) return facts.before;
  if (action === 'create') return activates === true ? 'PROVISIONED' : 'STAGED';
  if (action === 'delete') return words.rowView.deleted;
  if (isGroupAction(action)) return words.membership.of(action === 'add-to-group');
  return lifecycles[action].to[0] ?? '';
}

/** Returns a row for the window. */
export function rowView(job: KeptJob, row: KeptRow): JobRow {
  const { no, state, facts } = row;
  return {
    ...{ no, state, login: facts.login, name: facts.name, group: cut(facts.group?.name ?? '', 255) },
    ...{ before: facts.before, after: afterOf(job, row), sentence: facts.sentence, at: facts.at },
  };
}
