import { startDemo } from '../../demo/demo.ts';
import type { World } from '../app/world.ts';
import { Failed } from '../base/failure.ts';
import { Policy } from '../features/settings/policy.ts';
import type { Answer } from '../ipc/channels.ts';
import { createDemoOpener } from '../platform/opener.ts';
import { words } from './words.ts';

type StartWorld = Omit<World, 'publish'>;

/** The world of the demo, and what fills its vault. */
export interface DemoWorld {
  readonly world: StartWorld;
  /** Fills the new vault through the methods of the bridge. Throws when one of them fails. */
  readonly prepare: (answer: Answer) => Promise<void>;
}

/**
 * Starts the demo's orgs, and returns `world` with them in place of Okta. The policy of this computer's organisation holds in the demo, too.
 * Throws Failed `policy` when the policy permits no demo.
 */
export async function demoWorld(world: StartWorld): Promise<DemoWorld> {
  new Policy(world.readPolicy).permit('demo');
  const demo = await startDemo(world.userData);
  return {
    world: {
      ...world,
      info: { ...world.info, demo: true },
      extraCaFile: demo.caFile,
      keyring: demo.keyring,
      orgRefusal: demo.orgRefusal,
      opener: createDemoOpener(demo.pageOf),
      // The orgs are on this computer, and no proxy has to hear of them.
      resolveProxy: async () => 'DIRECT',
      notify: (sentence, tokenId) => world.notify(words.demo.notice(sentence), tokenId),
      // The tray and the start at login are those of Keyturn itself.
      onSettings: (settings) => world.onSettings({ ...settings, showInTray: false, startAtLogin: false }),
      updates: { ...world.updates, offByProgram: 'demo' },
      startDemo: () => Promise.reject(new Failed('policy', words.demo.isDemo)),
    },
    prepare: (answer) =>
      demo.prepare(async (method, request) => {
        const result = await answer(method, [request]);
        if (result.ok) return result.value;
        const { code, sentence, remedy, smallPrint } = result.error;
        throw new Failed(code, sentence, remedy, smallPrint);
      }),
  };
}
