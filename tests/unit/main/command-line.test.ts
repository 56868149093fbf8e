import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExecLine } from '../../../src/main/features/programs/exec-line.ts';
import { readCommandLine } from '../../../src/main/start/command-line.ts';
import { switchesOf } from '../../../tools/chromium-host/electron/switches.ts';

const read = (line: string) => readCommandLine(line.split(' '));

describe('the app’s own switches', () => {
  it.each([
    ['keyturn', null, null],
    ['keyturn --user-data=/a', '/a', null],
    ['keyturn --extra-ca=/c --user-data=/a', '/a', '/c'],
    ['electron . --no-sandbox --user-data=/a --extra-ca=/c', '/a', '/c'],
    ['electron --no-sandbox . --user-data=/a', '/a', null],
    ['keyturn --user-data=', null, null],
    ['keyturn --user-data=/a exec prod -- x', '/a', null],
    // What follows is another program's.
    ['keyturn exec prod -- aws ec2 run-instances --user-data=file://x', null, null],
    ['keyturn exec prod aws --user-data=file://x --extra-ca=/c', null, null],
    ['keyturn exec --value prod -- aws --extra-ca=/c', null, null],
    ['electron . exec prod -- x --user-data=/b', null, null],
    ['keyturn --user-data=/a exec prod -- x --user-data=/b --extra-ca=/c', '/a', null],
    ['keyturn -- --user-data=/b', null, null],
    ['electron . -- --extra-ca=/c', null, null],
    ['electron . file --extra-ca=/c', null, null],
  ])('%s', (line, userData, extraCa) => {
    expect(read(line)).toEqual({ userData, extraCa, demo: false });
  });

  it('reads no switch from the arguments of a program', () => {
    const word = fc.oneof(
      fc.constantFrom('--user-data=/b', '--extra-ca=/c', '--demo', '--', 'exec', '--value', '-x', 'aws'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word), fc.boolean(), fc.boolean(), (words, separated, unpackaged) => {
        const argv = [
          'keyturn',
          ...(unpackaged ? ['.'] : []),
          '--user-data=/a',
          'exec',
          'prod',
          ...(separated ? ['--'] : []),
          'aws',
          ...words,
        ];
        expect(readCommandLine(argv)).toEqual({ userData: '/a', extraCa: null, demo: false });
        if (separated)
          expect(readExecLine(argv)).toEqual({
            alias: 'prod',
            value: false,
            app: false,
            masked: true,
            command: 'aws',
            args: words,
          });
        else expect(readExecLine(argv)).toContain('Two dashes are missing before the command aws');
      }),
    );
  });

  it('finds exec behind a switch of Chromium', () => {
    expect(readExecLine('keyturn --no-sandbox --user-data=/a exec prod -- x'.split(' '))).toMatchObject({
      alias: 'prod',
    });
  });

  it('reads Chromium’s switches in the host as far as Chromium does', () => {
    expect(switchesOf(['x', '--a', '--', '--password-store=basic'])).toEqual(['x', '--a']);
  });
});
