import type { Rotation } from '../../../shared/contract/rotation.ts';
import { asSentence, sentences, series } from '../../../shared/listed.ts';
import { locale } from '../../../shared/locale.ts';
import { oneLine } from '../../base/one-line.ts';
import { policy, style } from './export-style.ts';
import { words } from './words.ts';

/** Returns the exported part of a rotation: every proof and its time. A rotation holds no value. */
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
    ...(one.witness === undefined ? {} : { witness: { ...one.witness, at: iso(one.witness.at) } }),
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
    ...(rotation.app === undefined ? {} : { app: rotation.app }),
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

/** Returns an element of HTML. `inside` is already HTML. */
const element = (name: string, inside: string, attributes: Readonly<Record<string, string>> = {}): string => {
  const given = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`);
  return `<${name}${given.join('')}>${inside}</${name}>`;
};

const paragraph = (kind: 'yes' | 'no' | 'none', inside: string): string =>
  element('p', inside, { class: kind });

const row = (cells: readonly string[]): string =>
  element('tr', cells.map((cell) => element('td', escaped(cell))).join(''));

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string => {
  if (rows.length === 0) return paragraph('none', escaped(words.record.none));
  const head = heads.map((text) => element('th', escaped(text), { scope: 'col' })).join('');
  return element('table', element('thead', element('tr', head)) + element('tbody', rows.map(row).join('')));
};

const section = (title: string, inside: string): string => `${element('h2', escaped(title))}\n${inside}\n`;

type Exported = ReturnType<typeof recordOf>;

function proofOf({ proof }: Exported): string {
  const { proven, notProven } = words.record;
  if (proof === null) {
    return paragraph('no', `${element('strong', escaped(notProven.title))} ${escaped(notProven.detail)}`);
  }
  const call = proof.callAfter;
  const { witness } = proof;
  return (
    paragraph('yes', `${element('strong', escaped(proven))} ${escaped(proof.sentence)}`) +
    table(words.record.proofColumns, [
      [proof.at, String(call?.status ?? ''), call?.errorCode ?? '', call?.requestId ?? ''],
    ]) +
    (witness === undefined
      ? ''
      : element(
          'p',
          escaped(words.record.witness(witness.at, witness.name, witness.status, witness.requestId)),
        ))
  );
}

const consumersOf = ({ consumers }: Exported): string =>
  table(
    words.record.consumerColumns,
    consumers.map(({ name, where, doneAt, doneBy, exit }) => [
      name,
      where,
      doneAt ?? words.record.notYet,
      doneBy === null ? '' : doneBy === 'command' && exit !== null ? words.record.exit(exit) : doneBy,
    ]),
  );

const attemptsOf = ({ attempts }: Exported): string =>
  table(
    words.record.attemptColumns,
    attempts.map(({ at, whose, by, revoke, callAfter, proven }) => [
      at,
      whose,
      words.record.revoked[by](revoke?.word ?? '', String(revoke?.status ?? '')),
      series([callAfter?.word, callAfter?.status, callAfter?.errorCode].map((part) => String(part ?? ''))),
      callAfter?.requestId ?? '',
      proven ? words.record.yes : words.record.no,
    ]),
  );

function tokensOf({ old, new: next }: Exported): string {
  const { oldToken, newToken, notKnown, tokenColumns } = words.record;
  return table(tokenColumns, [
    [oldToken, old.fingerprint, old.oktaTokenId ?? notKnown],
    ...(next === null ? [] : [[newToken, next.fingerprint, next.oktaTokenId ?? notKnown]]),
  ]);
}

/** Returns the record as one page of HTML, to print or to send. The page has no scripts and loads nothing. */
export function recordAsHtml(rotation: Rotation, version: string): string {
  const record = recordOf(rotation, version);
  const { titles } = words.record;
  const title = escaped(words.record.title(record.token));
  const head = [
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    element('title', title),
    element('style', style),
  ];
  const facts = [
    asSentence(record.org),
    record.endedAt === null
      ? words.record.notEnded(record.startedAt)
      : words.record.ended(record.startedAt, record.endedAt),
    ...(record.mode === 'leaked' ? [words.record.leaked] : []),
    ...(record.app === undefined ? [] : [words.record.toApp(record.app.label, record.app.clientId)]),
  ];
  const compared = record.comparison.map(({ name, old, new: next, difference }) => [
    name,
    old,
    next,
    difference,
  ]);
  const steps = record.steps.map(({ at, state, sentence }) => [at, state, sentence]);
  const body = [
    element('h1', title),
    element('p', escaped(sentences(facts))),
    section(titles.proof, proofOf(record)),
    section(titles.tokens, tokensOf(record)),
    section(titles.compared, table(words.record.comparedColumns, compared)),
    section(titles.consumers, consumersOf(record)),
    section(titles.attempts, attemptsOf(record)),
    section(titles.steps, table(words.record.stepColumns, steps)),
    paragraph('none', escaped(words.record.foot(record.keyturn))),
  ];
  const page = element(
    'html',
    `\n${element('head', head.join('\n'))}\n${element('body', body.join('\n'))}\n`,
    {
      lang: locale,
    },
  );
  return `<!doctype html>\n${page}\n`;
}
