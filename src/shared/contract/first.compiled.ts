import { appMethods } from './app.ts';
import { orgsMethods } from './orgs.ts';
import { settingsMethods } from './settings.ts';
import { tokensEvents, tokensMethods } from './tokens.ts';
import { statusMethod, vaultStatus } from './vault-status.ts';

/** The methods that the window's first screen asks for. Main answers them before it has loaded the rest of the contract. */
export const firstMethods = {
  app: { info: appMethods.info },
  vault: { status: statusMethod },
  settings: { get: settingsMethods.get },
  tokens: { list: tokensMethods.list },
  orgs: { list: orgsMethods.list },
} as const;

/** The events that bring the first screen its list. */
export const firstEvents = {
  vaultChanged: vaultStatus,
  tokensChanged: tokensEvents.tokensChanged,
} as const;
