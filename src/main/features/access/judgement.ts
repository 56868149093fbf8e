import { clip } from '../../../shared/clip.ts';
import type {
  AccessFinding,
  AccessPurpose,
  Judgement,
  LogUse,
  Need,
  Xray,
} from '../../../shared/contract/access.ts';
import { dayMs } from '../../../shared/time-words.ts';
import { families, familyOf, type Purpose, purposes, sources } from './mapping.ts';
import { manageReach, readReach } from './reach.ts';
import { list, scopesFor, suggestionFor } from './suggestion.ts';

/** What is needed, and whence that is known. `judgesReads` is false where nothing can be said of reads. */
interface Needs {
  readonly needs: readonly Need[];
  readonly basis: string;
  readonly judgesReads: boolean;
  readonly job: string;
}

/** Asked of the owner alone, and every admin may know their own: reading these goes beyond no job. */
const ownRoles = 'roles';

/**
 * What an X-ray comes to for a purpose: what the token reaches beyond it, what it lacks, what is not known, and the least that would do.
 * Null where there is nothing to judge by: "what the System Log shows" before the log was read. Pure.
 */
export function judge(xray: Xray, purpose: AccessPurpose, logUse: LogUse | null): Judgement | null {
  const known = needsOf(purpose, logUse);
  if (known === null) return null;
  const { needs, basis, judgesReads, job } = known;
  const wants = (family: string) => needs.find((need) => need.family === family)?.access ?? null;
  const beyond: AccessFinding[] = [];
  const missing: AccessFinding[] = [];
  const notKnown: string[] = [];
  for (const { id, label } of families) {
    const wanted = wants(id);
    const read = readReach(xray, id);
    const manage = manageReach(xray, id);
    if (wanted !== 'manage' && manage.is === 'yes') {
      beyond.push({ family: id, access: 'manage', label, ground: clip(manage.ground, 300) });
    } else if (wanted === null && judgesReads && read.is === 'yes' && id !== ownRoles) {
      beyond.push({ family: id, access: 'read', label, ground: clip(read.ground, 300) });
    }
    if (wanted !== null && read.is === 'no') {
      missing.push({ family: id, access: 'read', label, ground: clip(read.ground, 300) });
    } else if (wanted === 'manage' && manage.is === 'no') {
      missing.push({ family: id, access: 'manage', label, ground: clip(manage.ground, 300) });
    }
    if (read.is === 'unknown' && (judgesReads || wanted !== null))
      notKnown.push(`${label}: ${read.ground}`.slice(0, 300));
  }
  const grounds = families.map(({ id }) => manageReach(xray, id)).filter(({ is }) => is === 'unknown');
  notKnown.push(...new Set(grounds.map(({ ground }) => clip(ground.trim(), 300))));
  const verdict = beyond.some(({ access }) => access === 'manage')
    ? 'changes-more'
    : missing.length > 0
      ? 'less'
      : beyond.length > 0
        ? 'reads-more'
        : notKnown.length > 0
          ? 'unknown'
          : 'fits';
  const suggestion = suggestionFor(judgesReads ? needs : readAsWell(needs));
  return {
    verdict,
    sentence: clip(
      sentenceOf(verdict, xray, job, needs, beyond, missing, suggestion.roles, notKnown.length > 0),
      500,
    ),
    basis,
    needs: [...needs],
    beyond,
    missing,
    notKnown,
    suggestion,
    scopes: scopesFor(needs),
    sources: Object.values(sources),
  };
}

function needsOf(purpose: AccessPurpose, logUse: LogUse | null): Needs | null {
  const known = purposes.find(({ kind }) => kind === purpose.kind) as Purpose;
  const { job, label } = known;
  if (purpose.kind === 'custom') {
    return { needs: purpose.needs, basis: 'You said what it needs.', judgesReads: true, job };
  }
  if (purpose.kind !== 'from-log') {
    return { needs: known.needs, basis: `${label}: ${known.words}`, judgesReads: true, job };
  }
  if (logUse === null) return null;
  const days = Math.round((logUse.readAt - logUse.from) / dayMs);
  const changed = logUse.changed.map(({ family }) => ({ family, access: 'manage' as const }));
  const what =
    logUse.changed.length === 0
      ? `changed nothing of these in ${days} days`
      : `changed ${list(logUse.changed.map(({ family, events }) => `${familyOf(family).label} (${events})`))} in ${days} days`;
  return {
    needs: changed,
    basis: `The System Log shows that it ${what}${logUse.complete ? '' : ', as far as its newest events tell'}. Reads leave no event there, so they are not judged.`,
    judgesReads: false,
    job,
  };
}

/** A token of which only changes are known may read anything for all the log tells; a suggestion leaves it the common reads. */
function readAsWell(needs: readonly Need[]): Need[] {
  const reads = (['users', 'groups', 'apps', 'logs'] as const).filter(
    (family) => !needs.some((need) => need.family === family),
  );
  return [...needs, ...reads.map((family) => ({ family, access: 'read' as const }))];
}

function sentenceOf(
  verdict: Judgement['verdict'],
  xray: Xray,
  job: string,
  needs: readonly Need[],
  beyond: readonly AccessFinding[],
  missing: readonly AccessFinding[],
  roles: readonly string[],
  partly: boolean,
): string {
  const unseen = partly ? ' Not everything could be seen.' : '';
  const labels = (found: readonly AccessFinding[], access: 'read' | 'manage') =>
    list(found.filter((one) => one.access === access).map(({ label }) => label));
  const lacks =
    missing.length === 0
      ? ''
      : ` It lacks ${list(missing.map(({ label, access }) => `${label} (${access === 'read' ? 'read' : 'change'})`))}.`;
  const owner = xray.roles?.some(({ type }) => type === 'SUPER_ADMIN')
    ? "This is a super admin's token"
    : 'This token';
  switch (verdict) {
    case 'changes-more': {
      const only = needs.every(({ access }) => access === 'read');
      const could =
        only && roles.length > 0
          ? ` For ${job} it need change nothing: the token of ${withArticle(list(roles))} would do.`
          : ` ${capital(job)} does not need that.`;
      return `${owner}: it can change ${labels(beyond, 'manage')}.${could}${lacks}${unseen}`;
    }
    case 'reads-more':
      return `For ${job} it need not read ${labels(beyond, 'read')}. It changes nothing beyond that job.${unseen}`;
    case 'less':
      return `For ${job}: ${lacks.trim().replace(/^It/, 'it')}${unseen}`;
    case 'unknown':
      return `Nothing beyond ${job} was found, but not everything could be seen.`;
    default:
      return `It reaches what ${job} needs, and nothing else that was looked at.`;
  }
}

const capital = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
const withArticle = (text: string): string => `${/^[AEIO]/.test(text) ? 'an' : 'a'} ${text}`;
