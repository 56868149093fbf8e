import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base, expect } from '@playwright/test';
import { type Language, languages } from '../../src/shared/languages.ts';
import { type FakeOkta, startFakeOkta } from '../fake-okta/server.ts';
import { killDemo } from './demo.ts';
import { findInEnglish, findInLanguage } from './in-language.ts';
import { inLanguage, type LaunchOptions, launch, type RunningApp, temporaryFolder } from './launch.ts';

/** Starts the app in this test's own folder with this test's own fake Okta. Another call restarts it on the same vault. */
export type Start = (options?: Partial<LaunchOptions>) => Promise<RunningApp>;

interface Fixtures {
  /** The language of the app. Specs name everything in English, and find it in this language. */
  readonly language: Language;
  readonly fake: FakeOkta;
  readonly folder: string;
  readonly start: Start;
  /** The host that this test's app reports. The report shows it. */
  readonly ranOn: { title: string | null };
}

/** Each test has its own fake Okta, folder and app, which are removed after it. */
export const test = base.extend<Fixtures>({
  language: [languages.find((one) => one === process.env.KEYTURN_TEST_LANGUAGE) ?? 'en', { option: true }],
  ranOn: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first parameter destructured
    async ({}, use, info) => {
      const ranOn: Fixtures['ranOn'] = { title: null };
      await use(ranOn);
      if (ranOn.title !== null) info.annotations.push({ type: 'host', description: ranOn.title });
    },
    { auto: true },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first parameter destructured
  fake: async ({}, use) => {
    const fake = await startFakeOkta();
    await use(fake);
    await fake.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants the first parameter destructured
  folder: async ({}, use) => {
    const folder = temporaryFolder();
    await use(folder.path);
    folder.remove();
  },
  start: async ({ fake, folder, language, ranOn }, use, info) => {
    const extraCa = join(folder, 'ca.pem');
    writeFileSync(extraCa, fake.caPem);
    const apps: RunningApp[] = [];
    const folders = new Set<string>();
    await use(async (options = {}) => {
      const userData = join(folder, 'Keyturn');
      // The demo trusts the authority of its own orgs.
      const trusted = options.demo === true ? {} : { extraCa };
      const env = { ...inLanguage(language), ...options.env };
      const app = await launch({ userData, ...trusted, ...options, env });
      await findInLanguage(app.page, language);
      folders.add(options.userData ?? userData);
      await app.page.setViewportSize({ width: 1280, height: 800 });
      apps.push(app);
      ranOn.title = app.runsOn;
      return app;
    });
    // The next test of this process may start the app by itself, in English.
    findInEnglish();
    for (const app of apps) {
      if (info.status !== info.expectedStatus) {
        await app.page.screenshot({ path: info.outputPath('window.png') }).catch(() => undefined);
        await info.attach('output', { body: app.output() });
      }
      if (app.process.exitCode === null && app.process.signalCode === null) await app.kill();
    }
    // The app may have started the demo, which outlives it.
    for (const userData of folders) await killDemo(userData);
  },
});

export { expect };
