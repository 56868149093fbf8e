import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExecLine } from '../../../src/main/features/programs/exec-line.ts';
import { readCommandLine } from '../../../src/main/start/command-line.ts';
import { switchesOf } from '../../../tools/chromium-host/electron/switches.ts';

const none = { userData: null, extraCa: null };

describe('the switches of the app', () => {
  it.each([
    'keyturn exec prod -- aws ec2 run-instances --user-data=file://x',
    'keyturn exec prod aws ec2 run-instances --user-data=file://x --extra-ca=/y',
    'electron . exec --value prod -- aws --extra-ca=/y',
    'keyturn exec --user-data=/x prod -- aws',
    'keyturn -- --user-data=/x',
  ])('%s has none of them', (line) => {
    expect(readCommandLine(line.split(' '))).toEqual(none);
  });

  it.each([
    'keyturn --user-data=/x',
    'electron . --user-data=/x',
    'electron . --user-data=/x exec prod -- aws --user-data=/z --extra-ca=/z',
    'keyturn /exec --user-data=/x',
  ])('%s names the folder /x', (line) => {
    expect(readCommandLine(line.split(' '))).toEqual({ userData: '/x', extraCa: null });
  });

  it('whatever the child is given, the app reads the same and the child gets all of it', () => {
    const word = fc.oneof(
      fc.constantFrom('--user-data=/z', '--extra-ca=/z', '--value', '--', 'exec', '--password-store=basic'),
      fc.string({ minLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(word), fc.boolean(), (args, dashes) => {
        const argv = ['keyturn', '--user-data=/x', 'exec', 'prod', ...(dashes ? ['--'] : []), 'aws', ...args];
        expect(readCommandLine(argv)).toEqual({ userData: '/x', extraCa: null });
        expect(readExecLine(argv)).toEqual({ alias: 'prod', value: false, command: 'aws', args });
      }),
    );
  });
});

it('the Chromium host reads no switch behind a lone --', () => {
  expect(switchesOf(['node', '.', '--password-store=basic', '--', '--password-store=x'])).toEqual([
    'node',
    '.',
    '--password-store=basic',
  ]);
});
