import { githubActions } from './github-actions.ts';
import { oktaCli } from './okta-cli.ts';
import { postman } from './postman.ts';
import { sdks } from './sdks.ts';
import { services } from './services.ts';
import { terraform } from './terraform.ts';
import type { Tool } from './tool.ts';

/** The tools that Keyturn has a page for, in the order of the list. */
export const tools: readonly Tool[] = [terraform, ...sdks, oktaCli, postman, githubActions, ...services];
