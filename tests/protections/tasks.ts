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
      fails: [deskTest, 'is asked in a dialog of the system, which says what, how many and who'],
    },
    {
      id: 'job-goes-on-once-started',
      out: [
        [desk, "if (job.state !== 'paused' || job.startedAt === null) {", "if (job.state === 'running') {"],
      ],
      fails: [deskTest, 'is asked in a dialog of the system, which says what, how many and who'],
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
      fails: [deskTest, 'wants the number of users typed'],
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
      fails: [againTest, 'a row that was sent is asked about'],
    },
    {
      id: 'job-sent-on-the-disk',
      out: [[run, "() => store.mark(jobId, taken.no, 'sent')", '() => undefined']],
      fails: ['tests/torture/user-jobs.test.ts', 'it resets no password twice and loses no row'],
    },
    {
      id: 'job-unknown-left-alone',
      out: [[rowCall, 'if (status === row.facts.before) return', "if (status !== '') return"]],
      fails: [againTest, 'a row whose end cannot be told'],
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
      fails: [deskTest, 'asks Okta after an answer that was lost'],
    },
    {
      id: 'job-plan-as-seen',
      out: [[run, 'return row === null || row.facts.wanted ? row : this.#next();', 'return row;']],
      fails: [againTest, 'a row that the plan left out is not run'],
    },
  ),
];
