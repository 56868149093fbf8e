import { type Claim, threat } from './claim.ts';

const gate = 'src/main/features/programs/gate.ts';
const segments = 'src/main/features/programs/segments.ts';
const gateTest = 'tests/unit/programs/gate.test.ts';
const segmentsTest = 'tests/unit/programs/segments.test.ts';

/** What a path that passes the gate may hold. */
export const pathClaims: readonly Claim[] = [
  threat(
    'reach another by a path that a server on the way reads in another way',
    {
      id: 'path-plain',
      out: [[gate, '!isPlainPath(path) || ', '']],
      fails: [segmentsTest, 'no server reads another path in what passes below an allowed one'],
    },
    {
      id: 'path-dots',
      out: [
        [segments, "if (read === '.' && (last === '.' || last === ' ')) return false;", ''],
        [segments, "return last !== '/' && last !== '.' && last !== ' ' && ", "return last !== '/' && "],
      ],
      fails: [segmentsTest, 'no server reads another path in what passes below an allowed one'],
    },
    {
      id: 'path-dots-inside',
      out: [[segments, "if (read === '.' && (last === '.' || last === ' ')) return false;", '']],
      fails: [gateTest, 'refuses a segment "a..b"'],
    },
    {
      id: 'path-form-blank',
      out: [[segments, "if (read === '+') continue;", '']],
      fails: [segmentsTest, 'no server reads another path in what passes below an allowed one'],
    },
    {
      id: 'path-session',
      out: [[segments, ' && !session.test(text)', '']],
      fails: [segmentsTest, 'no server reads another path in what passes below an allowed one'],
    },
    {
      id: 'path-semicolon',
      out: [
        [
          segments,
          "const plain = /^[A-Za-z0-9_~!$&'()*+,=:@-]$/;",
          "const plain = /^[A-Za-z0-9_~!$&'()*+,;=:@-]$/;",
        ],
      ],
      fails: [segmentsTest, 'no server reads another path in what passes below an allowed one'],
    },
    {
      id: 'path-encoded-slash',
      out: [[segments, "const encoded = ' !", "const encoded = '/ !"]],
      fails: [segmentsTest, 'no server reads another path in what passes below an allowed one'],
    },
    {
      id: 'path-overlong',
      out: [
        [segments, 'fatal: true', 'fatal: false'],
        [segments, "wordy.test(character.normalize('NFKC')) && wordy.test(character)", "character !== '/'"],
      ],
      fails: [gateTest, 'refuses a segment "%c0%ae"'],
    },
    {
      id: 'path-folded',
      out: [
        [segments, "wordy.test(character.normalize('NFKC')) && wordy.test(character)", "character !== '/'"],
      ],
      fails: [segmentsTest, 'no server reads another path in what passes below an allowed one'],
    },
    {
      id: 'path-unseen',
      out: [[segments, '--\\p{Default_Ignorable_Code_Point}]', ']']],
      fails: [segmentsTest, 'a%F3%A0%84%80 is not plain'],
    },
    {
      id: 'path-mark',
      out: [[segments, 'if (mark.test(read) && !wordy.test(last)) return false;', '']],
      fails: [segmentsTest, 'no server reads another path in what passes below an allowed one'],
    },
    {
      id: 'path-below',
      out: [[gate, 'path.startsWith(withSlash(begin))', 'path.startsWith(begin)']],
      fails: [gateTest, 'paths as far as a slash'],
    },
  ),
];
