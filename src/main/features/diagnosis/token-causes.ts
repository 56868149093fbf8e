import type { Cause } from '../../../shared/contract/diagnosis.ts';
import { lifeMs } from '../../../shared/health.ts';
import { isUnknown } from './clues.ts';
import type { Findings } from './findings.ts';
import { remedies } from './remedies.ts';
import { capital, day, moment } from './words.ts';

/** As a person in Okta is called by each status (Okta, user statuses), and what puts it right. */
const putsRight: Readonly<Record<string, string>> = {
  DEPROVISIONED: 'Activate the account again, or replace the token by one of an active service account.',
  SUSPENDED: 'Unsuspend the account; the token works again then.',
  LOCKED_OUT: 'Unlock the account.',
  PASSWORD_EXPIRED: 'Have the password of the account renewed.',
  RECOVERY: 'Let the account finish its password recovery.',
  STAGED: 'Activate the account.',
  PROVISIONED: 'Activate the account.',
};

/** Okta answers alike for a token that was revoked, that expired, that was miscopied, whose owner is inactive, or that is another org's. */
export function notAcceptedCauses(findings: Findings): Cause[] {
  const notOne = findings.outcome.errorCode === 'E0000004' || findings.outcome.errorCode === 'E0000005';
  const all = [
    revoked(findings),
    expired(findings),
    owner(findings),
    miscopied(findings),
    otherOrg(findings),
  ];
  // Okta did not even take it for a token: then the value is the first suspect.
  return notOne ? [miscopied(findings), ...all.filter(({ id }) => id !== 'miscopied')] : all;
}

/** What to do about a token that is gone, or may be. */
const gone = (verdict: Cause['verdict'], kind: 'revoked' | 'expired') =>
  remedies.tokensPage(
    verdict === 'confirmed'
      ? `Make a new token in the Admin Console; ${kind === 'revoked' ? 'a revoked' : 'an expired'} one never works again.`
      : 'Look under Security, API, Tokens in the Admin Console. If the token is not listed, it was revoked or has expired, and you need a new one; if it is, its value was miscopied or its owner is not active.',
  );

function revoked(findings: Findings): Cause {
  const judged = judgeRevoked(findings);
  return { ...judged, id: 'revoked', title: 'It was revoked', remedy: gone(judged.verdict, 'revoked') };
}

function judgeRevoked({ clues, past, now }: Findings): Pick<Cause, 'verdict' | 'grounds'> {
  const { listed, log } = clues;
  if (log !== undefined && !isUnknown(log) && log.revoked !== null) {
    const { at, actor } = log.revoked;
    const by = actor === '' ? '' : ` by ${actor}`;
    return {
      verdict: 'confirmed',
      grounds: `The System Log says it was revoked on ${moment(at)}${by}; read with "${log.by}".`,
    };
  }
  if (listed !== undefined && !isUnknown(listed)) {
    if (listed.found) return { verdict: 'ruled-out', grounds: stillListed(listed.by) };
    const early = past.expiresAt !== null && past.expiresAt > now;
    return {
      verdict: early ? 'confirmed' : 'cannot-tell',
      grounds: early
        ? `The org's list of API tokens does not hold it any more, and it was not due to expire before ${day(past.expiresAt ?? now)}; read with "${listed.by}".`
        : `The org's list of API tokens does not hold it any more, so it was revoked or has expired; read with "${listed.by}".`,
    };
  }
  return { verdict: 'cannot-tell', grounds: unread(listed ?? log) };
}

function expired(findings: Findings): Cause {
  const judged = judgeExpired(findings);
  return {
    ...judged,
    id: 'expired',
    title: 'It expired: 30 days passed without use',
    remedy: gone(judged.verdict, 'expired'),
  };
}

function judgeExpired({ clues, past, now }: Findings): Pick<Cause, 'verdict' | 'grounds'> {
  const { listed, log } = clues;
  const wasRevoked = log !== undefined && !isUnknown(log) && log.revoked !== null;
  if (wasRevoked) return { verdict: 'ruled-out', grounds: 'It was revoked before it could expire.' };
  if (listed !== undefined && !isUnknown(listed) && listed.found) {
    return { verdict: 'ruled-out', grounds: stillListed(listed.by) };
  }
  if (past.acceptedAt !== null && now - past.acceptedAt < lifeMs) {
    return {
      verdict: 'ruled-out',
      grounds: `Okta accepted it on ${moment(past.acceptedAt)}, and each use gives it 30 more days.`,
    };
  }
  const due = past.expiresAt !== null && past.expiresAt < now ? past.expiresAt : null;
  if (due !== null && listed !== undefined && !isUnknown(listed)) {
    return {
      verdict: 'confirmed',
      grounds: `Without use it was to expire on ${day(due)}, and the org's list of API tokens does not hold it any more.`,
    };
  }
  return {
    verdict: 'cannot-tell',
    grounds:
      due === null
        ? 'Keyturn does not know when it was used last.'
        : `Keyturn saw no use since ${day(due - lifeMs)}; another program may have used it.`,
  };
}

const stillListed = (by: string): string =>
  `The org's list of API tokens still holds it; read with "${by}". Revoked and expired tokens are not in it.`;

function owner({ clues, past }: Findings): Cause {
  const known = clues.owner;
  const open = remedies.ownerPage;
  const cause = { id: 'owner', title: "Its owner's account is not active" };
  if (known === undefined || isUnknown(known)) {
    return {
      ...cause,
      verdict: 'cannot-tell',
      grounds: unread(known),
      remedy:
        past.owner === null
          ? remedies.tokensPage('Look for the token and its owner in the Admin Console.')
          : open('Look at the account in the Admin Console.'),
    };
  }
  if (known.status === 'ACTIVE') {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: `The account of ${known.login} is active; read with "${known.by}".`,
      remedy: open('Look at the account in the Admin Console.'),
    };
  }
  return {
    ...cause,
    verdict: 'confirmed',
    grounds: `The account of ${known.login} is ${known.status}, and a token lives and dies with its owner's account.`,
    remedy: open(putsRight[known.status] ?? 'Make the account active again.'),
  };
}

function miscopied({ clues, past }: Findings): Cause {
  const cause = {
    id: 'miscopied',
    title: 'The value was miscopied',
    remedy: remedies.paste(
      'Copy the value from where it is kept and paste it again; it cannot be shown again in Okta.',
    ),
  };
  if (past.acceptedAt !== null) {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: `Okta accepted this very value on ${moment(past.acceptedAt)}.`,
    };
  }
  const { shape } = clues;
  if (shape === undefined || shape.kind === 'token') {
    return {
      ...cause,
      verdict: 'cannot-tell',
      grounds:
        'It is shaped like a token, but one wrong character looks the same, and Okta has never accepted it from here.',
    };
  }
  const grounds = {
    'cut-off': `It has ${shape.length} characters where Okta's tokens have 42, so the end of it is missing.`,
    'too-long': `It has ${shape.length} characters where Okta's tokens have 42, so something was copied with it.`,
    other: "It does not look like Okta's tokens: 42 characters beginning with 00.",
  }[shape.kind];
  return { ...cause, verdict: 'confirmed', grounds };
}

function otherOrg({ clues, past, host }: Findings): Cause {
  const cause = {
    id: 'other-org',
    title: 'It belongs to another org',
    remedy: remedies.changeOrg('A token works only at the org it was made in; give the Org URL of that one.'),
  };
  const { org } = clues;
  if (org?.kind === 'another') {
    return {
      ...cause,
      verdict: 'confirmed',
      grounds: `${host} leads to another org than when the token was added: Okta's ids of the two differ.`,
    };
  }
  if (past.acceptedAt !== null) {
    return { ...cause, verdict: 'ruled-out', grounds: `${host} accepted it on ${moment(past.acceptedAt)}.` };
  }
  if (clues.listed !== undefined && !isUnknown(clues.listed) && clues.listed.found) {
    return { ...cause, verdict: 'ruled-out', grounds: `It is in the list of API tokens of ${host}.` };
  }
  return { ...cause, verdict: 'cannot-tell', grounds: 'Okta does not say which org a token is of.' };
}

/** 403: a role that does not allow the call, an address outside the token's zones, or a feature the org does not have. */
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
    title: 'The org does not have the feature',
    verdict: 'confirmed',
    grounds: `${host} answered E0000015, which Okta gives for a feature that is not part of the subscription or is switched off.`,
    remedy: remedies.report(
      'Ask Okta whether the feature belongs to your subscription; the report says which call it was.',
    ),
  };
}

function missing({ outcome }: Findings): Cause {
  return {
    id: 'missing',
    title: 'What was asked for is not there',
    verdict: 'confirmed',
    grounds: `Okta answered HTTP 404${outcome.errorCode === null ? '' : `, ${outcome.errorCode}`}: the path is unknown there, or not for this token to see.`,
    remedy: remedies.report('Give the report to Okta support; it holds the request id.'),
  };
}

function role({ clues }: Findings): Cause {
  const { roles } = clues;
  const cause = {
    id: 'role',
    title: "Its owner's roles do not allow it",
    remedy: remedies.ownerPage('Give the owner the smallest admin role that covers what the token is for.'),
  };
  if (roles === undefined || isUnknown(roles)) {
    return { ...cause, verdict: 'cannot-tell', grounds: unread(roles) };
  }
  if (roles.labels.length === 0) {
    return {
      ...cause,
      verdict: 'confirmed',
      grounds: `The owner has no admin role; read with "${roles.by}".`,
    };
  }
  if (roles.types.includes('SUPER_ADMIN')) {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: `The owner is a super admin; read with "${roles.by}".`,
    };
  }
  return {
    ...cause,
    verdict: 'cannot-tell',
    grounds: `The owner has ${roles.labels.join(', ')}. Whether that covers the call, Okta does not say.`,
  };
}

function zone({ clues, past }: Findings): Cause {
  const { zones, log, listed } = clues;
  const network = listed !== undefined && !isUnknown(listed) ? listed.network : past.network;
  const cause = {
    id: 'zone',
    title: "This address is outside the token's network zones",
    remedy: remedies.tokensPage(
      "Connect from an allowed network, or change where the token's calls may come from.",
    ),
  };
  if (zones !== undefined && !isUnknown(zones) && zones.fit === 'anywhere') {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: `The token may be used from any address; read with "${zones.by}".`,
    };
  }
  if (log !== undefined && !isUnknown(log) && log.outside !== null) {
    const { at, address } = log.outside;
    const inside = zones !== undefined && !isUnknown(zones) && zones.fit === 'inside';
    return {
      ...cause,
      verdict: inside ? 'cannot-tell' : 'confirmed',
      grounds: `The System Log says that Okta refused the token on ${moment(at)} because its call came from ${address}${inside ? '; by now that address is in its zones, so test again' : ''}.`,
      ...(inside ? { remedy: remedies.testAgain('The zones allow this address by now. Test again.') } : {}),
    };
  }
  if (network?.connection === 'ANYWHERE') {
    return {
      ...cause,
      verdict: 'ruled-out',
      grounds: 'When it was tested last, the token could be used from any address.',
    };
  }
  const restricted = network === null ? '' : 'The token is restricted to network zones. ';
  return {
    ...cause,
    verdict: 'cannot-tell',
    grounds: `${restricted}${unread(log ?? zones)}`,
  };
}

/** Okta accepts the token, and its owner's account stands otherwise than active. */
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
      title: 'The account is active again',
      verdict: active ? 'confirmed' : clues.again === undefined ? 'cannot-tell' : 'ruled-out',
      grounds: active
        ? 'Asked once more, Okta says the account is active.'
        : 'Asked once more, Okta does not say that the account is active.',
      remedy: remedies.testAgain('Test again, so that the result says so.'),
    },
    {
      id: 'owner',
      title: "Its owner's account is not active",
      verdict: active ? 'ruled-out' : 'confirmed',
      grounds: active ? 'It was, but is active now.' : capital(outcome.sentence),
      remedy: remedies.ownerPage(
        putsRight[status ?? ''] ??
          'Make the account active again, or replace the token by one of an active service account.',
      ),
    },
  ];
}

/** Why something is not known, as a sentence. */
const unread = (clue: object | undefined): string =>
  clue !== undefined && isUnknown(clue) ? `Not known: ${clue.why}.` : 'It was not looked at.';
