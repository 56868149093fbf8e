import { type Claim, threat } from './claim.ts';

const desk = 'src/main/features/tasks/job-desk.ts';
const rowCall = 'src/main/features/tasks/row-call.ts';
const run = 'src/main/features/tasks/job-run.ts';
const againTest = 'tests/unit/tasks/job-again.test.ts';
const deskTest = 'tests/unit/tasks/job-desk.test.ts';

/** Changes of many users. */
export const taskClaims: readonly Claim[] = [
  threat(
    'a dialog of the system says what it does, to how many and to whom',
    {
      id: 'job-dialog',
      out: [[desk, 'if (!(await dialogs.confirm(question, detail, yes))) {', "if (question === '') {"]],
      fails: [
        deskTest,
        'is confirmed in a dialog of the system, which names the change, the number and the users',
      ],
    },
    {
      id: 'job-goes-on-once-started',
      out: [
        [desk, "if (job.state !== 'paused' || job.startedAt === null) {", "if (job.state === 'running') {"],
      ],
      fails: [
        deskTest,
        'is confirmed in a dialog of the system, which names the change, the number and the users',
      ],
    },
    {
      id: 'job-names-in-lines',
      out: [[desk, 'clip(oneLine(facts.login), 100)', 'facts.login']],
      fails: [deskTest, 'names each user in one line'],
    },
  ),
  threat(
    'change a user twice, lose a row of a job',
    {
      id: 'job-count-typed',
      out: [
        [
          desk,
          'if (actions[job.action].takesAccess && typed.trim() !== String(waiting)) {',
          "if (job.id === '') {",
        ],
      ],
      fails: [deskTest, 'asks for the number of users when it takes access away'],
    },
    {
      id: 'job-sent-is-asked-about',
      out: [
        [
          run,
          'this.#settle(row, await askAbout(this.#o, row));',
          "this.#settle(row, { kind: 'again', at: 0 });",
        ],
      ],
      fails: [againTest, 'checks each row that was sent'],
    },
    {
      id: 'job-sent-on-the-disk',
      out: [[run, "() => store.mark(jobId, taken.no, 'sent')", '() => undefined']],
      fails: ['tests/torture/user-jobs.test.ts', 'resets no password twice and loses no row'],
    },
    {
      id: 'job-unknown-left-alone',
      out: [[rowCall, 'if (status === row.facts.before) return', "if (status !== '') return"]],
      fails: [againTest, 'reports a row with an unknown result as unknown'],
    },
    {
      id: 'job-lost-answer',
      out: [
        [
          rowCall,
          'await needs.clock.sleep(settleMs, stop);\n      return askAbout(needs, row);',
          "return { kind: 'again', at: needs.clock.now() };",
        ],
      ],
      fails: [deskTest, 'asks Okta about a lost answer'],
    },
    {
      id: 'job-plan-as-seen',
      out: [[run, 'return row === null || row.facts.wanted ? row : this.#next();', 'return row;']],
      fails: [againTest, 'does not run a row that the plan left out'],
    },
  ),
];
