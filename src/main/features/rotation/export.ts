import type { Rotation } from '../../../shared/contract/rotation.ts';
import { oneLine } from '../../base/one-line.ts';
import { words } from './words.ts';

const { export: say } = words;

/** Returns the exported record of a rotation: every step and what was proven. It never holds a token's value. */
function recordOf(rotation: Rotation, version: string) {
  const { oldFingerprint, newFingerprint, oldOktaTokenId, newOktaTokenId } = rotation;
  const call = (outcome: NonNullable<Rotation['proof']>['after'] | null) =>
    outcome === null
      ? null
      : {
          word: outcome.word,
          status: outcome.status,
          errorCode: outcome.errorCode,
          requestId: outcome.requestId,
          errorId: outcome.errorId,
        };
  const attempt = (one: NonNullable<Rotation['proof']>) => ({
    at: iso(one.at),
    whose: one.whose,
    by: one.by,
    revoke: call(one.revoked),
    callAfter: call(one.after),
    stillListed: one.listed,
    proven: one.proven,
    sentence: one.sentence,
  });
  return {
    format: 'keyturn rotation 1',
    keyturn: version,
    token: rotation.label,
    org: rotation.orgHost,
    mode: rotation.mode,
    state: rotation.state,
    startedAt: iso(rotation.startedAt),
    endedAt: rotation.endedAt === null ? null : iso(rotation.endedAt),
    old: { fingerprint: oldFingerprint, oktaTokenId: oldOktaTokenId },
    new: newFingerprint === null ? null : { fingerprint: newFingerprint, oktaTokenId: newOktaTokenId },
    comparison: rotation.comparison?.rows ?? [],
    confirmed: rotation.confirmed,
    consumers: rotation.checklist.map(({ name, where, doneAt, doneBy, run }) => ({
      name,
      where,
      doneAt: doneAt === null ? null : iso(doneAt),
      doneBy,
      exit: run?.exit ?? null,
    })),
    quiet:
      rotation.quiet === null
        ? null
        : { at: iso(rotation.quiet.at), verdict: rotation.quiet.verdict, sentence: rotation.quiet.sentence },
    attempts: rotation.attempts.map(attempt),
    proof: rotation.proof === null ? null : attempt(rotation.proof),
    steps: rotation.steps.map(({ state, at, sentence }) => ({ state, at: iso(at), sentence })),
  };
}

const iso = (at: number): string => new Date(at).toISOString();

/** Returns the record as JSON, for machines and archives. */
export const recordAsJson = (rotation: Rotation, version: string): string =>
  `${JSON.stringify(recordOf(rotation, version), null, 2)}\n`;

const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? `<p class="none">${say.none}</p>`
    : `<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;

/** Returns the parts of one line that are not empty, with a space between them. */
const line = (...parts: readonly (string | number | null | undefined)[]): string =>
  parts.filter((part) => part != null && part !== '').join(' ');

/** Returns the record as one page of HTML, to print or to send. It has no scripts and loads nothing. */
export function recordAsHtml(rotation: Rotation, version: string): string {
  const record = recordOf(rotation, version);
  const { proof } = record;
  const proven =
    proof === null
      ? `<p class="no"><strong>${say.notProven}</strong> ${say.notProvenWhy}</p>`
      : `<p class="yes"><strong>${say.proven}</strong> ${escaped(proof.sentence)}</p>${table(
          [say.when, say.http, say.errorCode, say.requestId],
          [
            [
              proof.at,
              String(proof.callAfter?.status ?? ''),
              proof.callAfter?.errorCode ?? '',
              proof.callAfter?.requestId ?? '',
            ],
          ],
        )}`;
  const begun =
    record.endedAt === null
      ? say.begun(record.org, record.startedAt)
      : say.ended(record.org, record.startedAt, record.endedAt);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(say.title(record.token))}</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1d20; background: #fff }
h1 { font-size: 1.4rem } h2 { font-size: 1rem; margin-top: 1.8rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere }
.yes { border-left: 4px solid #1a7f4e; padding-left: .8rem } .no { border-left: 4px solid #b3261e; padding-left: .8rem } .none { color: #666 }
</style>
</head>
<body>
<h1>${escaped(say.title(record.token))}</h1>
<p>${escaped(line(begun, record.mode === 'leaked' ? say.leaked : ''))}</p>
<h2>${say.proof}</h2>
${proven}
<h2>${say.tokens}</h2>
${table(
  ['', say.fingerprint, say.idInOkta],
  [
    [say.old, record.old.fingerprint, record.old.oktaTokenId ?? say.idNotKnown],
    ...(record.new === null
      ? []
      : [[say.new, record.new.fingerprint, record.new.oktaTokenId ?? say.idNotKnown]]),
  ],
)}
<h2>${say.compared}</h2>
${table(
  ['', say.old, say.new, say.difference],
  record.comparison.map((row) => [row.name, row.old, row.new, row.difference]),
)}
<h2>${say.handedOverTo}</h2>
${table(
  [say.consumer, say.where, say.when, say.how],
  record.consumers.map(({ name, where, doneAt, doneBy, exit }) => [
    name,
    where,
    doneAt ?? say.notYet,
    doneBy === 'command' ? say.byCommand(exit) : (doneBy ?? ''),
  ]),
)}
<h2>${say.revokes}</h2>
${table(
  [say.when, say.token, say.revokeCall, say.callAfter, say.requestId, say.isProven],
  record.attempts.map((one) => [
    one.at,
    one.whose,
    (one.by === 'id' ? say.byId : say.byItself)(line(one.revoke?.word, one.revoke?.status)),
    line(one.callAfter?.word, one.callAfter?.status, one.callAfter?.errorCode),
    one.callAfter?.requestId ?? '',
    one.proven ? say.yes : say.no,
  ]),
)}
<h2>${say.steps}</h2>
${table(
  [say.when, say.state, say.what],
  record.steps.map(({ at, state, sentence }) => [at, state, sentence]),
)}
<p class="none">${escaped(say.writtenBy(record.keyturn))}</p>
</body>
</html>
`;
}
