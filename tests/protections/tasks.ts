import { type Claim, threat } from './claim.ts';

const desk = 'src/main/features/tasks/job-desk.ts';
const lifecycle = 'src/main/features/tasks/lifecycle-call.ts';
const creation = 'src/main/features/tasks/create-call.ts';
const deletion = 'src/main/features/tasks/delete-call.ts';
const plans = 'src/main/features/tasks/job-plans.ts';
const kinds = 'src/main/features/tasks/actions.ts';
const groups = 'src/main/features/tasks/groups.ts';
const rules = 'src/main/features/tasks/group-rules.ts';
const membership = 'src/main/features/tasks/membership-call.ts';
const run = 'src/main/features/tasks/job-run.ts';
const againTest = 'tests/unit/tasks/job-again.test.ts';
const deskTest = 'tests/unit/tasks/job-desk.test.ts';
const createTest = 'tests/unit/tasks/create-users.test.ts';
const ruleTest = 'tests/unit/tasks/group-rules.test.ts';
const groupTest = 'tests/unit/tasks/group-members.test.ts';

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
      out: [[desk, 'shownText(text, 100)', 'text']],
      fails: [deskTest, 'names each user in one line for every login from the org'],
    },
    {
      id: 'job-group-in-a-line',
      out: [[desk, 'inOneLine(asked.group)', 'asked.group']],
      fails: [groupTest, 'names the group in one line of the dialog for every name from the org'],
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
          'this.#settle(row, await this.#call.ask(this.#o, row));',
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
      out: [[lifecycle, 'if (status === row.facts.before) return', "if (status !== '') return"]],
      fails: [againTest, 'reports a row with an unknown result as unknown'],
    },
    {
      id: 'job-lost-answer',
      out: [
        [
          lifecycle,
          'await needs.clock.sleep(settleMs, stop);\n    return ask(needs, row);',
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
    {
      id: 'job-create-lost-answer',
      out: [
        [
          creation,
          'await needs.clock.sleep(settleMs, stop);\n    return ask(needs, row);',
          "return { kind: 'again', at: needs.clock.now() };",
        ],
      ],
      fails: [createTest, 'asks Okta about a lost answer, and creates nobody twice'],
    },
    {
      id: 'job-create-known-again',
      out: [[creation, "return found.kind === 'end' ? found : refused;", 'return refused;']],
      fails: [createTest, 'knows the user of a row again whom an earlier call created late'],
    },
    {
      id: 'job-membership-lost-answer',
      out: [
        [
          membership,
          'await needs.clock.sleep(settleMs, stop);\n    return ask(needs, row);',
          "return { kind: 'again', at: needs.clock.now() };",
        ],
      ],
      fails: [groupTest, 'asks Okta about a lost answer, and does nothing twice'],
    },
  ),
  threat(
    'delete a user whom no job created, or whom somebody uses',
    {
      id: 'job-delete-is-undo',
      out: [[plans, "} else if (action === 'delete') {", "} else if (orgId === '') {"]],
      fails: [createTest, 'is the only job that deletes'],
    },
    {
      id: 'job-delete-in-use',
      out: [[deletion, 'if (!deletable.includes(status)) {', "if (status === '') {"]],
      fails: [createTest, 'leaves alone who began to use the account after the plan'],
    },
    {
      id: 'job-delete-count-typed',
      out: [[kinds, 'delete: { takesAccess: true', 'delete: { takesAccess: false']],
      fails: [createTest, 'deletes the created users whom nobody uses yet, after the number is typed'],
    },
    {
      id: 'job-create-not-its-own',
      out: [[creation, 'if (!isNew) return', 'if (isNew && !isNew) return']],
      fails: [createTest, 'fails where a user from before has the login'],
    },
    {
      id: 'job-create-other-profile',
      out: [[creation, 'return hasProfile(user, row)', 'return hasProfile(user, row) || isNew']],
      fails: [createTest, 'leaves a new user with another profile alone'],
    },
  ),
  threat('a dialog of the system shows the whole rule', {
    id: 'rule-dialog',
    out: [[rules, 'if (!(await dialogs.confirm(sentence, detail, yes)))', "if (sentence === '')"]],
    fails: [ruleTest, 'is not made without a yes'],
  }),
  threat('change the members of a group that an app or Okta keeps', {
    id: 'job-group-type',
    out: [[groups, "type === 'OKTA_GROUP' ? ''", "type !== '' ? ''"]],
    fails: [groupTest, 'refuses a group of an app and a group of Okta’s own'],
  }),
];
