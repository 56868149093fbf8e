import type { Page } from 'playwright-core';

/** The result of one step of the script: its name, and what it got or was refused. */
export type Step = readonly [name: string, came: unknown];

/**
 * Asks for every file, approval and secret with well-formed requests, as script in the window can. `home` is a folder that
 * nobody chose.
 */
export const askForAll = (page: Page, home: string): Promise<Step[]> =>
  page.evaluate(async (folder) => {
    const { tokens, vault, life, activity, settings, rotation, programs, tasks } = window.keyturn;
    const steps: [string, unknown][] = [];
    const say = async (name: string, asked: Promise<{ ok: boolean; value?: unknown; error?: unknown }>) => {
      const answer = await asked;
      steps.push([name, answer.ok ? answer.value : (answer.error as { code: string }).code]);
    };
    const listed = await tokens.list();
    const tokenId = (listed.ok && listed.value[0]?.id) || '';
    const passphrase = 'otter lamp violin creek mango';
    await say('back up', vault.saveBackup({ passphrase }));
    await say('export tokens', vault.exportTokens({ passphrase }));
    await say('export the calendar', life.exportCalendar());
    await say('export the activity', activity.exportAs({ as: 'json' }));
    await say('choose a file', rotation.chooseEnvFile({}));
    const read = await programs.door({ tokenId });
    if (!read.ok) throw new Error('There is no door.');
    const { alias: _alias, ...door } = read.value;
    await say('value', programs.setDoor({ tokenId, door: { ...door, open: true, value: true } }));
    await say('change', programs.setDoor({ tokenId, door: { ...door, open: true, access: 'change' } }));
    const proxy = { mode: 'custom' as const, url: 'http://127.0.0.1:9' };
    await say('set a proxy', settings.set({ change: { proxy } }));
    await settings.chooseExtraCa();
    const trusted = await settings.get();
    steps.push(['trust a file', trusted.ok && trusted.value.extraCaFile]);

    // Plans a change of many users and types their number as a person would.
    const orgId = (listed.ok && listed.value[0]?.orgId) || '';
    const question = { search: 'profile.login sw "nora"', notSignedInForDays: null };
    await say('export users', tasks.exportUsers({ orgId, tokenId, question, columns: ['id'] }));
    await say('choose a file of users', tasks.chooseFile());
    const planned = await tasks.plan({
      orgId,
      tokenId,
      action: 'deactivate',
      source: { kind: 'search', question },
    });
    if (!planned.ok) throw new Error(planned.error.sentence);
    const jobId = planned.value.id;
    await say('deactivate users', tasks.start({ jobId, typed: '1' }));
    await say('go on with it', tasks.goOn({ jobId }));
    await say('save its results', tasks.saveResults({ jobId }));
    const groups = await tasks.findGroups({ orgId, tokenId, begins: '' });
    const groupId = groups.ok ? (groups.value.find(({ why }) => why === '')?.id ?? '') : '';
    const rule = { orgId, tokenId, question, groupId, name: 'Everybody' };
    await say('make a group rule', tasks.makeRule(rule));

    // The person copied the new value of a rotation. The script tries three ways to have Keyturn write it down.
    const begun = await rotation.begin({ tokenId });
    if (!begun.ok) throw new Error(begun.error.sentence);
    const rotationId = begun.value.id;
    await rotation.captureFromClipboard({ rotationId });
    const compared = await rotation.compare({ rotationId });
    if (!compared.ok) throw new Error(compared.error.sentence);
    const confirm = (compared.value.comparison?.confirm ?? []).map(({ what }) => what);
    const over = await rotation.handOver({ rotationId, confirm });
    if (!over.ok) throw new Error(over.error.sentence);
    const item = { where: '', note: '' };
    const edited = await rotation.editChecklist({
      rotationId,
      items: [
        {
          ...item,
          name: 'stdin',
          how: { kind: 'command', argv: ['tee', `${folder}/a`], via: { stdin: true } },
        },
        {
          ...item,
          name: 'env',
          how: {
            kind: 'command',
            argv: ['env'],
            via: { env: 'OKTA_API_TOKEN' },
            pipeTo: ['tee', `${folder}/b`],
          },
        },
        { ...item, name: 'file', how: { kind: 'env-file', path: `${folder}/.env`, key: 'OKTA_API_TOKEN' } },
      ],
    });
    if (!edited.ok) throw new Error(edited.error.sentence);
    for (const { id, name } of edited.value.checklist) {
      await say(`hand over by ${name}`, rotation.run({ rotationId, itemId: id }));
    }
    await say('export the proof', rotation.exportProof({ rotationId, as: 'html' }));
    return steps;
  }, home);

/**
 * Has Keyturn copy its token and capture it for `origin`, the script's own org, as a new token and as the successor of a token. Then
 * it asks for a test there. Returns the result of each capture.
 */
export const sendElsewhere = (page: Page, origin: string): Promise<string[]> =>
  page.evaluate(async (input) => {
    const { tokens, wizard, rotation } = window.keyturn;
    const listed = await tokens.list();
    const tokenId = (listed.ok && listed.value[0]?.id) || '';
    const came: string[] = [];
    const say = (answer: { ok: boolean; error?: unknown }) =>
      came.push(answer.ok ? 'captured' : (answer.error as { code: string }).code);
    const draft = async () => {
      const begun = await wizard.begin({});
      if (!begun.ok) throw new Error(begun.error.sentence);
      const { draftId } = begun.value;
      const checked = await wizard.checkOrg({ draftId, input, sure: true });
      if (!checked.ok) throw new Error(checked.error.sentence);
      return draftId;
    };
    for (const as of ['value', 'env', 'curl'] as const) {
      const draftId = await draft();
      await tokens.copy({ tokenId, as });
      say(await wizard.captureFromClipboard({ draftId }));
      await wizard.test({ draftId });
    }
    // A token of that org, for which the script offers the copied one as successor.
    const draftId = await draft();
    await wizard.captureTyped({ draftId, value: `00${'a1B2c3D4'.repeat(5)}` });
    const profile = {
      label: 'theirs',
      purpose: '',
      environment: 'production' as const,
      tags: [],
      consumers: [],
      rotateEveryDays: 90,
    };
    const saved = await wizard.save({ draftId, profile, anyway: true });
    if (!saved.ok) throw new Error(saved.error.sentence);
    const begun = await rotation.begin({ tokenId: saved.value.id });
    if (!begun.ok) throw new Error(begun.error.sentence);
    await tokens.copy({ tokenId, as: 'value' });
    say(await rotation.captureFromClipboard({ rotationId: begun.value.id }));
    await rotation.compare({ rotationId: begun.value.id });
    await rotation.end({ rotationId: begun.value.id, newToken: 'forget' });
    await tokens.remove({ tokenId: saved.value.id });
    return came;
  }, origin);

/** Tries every way in which a page writes or reads a file or the clipboard without the bridge. Returns each result or refusal. */
export const goAround = (page: Page): Promise<Step[]> =>
  page.evaluate(`(async () => {
    const steps = [];
    const attempt = async (name, run) => {
      const late = new Promise((done) => setTimeout(() => done('no answer'), 2_000));
      try { steps.push([name, await Promise.race([run(), late])]); } catch (error) { steps.push([name, 'refused: ' + error.name]); }
    };
    const click = (element) => { document.body.append(element); element.click(); element.remove(); };
    const link = (href) => Object.assign(document.createElement('a'), { href, download: 'taken.txt' });
    await attempt('read the clipboard', () => navigator.clipboard.readText());
    await attempt('read its items', async () => (await navigator.clipboard.read()).length);
    await attempt('paste', () => {
      const field = document.body.appendChild(document.createElement('textarea'));
      field.focus();
      document.execCommand('paste');
      const got = field.value;
      field.remove();
      return got;
    });
    await attempt('save picker', () => showSaveFilePicker());
    await attempt('open picker', () => showOpenFilePicker());
    await attempt('folder picker', () => showDirectoryPicker());
    await attempt('download a blob', () => click(link(URL.createObjectURL(new Blob(['taken'])))));
    await attempt('download data', () => click(link('data:text/plain,taken')));
    await attempt('download a page', () => click(link(location.href)));
    await attempt('drag out', () => {
      const data = new DataTransfer();
      data.setData('DownloadURL', 'text/plain:taken.txt:data:text/plain,taken');
      document.body.dispatchEvent(new DragEvent('dragstart', { dataTransfer: data, bubbles: true }));
    });
    await attempt('drop in', () => {
      const data = new DataTransfer();
      data.items.add(new File(['taken'], 'taken.txt'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
    });
    await attempt('old file system', () => new Promise((done, no) => webkitRequestFileSystem(1, 1024, () => done('given'), no)));
    return steps;
  })()`) as Promise<Step[]>;
