import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recordAsHtml, recordAsJson } from '../../../src/main/features/rotation/export.ts';
import type { Rotation } from '../../../src/shared/contract/rotation.ts';

const rotationOf = (text: string) =>
  ({
    label: text,
    orgHost: text,
    mode: 'usual',
    state: 'done',
    startedAt: 0,
    endedAt: 1,
    oldFingerprint: 'a',
    newFingerprint: 'b',
    oldOktaTokenId: text,
    newOktaTokenId: text,
    comparison: { rows: [{ name: text, old: text, new: text, difference: 'same' }] },
    confirmed: [],
    checklist: [{ name: text, where: text, doneAt: 1, doneBy: 'command', run: { exit: 0 } }],
    quiet: { at: 1, verdict: 'quiet', sentence: text },
    attempts: [],
    proof: null,
    steps: [{ state: 'done', at: 1, sentence: text }],
  }) as unknown as Rotation;

const tagsOf = (html: string) => html.match(/<[^>]*>/g);
const plain = tagsOf(recordAsHtml(rotationOf('x'), '1'));
const expectHeld = (text: string) => {
  const html = recordAsHtml(rotationOf(text), '1');
  expect(tagsOf(html)).toEqual(plain);
  expect(html).not.toMatch(/\p{Bidi_Control}/u);
  expect(JSON.parse(recordAsJson(rotationOf(text), '1')).token).toBe(text);
};

it.each([
  '</title><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='x",
  '<!--',
  ']]>',
  '&lt;script&gt;',
  '\u202Edekover\u202C',
  '\u2066x\u2069',
  '\r\n\u2028\0',
])('what Okta or a person wrote stays text in the record of a rotation: %j', expectHeld);

it('keeps any text as text in the record of a rotation', () => {
  const piece = fc.constantFrom('<', '>', '&', '"', "'", '--', 'script', '/', '\u202E', '\n', '\0');
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece).map((all) => all.join('')),
        fc.string({ unit: 'binary' }),
      ),
      expectHeld,
    ),
    { numRuns: 300 },
  );
});
