import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failed } from '../main/base/failure.ts';
import type { Keyring } from '../main/base/ports.ts';
import { memoryKeyring } from './keyring.ts';
import { startFakeOkta } from './okta/server.ts';
import { type Ask, keepTokens } from './tokens.ts';
import { words } from './words.ts';

/** A running demo: two orgs on this computer, and what Keyturn gets in place of the real world. */
export interface Demo {
  /** The PEM file of the authority that the two orgs have. */
  readonly caFile: string;
  readonly keyring: Keyring;
  /** Returns why Keyturn does not call an origin, or null for the demo's own orgs. */
  readonly orgRefusal: (origin: string) => string | null;
  /** Returns the address at 127.0.0.1 for a page of the orgs' Admin Consoles. Throws Failed `policy` for every other page. */
  readonly pageOf: (url: URL) => URL;
  /** Sets Keyturn up as a person would, with some tokens. `ask` calls a method of the bridge, and throws when it fails. */
  readonly prepare: (ask: Ask) => Promise<void>;
}

/** Programs find Keyturn itself at the port below it. */
const programsPort = 4731;

/**
 * Starts the demo's orgs on loopback, with an authority made now. `folder` is Keyturn's folder for this demo. The orgs live as long as the
 * process.
 */
export async function startDemo(folder: string): Promise<Demo> {
  const okta = await startFakeOkta({ pagesByHttp: true });
  const caFile = join(folder, 'demo-ca.pem');
  writeFileSync(caFile, okta.caPem, { mode: 0o600 });
  const origins = new Set(okta.orgs.map(({ origin }) => origin));
  return {
    caFile,
    keyring: memoryKeyring(),
    orgRefusal: (origin) => (origins.has(origin) ? null : words.demo.onlyOwnOrgs(new URL(origin).host)),
    pageOf: (url) => {
      const org = okta.orgs.find(({ port }) => url.port === String(port));
      const isOwn = url.protocol === 'https:' && url.hostname.endsWith('.localhost');
      if (org?.pageByHttp == null || !isOwn || !url.pathname.startsWith('/admin')) {
        throw new Failed('policy', words.demo.onlyOwnPages, words.demo.startWithout);
      }
      return new URL(url.pathname, org.pageByHttp);
    },
    prepare: async (ask) => {
      await ask('settings.set', { change: { programsPort } });
      await keepTokens(okta, ask);
    },
  };
}
