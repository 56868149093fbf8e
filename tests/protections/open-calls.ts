import { type Claim, threat } from './claim.ts';

const desk = 'src/main/features/programs/desk.ts';
const feature = 'src/main/features/programs/feature.ts';
const passing = 'src/main/features/programs/passing.ts';
const visits = 'src/main/features/programs/visits.ts';
const endedTest = 'tests/unit/programs/ended-calls.test.ts';

/** What ends a program's call that Okta has not answered. */
export const openCallClaims: readonly Claim[] = [
  threat(
    'go on with a call that Okta has not answered',
    {
      id: 'open-call-shut',
      out: [[feature, 'desk.visits.recheck();', '']],
      fails: [endedTest, 'ends when the door is shut, and a program that reads is told why'],
    },
    {
      id: 'open-call-lock',
      out: [[visits, 'this.#open.end(() => true, {', 'this.#open.end(() => false, {']],
      fails: [endedTest, 'ends when Keyturn locks, and a program that reads is told why'],
    },
    {
      id: 'open-call-revoked',
      out: [[desk, 'this.visits.endAllowedBy(alwaysId);', '']],
      fails: [endedTest, 'ends when the entry Always that let it through is revoked'],
    },
    {
      id: 'open-call-allowance-ended',
      out: [[desk, 'this.visits.endAllowedBy(allowanceId);', '']],
      fails: [endedTest, 'ends when the person ends the allowance that let it through'],
    },
    {
      id: 'open-call-unknown',
      out: [[passing, 'return begun && !isReading(knock.method)', 'return begun && isReading(knock.method)']],
      fails: [endedTest, 'ends when the door is shut, and a program that changes something is told'],
    },
    {
      id: 'open-call-access-token',
      out: [
        [
          'src/main/features/service/app-access.ts',
          'return await unlessAborted(asking.granted, signal);',
          'return await asking.granted;',
        ],
      ],
      fails: [endedTest, 'ends with the request for its access token when the door is shut'],
    },
    {
      id: 'open-call-value',
      out: [
        [
          visits,
          'this.#handOut(caller, token, known, ending)',
          'this.#handOut(caller, token, known, signal)',
        ],
      ],
      fails: [endedTest, 'gives a program no access token when the door is shut while Okta is asked for one'],
    },
  ),
];
