import { beforeEach, describe, expect, it } from 'vitest';
import { Drafts } from '../../../src/main/features/wizard/store.ts';
import { MemoryClipboard } from '../main/memory-clipboard.ts';
import { codeOf, identity, tokenValue } from '../main/samples.ts';

let clipboard: MemoryClipboard;
let drafts: Drafts;
let keptAs: string | null;
beforeEach(() => {
  clipboard = new MemoryClipboard();
  keptAs = null;
  drafts = new Drafts(clipboard, () => keptAs);
});
const atCapture = (replaces: string | null = null) => drafts.begin(replaces, identity());
const text = (draft: ReturnType<typeof atCapture>) =>
  drafts.secretOf(draft).use((bytes) => bytes.toString('utf8'));

describe('capture from the clipboard', () => {
  it('takes the value, clears the clipboard, and tells only the fingerprint', async () => {
    const draft = atCapture();
    clipboard.text = `  "${tokenValue('a')}"\n`;
    const capture = await drafts.captureFromClipboard(draft);
    expect(text(draft)).toBe(tokenValue('a'));
    expect(clipboard.text).toBe('');
    expect(capture).toMatchObject({ shape: 'token', from: 'clipboard', clipboardCleared: true });
    expect(capture.fingerprint).toBe(drafts.secretOf(draft).fingerprint);
    expect(JSON.stringify(capture)).not.toContain('canary');
  });

  it('leaves later text on the clipboard alone', async () => {
    const draft = atCapture();
    clipboard.text = tokenValue('a');
    clipboard.onRead = () => {
      clipboard.text = 'something else';
    };
    expect(await drafts.captureFromClipboard(draft)).toMatchObject({ clipboardCleared: false });
    expect(clipboard.text).toBe('something else');
  });

  it('leaves text that surely is no token, and keeps the earlier capture', async () => {
    const draft = atCapture();
    drafts.captureTyped(draft, tokenValue('a'));
    clipboard.text = 'Dear diary,\ntoday';
    const capture = await drafts.captureFromClipboard(draft);
    expect(capture).toMatchObject({ shape: 'refused', fingerprint: '', clipboardCleared: false });
    expect(clipboard.text).toContain('Dear diary');
    expect(text(draft)).toBe(tokenValue('a'));
  });

  it('says that the clipboard is empty, or that the system does not allow a look', async () => {
    clipboard.text = ' \n';
    expect(await codeOf(() => drafts.captureFromClipboard(atCapture()))).toBe('clipboard-empty');
    clipboard.refuses = ['read'];
    expect(await codeOf(() => drafts.captureFromClipboard(atCapture()))).toBe('clipboard-refused');
  });

  it('does not claim a cleared clipboard when the system refused', async () => {
    clipboard.text = tokenValue('a');
    clipboard.refuses = ['clear'];
    expect(await drafts.captureFromClipboard(atCapture())).toMatchObject({ clipboardCleared: false });
  });

  it('puts nothing into a draft that was discarded during the read of the clipboard', async () => {
    const draft = atCapture();
    clipboard.text = tokenValue('a');
    clipboard.onRead = () => drafts.discard(draft.id);
    expect(await codeOf(() => drafts.captureFromClipboard(draft))).toBe('not-found');
    expect(draft.secret).toBeNull();
    expect(clipboard.text).toBe(tokenValue('a'));
  });
});

describe('a draft', () => {
  it('has no value and no org before they are entered', async () => {
    const draft = drafts.begin(null, null);
    expect(await codeOf(() => drafts.orgOf(draft))).toBe('org-url');
    expect(await codeOf(() => drafts.secretOf(draft))).toBe('not-a-token');
    expect(await codeOf(() => drafts.captureTyped(draft, tokenValue('a')))).toBe('org-url');
  });

  it('wipes the earlier value when another is captured, and forgets its test', () => {
    const draft = atCapture();
    drafts.captureTyped(draft, tokenValue('a'));
    const first = drafts.secretOf(draft);
    draft.lastTest = { id: 'x' } as never;
    drafts.captureTyped(draft, tokenValue('b'));
    expect(first.wiped).toBe(true);
    expect(draft.lastTest).toBeNull();
    expect(text(draft)).toBe(tokenValue('b'));
  });

  it('keeps its value for the same org and wipes it for another', () => {
    const draft = atCapture();
    drafts.captureTyped(draft, tokenValue('a'));
    const { secret } = draft;
    drafts.setOrg(draft, { ...identity(), notes: ['Left out the path.'] });
    expect(draft.secret).toBe(secret);
    drafts.setOrg(draft, identity('globex.okta.com'));
    expect(draft.secret).toBeNull();
    expect(secret?.wiped).toBe(true);
  });

  it('that brings the value of a kept token stays with the org of that token', async () => {
    const draft = atCapture('0b8f3c1e-7f63-4c52-9a2b-111111111111');
    drafts.setOrg(draft, identity());
    expect(await codeOf(() => drafts.setOrg(draft, identity('globex.okta.com')))).toBe('org-url');
    expect(drafts.orgOf(draft).host).toBe('acme.okta.com');
  });

  it('ends its test whenever it lets go of the value that is tested', () => {
    const stopped: string[] = [];
    for (const [why, end] of [
      ['another value', (draft: ReturnType<typeof atCapture>) => drafts.captureTyped(draft, tokenValue('b'))],
      ['another org', (draft) => drafts.setOrg(draft, identity('globex.okta.com'))],
      ['discard', (draft) => drafts.discard(draft.id)],
    ] satisfies [string, (draft: ReturnType<typeof atCapture>) => unknown][]) {
      const draft = atCapture();
      drafts.captureTyped(draft, tokenValue('a'));
      draft.stopTest = () => stopped.push(`${why}, wiped: ${draft.secret?.wiped}`);
      end(draft);
      expect(draft.stopTest).toBeNull();
    }
    // The test ends before its value is gone.
    expect(stopped).toEqual([
      'another value, wiped: false',
      'another org, wiped: false',
      'discard, wiped: false',
    ]);
  });

  it('is gone after discard, and all are after discardAll; their values are wiped', async () => {
    const one = atCapture();
    const two = atCapture();
    for (const draft of [one, two]) drafts.captureTyped(draft, tokenValue('a'));
    const secrets = [one.secret, two.secret];
    drafts.discard(one.id);
    drafts.discard(one.id);
    expect(await codeOf(() => drafts.get(one.id))).toBe('not-found');
    expect(drafts.get(two.id)).toBe(two);
    drafts.discardAll();
    expect(await codeOf(() => drafts.get(two.id))).toBe('not-found');
    expect(secrets.map((secret) => secret?.wiped)).toEqual([true, true]);
  });

  it('names the label under which the same value is already kept', () => {
    keptAs = 'terraform';
    expect(drafts.captureTyped(atCapture(), tokenValue('a'))).toMatchObject({
      alreadyKeptAs: 'terraform',
      from: 'hand',
    });
  });
});
