import type { Rotation } from '../../../shared/contract/rotation.ts';
import { oneLine } from '../../base/one-line.ts';

/** What is exported of a rotation: all that was proven and when; no value was ever in it. */
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

/** The record as JSON, for machines and archives. */
export const recordAsJson = (rotation: Rotation, version: string): string =>
  `${JSON.stringify(recordOf(rotation, version), null, 2)}\n`;

const escaped = (text: string): string =>
  oneLine(text).replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows.length === 0
    ? '<p class="none">None.</p>'
    : `<table><thead><tr>${heads.map((head) => `<th scope="col">${escaped(head)}</th>`).join('')}</tr></thead><tbody>${rows
        .map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join('')}</tr>`)
        .join('')}</tbody></table>`;

/** The record as one page of HTML without scripts or anything from elsewhere, to print or to send. */
export function recordAsHtml(rotation: Rotation, version: string): string {
  const record = recordOf(rotation, version);
  const { proof } = record;
  const proven =
    proof === null
      ? '<p class="no"><strong>Not proven.</strong> The old token’s end in Okta has not been proven.</p>'
      : `<p class="yes"><strong>Revoked, with proof.</strong> ${escaped(proof.sentence)}</p>${table(
          ['When', 'HTTP', 'Okta error code', 'Request id'],
          [
            [
              proof.at,
              String(proof.callAfter?.status ?? ''),
              proof.callAfter?.errorCode ?? '',
              proof.callAfter?.requestId ?? '',
            ],
          ],
        )}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>Rotation of ${escaped(record.token)}</title>
<style>
body { font: 14px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1c1d20; background: #fff }
h1 { font-size: 1.4rem } h2 { font-size: 1rem; margin-top: 1.8rem }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ddd; vertical-align: top; overflow-wrap: anywhere }
.yes { border-left: 4px solid #1a7f4e; padding-left: .8rem } .no { border-left: 4px solid #b3261e; padding-left: .8rem } .none { color: #666 }
</style>
</head>
<body>
<h1>Rotation of ${escaped(record.token)}</h1>
<p>${escaped(record.org)}. Begun ${escaped(record.startedAt)}${record.endedAt === null ? ', not ended' : `, ended ${escaped(record.endedAt)}`}. ${record.mode === 'leaked' ? 'The token had leaked: it was revoked first, then replaced.' : ''}</p>
<h2>Proof</h2>
${proven}
<h2>Tokens</h2>
${table(
  ['', 'Fingerprint', 'ID in Okta'],
  [
    ['Old', record.old.fingerprint, record.old.oktaTokenId ?? 'not known'],
    ...(record.new === null ? [] : [['New', record.new.fingerprint, record.new.oktaTokenId ?? 'not known']]),
  ],
)}
<h2>Compared</h2>
${table(
  ['', 'Old', 'New', 'Difference'],
  record.comparison.map((row) => [row.name, row.old, row.new, row.difference]),
)}
<h2>Handed over to</h2>
${table(
  ['Consumer', 'Where', 'When', 'How'],
  record.consumers.map(({ name, where, doneAt, doneBy, exit }) => [
    name,
    where,
    doneAt ?? 'not yet',
    doneBy === 'command' ? `command${exit === null ? '' : `, exit ${exit}`}` : (doneBy ?? ''),
  ]),
)}
<h2>Tries to revoke</h2>
${table(
  ['When', 'Token', 'Revoke call', 'Call after', 'Request id', 'Proven'],
  record.attempts.map((one) => [
    one.at,
    one.whose,
    `${one.by === 'id' ? 'by id' : 'by itself'}: ${one.revoke?.word ?? ''} ${one.revoke?.status ?? ''}`,
    `${one.callAfter?.word ?? ''} ${one.callAfter?.status ?? ''} ${one.callAfter?.errorCode ?? ''}`,
    one.callAfter?.requestId ?? '',
    one.proven ? 'yes' : 'no',
  ]),
)}
<h2>Steps</h2>
${table(
  ['When', 'State', 'What'],
  record.steps.map(({ at, state, sentence }) => [at, state, sentence]),
)}
<p class="none">Written by Keyturn ${escaped(record.keyturn)}. It holds fingerprints, never a value.</p>
</body>
</html>
`;
}
