import { clip } from '../../../shared/clip.ts';
import type {
  AccessFinding,
  AccessPurpose,
  Judgement,
  LogUse,
  Need,
  Xray,
} from '../../../shared/contract/access.ts';
import { sentences } from '../../../shared/listed.ts';
import { dayMs } from '../../../shared/time-words.ts';
import { families, familyOf, type Purpose, purposes, sources } from './mapping.ts';
import { manageReach, readReach } from './reach.ts';
import { scopesFor, suggestionFor } from './suggestion.ts';
import { words } from './words.ts';

/** What a job needs, and the sentences that say how Keyturn knows (`basis`). `judgesReads` is false when nothing is known about reads. */
interface Needs {
  readonly needs: readonly Need[];
  readonly basis: string;
  readonly judgesReads: boolean;
  readonly job: string;
}

/** The family of the owner's own roles. Every admin may read their own roles, so such a read never goes beyond a job. */
const ownRoles = 'roles';

/**
 * Returns the judgement of an X-ray for a purpose: what the token reaches beyond the purpose, what it lacks, what is unknown, and the
 * smallest role that covers the purpose. Returns null for the purpose `from-log` before Keyturn has read the log. Pure.
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
      notKnown.push(clip(words.judgement.notKnown(label, read.ground), 300));
  }
  const grounds = families.map(({ id }) => manageReach(xray, id)).filter(({ is }) => is === 'unknown');
  notKnown.push(...new Set(grounds.map(({ ground }) => clip(ground.trim(), 300))));
  // What a rate limit hid can be read a moment later. Until then this is no last word about the job.
  const limited = xray.probes.some(({ reason }) => reason === 'rate-limited');
  const verdict = beyond.some(({ access }) => access === 'manage')
    ? 'changes-more'
    : missing.length > 0
      ? limited
        ? 'unknown'
        : 'less'
      : beyond.length > 0
        ? 'reads-more'
        : notKnown.length > 0
          ? 'unknown'
          : 'fits';
  const suggestion = suggestionFor(judgesReads ? needs : readAsWell(needs));
  const { limitHid, partlySeen } = words.judgement;
  const unseen = limited ? [limitHid] : notKnown.length > 0 ? [partlySeen] : [];
  return {
    verdict,
    sentence: clip(sentenceOf(verdict, xray, job, needs, beyond, missing, suggestion.roles, unseen), 500),
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

/**
 * Returns what a credential needs for a job: the scopes and the smallest roles. Returns null for the purpose `from-log`, because only a
 * token has a log. Pure.
 */
export function jobFor(purpose: AccessPurpose): {
  readonly needs: readonly Need[];
  readonly basis: string;
  readonly scopes: string[];
  readonly roles: string[];
  readonly permissions: string[];
} | null {
  const known = needsOf(purpose, null);
  if (known === null) return null;
  const { needs, basis } = known;
  const { roles, permissions } = suggestionFor(needs);
  return { needs, basis, scopes: scopesFor(needs), roles, permissions };
}

/** Returns the scopes of a purpose, whatever an X-ray says. Pure. */
export const scopesOf = (purpose: AccessPurpose, logUse: LogUse | null): readonly string[] =>
  scopesFor(needsOf(purpose, logUse)?.needs ?? []);

function needsOf(purpose: AccessPurpose, logUse: LogUse | null): Needs | null {
  const known = purposes.find(({ kind }) => kind === purpose.kind) as Purpose;
  const { job, label } = known;
  if (purpose.kind === 'custom') {
    return { needs: purpose.needs, basis: words.judgement.saidByYou, judgesReads: true, job };
  }
  if (purpose.kind !== 'from-log') {
    return { needs: known.needs, basis: words.judgement.basisOf(label, known.words), judgesReads: true, job };
  }
  if (logUse === null) return null;
  const days = Math.round((logUse.readAt - logUse.from) / dayMs);
  const changed = logUse.changed.map(({ family }) => ({ family, access: 'manage' as const }));
  const counted = logUse.changed.map(({ family, events }) =>
    words.judgement.changed(familyOf(family).label, events),
  );
  return {
    needs: changed,
    basis: words.judgement.fromLog(counted, days, logUse.complete),
    judgesReads: false,
    job,
  };
}

/** Adds the common reads to needs that come from the System Log, which shows changes only. */
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
  unseen: readonly string[],
): string {
  const labels = (found: readonly AccessFinding[], access: 'read' | 'manage') =>
    found.filter((one) => one.access === access).map(({ label }) => label);
  const lacking = missing.map(({ label, access }) => words.suggestion.access(label, access));
  const ofSuperAdmin = xray.roles?.some(({ type }) => type === 'SUPER_ADMIN') ?? false;
  switch (verdict) {
    case 'changes-more': {
      const only = needs.every(({ access }) => access === 'read');
      return sentences([
        words.judgement.canChange(ofSuperAdmin, labels(beyond, 'manage')),
        only && roles.length > 0 ? words.judgement.needsNoChange(job, roles) : words.judgement.notNeeded(job),
        ...(lacking.length === 0 ? [] : [words.judgement.lacks(lacking)]),
        ...unseen,
      ]);
    }
    case 'reads-more':
      return sentences([words.judgement.readsMore(job, labels(beyond, 'read')), ...unseen]);
    case 'less':
      return sentences([words.judgement.lacksFor(job, lacking), ...unseen]);
    case 'unknown':
      return lacking.length === 0
        ? words.judgement.notAllSeen(job)
        : sentences([words.judgement.lacksFor(job, lacking), ...unseen]);
    default:
      return words.judgement.fits(job);
  }
}
