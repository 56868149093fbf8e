import type { z } from 'zod';
import { compiled } from '../compiled.ts';
import { appMethods } from './app.ts';
import { orgsMethods } from './orgs.ts';
import { settingsMethods } from './settings.ts';
import { tokensEvents, tokensMethods } from './tokens.ts';
import { statusMethod, vaultStatus } from './vault-status.ts';

const compiledMethod = <Q, R>(method: {
  readonly request: z.ZodType<Q>;
  readonly response: z.ZodType<R>;
}) => ({ request: compiled(method.request), response: compiled(method.response) });

/** The methods that the window's first screen asks for. Main answers them before it has loaded the rest of the contract. */
export const firstMethods = {
  app: { info: compiledMethod(appMethods.info) },
  vault: { status: compiledMethod(statusMethod) },
  settings: { get: compiledMethod(settingsMethods.get) },
  tokens: { list: compiledMethod(tokensMethods.list) },
  orgs: { list: compiledMethod(orgsMethods.list) },
};

/** The events that bring the first screen its list. */
export const firstEvents = {
  vaultChanged: compiled(vaultStatus),
  tokensChanged: compiled(tokensEvents.tokensChanged),
};
