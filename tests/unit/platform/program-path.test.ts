import { expect, it } from 'vitest';
import { programToStart } from '../../../src/main/platform/program-path.ts';

it.each([
  ['/home/o/Keyturn.AppImage', '/tmp/.mount_Keytur1/keyturn-bin', '/home/o/Keyturn.AppImage'],
  [undefined, '/opt/Keyturn/keyturn-bin', '/opt/Keyturn/keyturn'],
  ['', '/opt/Keyturn/keyturn-bin', '/opt/Keyturn/keyturn'],
  [undefined, '/home/o/keyturn-bin/electron', '/home/o/keyturn-bin/electron'],
  [undefined, '/usr/bin/my-keyturn-bin', '/usr/bin/my-keyturn-bin'],
  [undefined, 'C:\\Program Files\\Keyturn\\Keyturn.exe', 'C:\\Program Files\\Keyturn\\Keyturn.exe'],
])('with the AppImage %j and the program %j it is %j', (appImage, execPath, program) => {
  expect(programToStart(appImage, execPath)).toBe(program);
});
