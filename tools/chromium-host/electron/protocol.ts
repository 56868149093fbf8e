import type { Host } from '../host.ts';
import { only } from '../not-here.ts';
import type { SchemeEntry, Schemes } from './schemes.ts';

type Here = 'registerSchemesAsPrivileged' | 'handle' | 'unhandle' | 'isProtocolHandled';

/** Electron's `protocol` (docs/api/protocol.md). */
export function createProtocol(host: Host, schemes: Schemes, changed: () => void) {
  let registered = false;
  const protocol = {
    registerSchemesAsPrivileged(customSchemes) {
      if (host.ready)
        throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
      if (registered) {
        throw new Error('protocol.registerSchemesAsPrivileged should be called only once');
      }
      registered = true;
      for (const { scheme, privileges } of customSchemes) {
        schemes.entries.set(scheme, { privileges: privileges ?? {}, handler: null });
      }
    },
    handle(scheme, handler) {
      const entry = schemes.entries.get(scheme) ?? { privileges: {}, handler: null };
      if (entry.handler !== null) {
        throw new Error(`Failed to register protocol: ${scheme}`);
      }
      entry.handler = handler as unknown as SchemeEntry['handler'];
      schemes.entries.set(scheme, entry);
      changed();
    },
    unhandle(scheme) {
      const entry = schemes.entries.get(scheme);
      if (entry?.handler == null) throw new Error(`Failed to unhandle protocol: ${scheme}`);
      entry.handler = null;
      changed();
    },
    isProtocolHandled(scheme) {
      return (
        ['http', 'https', 'file', 'data', 'blob', 'about', 'devtools'].includes(scheme) ||
        schemes.entries.get(scheme)?.handler != null
      );
    },
  } satisfies Pick<typeof Electron.protocol, Here>;
  return only('protocol', protocol);
}
