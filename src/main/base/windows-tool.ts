import { win32 } from 'node:path';

/**
 * Returns the full path of a program that Windows itself has, such as `reg.exe`. By its bare name, Windows would also start a program of the
 * same name that lies in the present folder or in an earlier folder of PATH. Pure.
 */
export const windowsTool = (name: string, env: NodeJS.ProcessEnv = process.env): string =>
  win32.join(env.SystemRoot ?? 'C:\\Windows', 'System32', name);
