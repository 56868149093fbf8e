import type { Cause } from '../../../shared/contract/diagnosis.ts';
import { lifeMs } from '../../../shared/health.ts';
import { series } from '../../../shared/listed.ts';
import { isUnknown } from './clues.ts';
import type { Findings } from './findings.ts';
import { remedies } from './remedies.ts';
import { day, moment } from './times.ts';
import { words } from './words.ts';

/** What corrects each status of an owner (Okta, user statuses). */
const putsRight: Readonly<Record<string, string>> = {
  DEPROVISIONED: words.tokens.reactivateOrReplace,
  SUSPENDED: words.tokens.unsuspendAccount,
  LOCKED_OUT: words.tokens.unlockAccount,
  PASSWORD_EXPIRED: words.tokens.renewPassword,
  RECOVERY: words.tokens.finishRecovery,
  STAGED: words.tokens.activateAccount,
  PROVISIONED: words.tokens.activateAccount,
};

/**
 * Returns the causes of a token that Okta does not accept. Okta gives the same answer for a revoked, expired or miscopied token, for an
 * inactive owner, and for another org's token.
 */
export function notAcceptedCauses(findings: Findings): Cause[] {
  const notOne = findings.outcome.errorCode === 'E0000004' || findings.outcome.errorCode === 'E0000005';
  const all = [
    revoked(findings),
    expired(findings),
    owner(findings),
    miscopied(findings),
    otherOrg(findings),
  ];
  // Okta did not even recognise it as a token, so the value is the first suspect.
  return notOne ? [miscopied(findings), ...all.filter(({ id }) => id !== 'miscopied')] : all;
}

/** Returns the remedy for a token that is gone or may be gone. */
const gone = (verdict: Cause['verdict'], kind: 'revoked' | 'expired') =>
  remedies.tokensPage(verdict === 'confirmed' ? words.tokens.newToken(kind) : words.tokens.lookInConsole);

function revoked(findings: Findings): Cause {
  const judged = judgeRevoked(findings);
  return { ...judged, id: 'revoked', title: words.tokens.revoked, remedy: gone(judged.verdict, 'revoked') };
}

function judgeRevoked({ clues, past, now }: Findings): Pick<Cause, 'verdict' | 'grounds'> {
  const { listed, log } = clues;
  if (log !== undefined && !isUnknown(log) && log.revoked !== null) {
    const { at, actor } = log.revoked;
    return {
      verdict: 'confirmed',
      grounds: words.tokens.revokedOn(moment(at), actor, log.by),
    };
  }
  if (listed !== undefined && !isUnknown(listed)) {
    if (listed.found) return { verdict: 'ruled-out', grounds: stillListed(listed.by) };
    const early = past.expiresAt !== null && past.expiresAt > now;
    return {
      verdict: early ? 'confirmed' : 'cannot-tell',
      grounds: early
        ? words.tokens.unlistedBeforeExpiry(day(past.expiresAt ?? now), listed.by)
        : words.tokens.unlisted(listed.by),
    };
  }
  return { verdict: 'cannot-tell', grounds: unread(listed ?? log) };
}

function expired(findings: Findings): Cause {
  const judged = judgeExpired(findings);
  return {
    ...judged,
    id: 'expired',
    title: words.tokens.expired,
    remedy: gone(judged.verdict, 'expired'),
  };
}

function judgeExpired({ clues, past, now }: Findings): Pick<Cause, 'verdict' | 'grounds'> {
  const { listed, log } = clues;
  const wasRevoked = log !== undefined && !isUnknown(log) && log.revoked !== null;
  if (wasRevoked) return { verdict: 'ruled-out', grounds: words.tokens.revokedFirst };
  if (listed !== undefined && !isUnknown(listed) && listed.found) {
    return { verdict: 'ruled-out', grounds: stillListed(listed.by) };
  }
  if (past.acceptedAt !== null && now - past.acceptedAt < lifeMs) {
    return {
      verdict: 'ruled-out',
      grounds: words.tokens.acceptedLately(moment(past.acceptedAt)),
    };
  }
  const due = past.expiresAt !== null && past.expiresAt < now ? past.expiresAt : null;
  if (due !== null && listed !== undefined && !isUnknown(listed)) {
    return {
      verdict: 'confirmed',
      grounds: words.tokens.dueToExpire(day(due)),
    };
  }
  return {
    verdict: 'cannot-tell',
    grounds: due === null ? words.tokens.lastUseNotKnown : words.tokens.noUseSeen(day(due - lifeMs)),
  };
}

const stillListed = (by: string): string => words.tokens.stillListed(by);

function owner({ clues, past }: Findings): Cause {
  const known = clues.owner;
  const open = remedies.ownerPage;
  const cause = { id: 'owner', title: words.tokens.ownerNotActive };
  if (known === undefined || isUnknown(known)) {
    return {
      ...cause,
      verdict: 'cannot-tell',
      grounds: unread(known),
      remedy:
        past.owner === null
          ? remedies.tokensPage(words.tokens.findInConsole)
          : open(words.tokens.lookAtAccount),
    };
  }
  if (known.status === 'ACTIVE') {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: words.tokens.accountActive(known.login, known.by),
      remedy: open(words.tokens.lookAtAccount),
    };
  }
  return {
    ...cause,
    verdict: 'confirmed',
    grounds: words.tokens.accountStatus(known.login, known.status),
    remedy: open(putsRight[known.status] ?? words.tokens.makeActive),
  };
}

function miscopied({ clues, past }: Findings): Cause {
  const cause = {
    id: 'miscopied',
    title: words.tokens.valueMiscopied,
    remedy: remedies.paste(words.tokens.copyAgain),
  };
  if (past.acceptedAt !== null) {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: words.tokens.acceptedValue(moment(past.acceptedAt)),
    };
  }
  const { shape } = clues;
  if (shape === undefined || shape.kind === 'token') {
    return {
      ...cause,
      verdict: 'cannot-tell',
      grounds: words.tokens.shapedRight,
    };
  }
  const grounds = {
    'cut-off': words.tokens.tooShort(shape.length),
    'too-long': words.tokens.tooLong(shape.length),
    other: words.tokens.notShaped,
  }[shape.kind];
  return { ...cause, verdict: 'confirmed', grounds };
}

function otherOrg({ clues, past, host }: Findings): Cause {
  const cause = {
    id: 'other-org',
    title: words.tokens.anotherOrg,
    remedy: remedies.changeOrg(words.tokens.enterOrgUrl),
  };
  const { org } = clues;
  if (org?.kind === 'another') {
    return {
      ...cause,
      verdict: 'confirmed',
      grounds: words.tokens.hostMoved(host),
    };
  }
  if (past.acceptedAt !== null) {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: words.tokens.acceptedOn(host, moment(past.acceptedAt)),
    };
  }
  if (clues.listed !== undefined && !isUnknown(clues.listed) && clues.listed.found) {
    return { ...cause, verdict: 'ruled-out', grounds: words.tokens.inListOf(host) };
  }
  return { ...cause, verdict: 'cannot-tell', grounds: words.tokens.orgNotNamed };
}

/**
 * Returns the causes of a 403: a role that does not allow the call, an address outside the token's zones, or a feature that the org does
 * not have.
 */
export function permissionCauses(findings: Findings): Cause[] {
  const { outcome } = findings;
  const pair = [zone(findings), role(findings)];
  const causes = outcome.kind === 'zone-blocked' ? pair : pair.toReversed();
  if (outcome.errorCode === 'E0000015') return [feature(findings), ...causes];
  if (outcome.status === 404) return [missing(findings), ...causes];
  return causes;
}

function feature({ host }: Findings): Cause {
  return {
    id: 'feature',
    title: words.tokens.noFeature,
    verdict: 'confirmed',
    grounds: words.tokens.featureMissing(host),
    remedy: remedies.report(words.tokens.askSubscription),
  };
}

function missing({ outcome }: Findings): Cause {
  return {
    id: 'missing',
    title: words.tokens.missing,
    verdict: 'confirmed',
    grounds: words.tokens.notFound(outcome.errorCode),
    remedy: remedies.report(words.tokens.giveReport),
  };
}

function role({ clues }: Findings): Cause {
  const { roles } = clues;
  const cause = {
    id: 'role',
    title: words.tokens.rolesDoNotAllow,
    remedy: remedies.ownerPage(words.tokens.giveSmallestRole),
  };
  if (roles === undefined || isUnknown(roles)) {
    return { ...cause, verdict: 'cannot-tell', grounds: unread(roles) };
  }
  if (roles.labels.length === 0) {
    return {
      ...cause,
      verdict: 'confirmed',
      grounds: words.tokens.noRole(roles.by),
    };
  }
  if (roles.types.includes('SUPER_ADMIN')) {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: words.tokens.superAdmin(roles.by),
    };
  }
  return {
    ...cause,
    verdict: 'cannot-tell',
    grounds: words.tokens.hasRoles(series(roles.labels)),
  };
}

function zone({ clues, past }: Findings): Cause {
  const { zones, log, listed } = clues;
  const network = listed !== undefined && !isUnknown(listed) ? listed.network : past.network;
  const cause = {
    id: 'zone',
    title: words.tokens.outsideZones,
    remedy: remedies.tokensPage(words.tokens.connectFromAllowed),
  };
  if (zones !== undefined && !isUnknown(zones) && zones.fit === 'anywhere') {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: words.tokens.anyAddress(zones.by),
    };
  }
  if (log !== undefined && !isUnknown(log) && log.outside !== null) {
    const { at, address } = log.outside;
    const inside = zones !== undefined && !isUnknown(zones) && zones.fit === 'inside';
    return {
      ...cause,
      verdict: inside ? 'cannot-tell' : 'confirmed',
      grounds: words.tokens.outside(moment(at), address, inside),
      ...(inside ? { remedy: remedies.testAgain(words.tokens.inZonesNow) } : {}),
    };
  }
  if (network?.connection === 'ANYWHERE') {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: words.tokens.anyAddressAtTest,
    };
  }
  const restricted = network === null ? '' : words.tokens.restricted;
  return {
    ...cause,
    verdict: 'cannot-tell',
    grounds: `${restricted}${unread(log ?? zones)}`,
  };
}

/** Returns the causes when Okta accepts the token but its owner's account is not active. */
export function ownerInactiveCauses(findings: Findings): Cause[] {
  const { clues, past, outcome } = findings;
  const status =
    clues.owner !== undefined && !isUnknown(clues.owner)
      ? clues.owner.status
      : (clues.again?.status ?? past.owner?.status);
  const active = clues.again?.kind === 'accepted';
  return [
    {
      id: 'active-again',
      title: words.tokens.accountActiveAgain,
      verdict: active ? 'confirmed' : clues.again === undefined ? 'cannot-tell' : 'ruled-out',
      grounds: active ? words.tokens.activeNow : words.tokens.stillNotActive,
      remedy: remedies.testAgain(words.tokens.testAgain),
    },
    {
      id: 'owner',
      title: words.tokens.ownerNotActive,
      verdict: active ? 'ruled-out' : 'confirmed',
      grounds: active ? words.tokens.wasInactive : outcome.sentence,
      remedy: remedies.ownerPage(putsRight[status ?? ''] ?? words.tokens.makeActiveOrReplace),
    },
  ];
}

/** Returns why something is not known, as a sentence. */
const unread = (clue: object | undefined): string =>
  clue !== undefined && isUnknown(clue) ? words.tokens.notKnown(clue.why) : words.tokens.notLookedAt;
