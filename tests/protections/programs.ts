import { type Claim, threat } from './claim.ts';

const asks = 'src/main/features/programs/asks.ts';
const allowances = 'src/main/features/programs/allowances.ts';
const caller = 'src/main/features/programs/caller-linux.ts';
const desk = 'src/main/features/programs/desk.ts';
const gate = 'src/main/features/programs/gate.ts';
const passOn = 'src/main/okta/pass-on.ts';
const reply = 'src/main/features/programs/reply.ts';
const server = 'src/main/features/programs/door-server.ts';
const shown = 'src/main/base/shown.ts';
const visits = 'src/main/features/programs/visits.ts';
const answersTest = 'tests/unit/programs/answers.test.ts';
const boundsTest = 'tests/unit/programs/door-bounds.test.ts';
const callerTest = 'tests/unit/programs/caller-linux.test.ts';
const doorTest = 'tests/unit/programs/door.test.ts';
const gateTest = 'tests/unit/programs/gate.test.ts';
const shownTest = 'tests/unit/base/shown.test.ts';

/** What programs may do through the door, and what a person is asked. */
export const programClaims: readonly Claim[] = [
  threat(
    'learn its value; change anything, call other paths or call more often than the rules say',
    {
      id: 'door-value-to-exec-only',
      out: [[visits, 'if (passage.path === valuePath && visit.run === null) {', 'if (visit === null) {']],
      fails: [doorTest, 'the value is given to exec alone, also where the rules let programs have it'],
    },
    {
      id: 'door-value-by-rule',
      out: [[gate, 'if (door.value) return null;', 'if (door.open) return null;']],
      fails: ['tests/unit/programs/exec.test.ts', 'a token whose value may not be had'],
    },
    {
      id: 'door-value-each-time',
      out: [
        [visits, "if (standing === 'ask' || wants === 'value') {", "if (standing === 'ask') {"],
        [
          desk,
          "const given = allow !== null && wish.wants === 'value' ? 'once' : allow;",
          'const given = allow;',
        ],
      ],
      fails: ['tests/unit/programs/exec.test.ts', 'with the value: a person is asked each time'],
    },
    {
      id: 'door-cookies',
      out: [[reply, "  'content-type',\n  'date',", "  'content-type',\n  'set-cookie',\n  'date',"]],
      fails: ['tests/unit/programs/passing.test.ts', 'cookies of the org stay here'],
    },
    {
      id: 'door-own-credential',
      out: [
        [reply, "const takenAlong = ['accept',", "const takenAlong = ['cookie', 'authorization', 'accept',"],
      ],
      fails: [doorTest, 'goes to the org with the token, and its answer to the program without it'],
    },
    {
      id: 'door-redirect',
      out: [
        [
          passOn,
          'dispatcher: route.dispatcher,',
          "dispatcher: route.dispatcher.compose((await import('undici')).interceptors.redirect({ maxRedirections: 3 })),",
        ],
      ],
      fails: [doorTest, 'does not follow the org elsewhere'],
    },
    {
      id: 'door-read-only',
      out: [[gate, "if (door.access === 'read' && method", "if (door.alias === '' && method"]],
      fails: [gateTest, 'reading only, unless a person said otherwise'],
    },
    {
      id: 'door-paths',
      out: [
        [gate, 'if (!isBelow(door.paths, path)) {', "if (door.alias === '' && !isBelow(door.paths, path)) {"],
      ],
      fails: [gateTest, 'paths as far as a slash'],
    },
    {
      id: 'door-pace',
      out: [[visits, 'if (freeAt !== null) return this.#tooFast(known, door, freeAt);', '']],
      fails: [doorTest, 'above the calls a minute waits'],
    },
    {
      id: 'door-lock',
      out: [[desk, '    this.#allowances.clear();\n', '']],
      fails: [doorTest, 'until lock ends with the lock'],
    },
    {
      id: 'door-lock-meanwhile',
      out: [[desk, "    this.#asks.clear('look-again');", '']],
      fails: [answersTest, 'a lock or a hang-up while it is open ends what it asked'],
    },
    {
      id: 'door-minutes',
      out: [[allowances, '(at <= now && now < until)', '(at <= now && until > 0)']],
      fails: [doorTest, '15 minutes end'],
    },
  ),
  threat(
    'use the answer to the call on the screen for another call',
    {
      id: 'read-with-body',
      out: [
        [
          visits,
          'if (body !== null && isReading(visit.knock.method)) {',
          'if (body !== null && caller.ours === false) {',
        ],
      ],
      fails: [boundsTest, 'a GET with a body is asked about by nobody'],
    },
    {
      id: 'query-other-method',
      out: [[gate, '.some((name) => methodName.test(name))', '.some((name) => name === methodName.source)']],
      fails: [gateTest, 'refuses a query that names another method: _method=DELETE'],
    },
    {
      id: 'answer-same-method',
      out: [[asks, '  one.method === other.method &&\n', '']],
      fails: [answersTest, 'DELETE /api/v1/users/me is asked about by itself'],
    },
    {
      id: 'answer-same-path',
      out: [[asks, ' &&\n  one.path === other.path;', ';']],
      fails: [answersTest, 'GET /api/v1/groups is asked about by itself'],
    },
    {
      id: 'answer-once',
      out: [[asks, "if (answer === 'once' && first", "if (answer === 'minutes' && first"]],
      fails: [doorTest, 'waits with the other calls of the same program for one answer'],
    },
    {
      id: 'answer-reading-only',
      out: [
        [
          allowances,
          'isReading(method) ? reading : `${method} ${path}`;',
          'path === method ? path : reading;',
        ],
      ],
      fails: [answersTest, 'for reading covers reading, and never a change'],
    },
    {
      id: 'answer-one-change',
      out: [[allowances, '? reading : `${method} ${path}`', '? reading : method']],
      fails: [answersTest, 'for a change covers only that change, and no read'],
    },
  ),
  threat(
    'hide in the dialog what it is or wants',
    {
      id: 'shown-unseen',
      out: [[shown, '.replace(unseen, (one) =>', '.replace(/\\u{1}/gu, (one) =>']],
      fails: [shownTest, 'whatever a program calls itself, one line'],
    },
    {
      id: 'shown-piled',
      out: [[shown, "    .replace(piled, '$1…')\n", '']],
      fails: [shownTest, 'whatever a program calls itself, one line'],
    },
    {
      id: 'shown-spaces',
      out: [[shown, '.replace(/ {3,}/g,', '.replace(/ {300000,}/g,']],
      fails: [shownTest, 'curl'],
    },
    {
      id: 'shown-ends',
      out: [
        [
          shown,
          'if (plain.length <= most && text.length <= most) return plain;',
          'if (most > 0) return plain;',
        ],
      ],
      fails: [shownTest, 'ends'],
    },
    {
      id: 'shown-in-dialog',
      out: [
        [
          'src/main/features/programs/approval-words.ts',
          'const label = shownText(wish.label, 120);',
          'const { label } = wish;',
        ],
      ],
      fails: [answersTest, 'a dialog shows nothing that turns, hides or lengthens it'],
    },
    {
      id: 'caller-orphan',
      out: [[caller, ' || !startsItsChildren(nearest.path)', '']],
      fails: [callerTest, 'orphans that one process takes are each known by itself'],
    },
    {
      id: 'caller-orphan-container',
      out: [[caller, '(await isInit(nearest.process.pid))', 'nearest.process.pid === 1']],
      fails: [callerTest, 'orphans that the first process of a container takes are each known by itself'],
    },
    {
      id: 'door-many-calls',
      out: [[visits, 'if (atOnce >= mostOfOne) {', 'if (atOnce < 0) {']],
      fails: [boundsTest, 'one program has so many calls open at once'],
    },
    {
      id: 'door-many-connections',
      out: [[server, 'server.maxConnections = mostConnections;', '']],
      fails: [boundsTest, 'so many connections in all'],
    },
    {
      id: 'door-slow-head',
      out: [
        [
          server,
          '  headersTimeout: 10_000,\n  requestTimeout: 30_000,',
          '  headersTimeout: 0,\n  requestTimeout: 0,',
        ],
      ],
      fails: [boundsTest, 'refuses a head that does not end, is too long, or has too many lines'],
    },
    {
      id: 'door-slow-head-exec',
      out: [[server, "this.#runServer.emit('listening');", '']],
      fails: [boundsTest, 'ends the connections of a program under exec'],
    },
    {
      id: 'door-long-body',
      out: [
        [server, "if (Number(request.headers['content-length'] ?? 0) > mostBody) return 'too-long';", ''],
      ],
      fails: [boundsTest, 'a body that is said to be too long is not read at all'],
    },
    {
      id: 'door-long-body-read',
      out: [
        [server, "if (Number(request.headers['content-length'] ?? 0) > mostBody) return 'too-long';", ''],
        [server, "if (size > mostBody) return 'too-long';", ''],
      ],
      fails: [doorTest, 'with too long a body is not read on'],
    },
  ),
  threat(
    'allow a program, or let programs change things or have a value',
    {
      id: 'approval-dialog',
      out: [
        [
          desk,
          'if (given !== null && !(await this.#confirm(questionOf(wish, given)))) {',
          'if (wish === null) {',
        ],
      ],
      fails: [answersTest, 'shows the call, who makes it and what is covered'],
    },
    {
      id: 'approval-dialog-rules',
      out: [[desk, 'if (question !== null && !(await this.#confirm(question))) {', 'if (tokenId === "") {']],
      fails: [answersTest, 'rules that let programs do more are asked about'],
    },
    {
      id: 'approval-three-noes',
      out: [[desk, 'if (count >= mostNoes) await this.answer(askId, null);', '']],
      fails: [answersTest, 'shows the call, who makes it and what is covered'],
    },
    {
      id: 'approval-one-dialog',
      out: [['src/main/base/one-dialog.ts', 'if (isOpen) throw', 'if (dialogs === null) throw']],
      fails: [answersTest, 'one at a time'],
    },
    {
      id: 'approval-in-the-app',
      out: [
        [
          desk,
          'if (given !== null && !(await this.#confirm(questionOf(wish, given)))) {',
          'if (wish === null) {',
        ],
      ],
      fails: ['tests/security/approval.spec.ts', 'script in the window approves no program'],
    },
  ),
  threat(
    'use a token through the door at 127.0.0.1',
    {
      id: 'gate-host',
      out: [
        [gate, 'if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) {', 'if (host === port) {'],
      ],
      fails: [gateTest, 'refuses pages in a browser, names bound to this address'],
    },
    {
      id: 'gate-origin',
      out: [[gate, "headers.origin !== undefined || headers['sec", "headers['sec"]],
      fails: [gateTest, 'refuses pages in a browser, names bound to this address'],
    },
    {
      id: 'gate-fetch-site',
      out: [[gate, " || headers['sec-fetch-site'] !== undefined", '']],
      fails: [gateTest, 'refuses pages in a browser, names bound to this address'],
    },
    {
      id: 'gate-in-a-browser',
      out: [
        [
          gate,
          "if (headers.origin !== undefined || headers['sec-fetch-site'] !== undefined) {",
          'if (target === host) {',
        ],
      ],
      fails: ['tests/security/door-and-browser.spec.ts', 'no page of a browser gets past the gate'],
    },
    {
      id: 'gate-other-account',
      out: [[visits, 'if (!caller.ours) {', 'if (visit === null) {']],
      fails: [doorTest, 'of another account, or of an unknown one'],
    },
    {
      id: 'gate-loopback-only',
      out: [[server, "server.listen(port, '127.0.0.1', ", "server.listen(port, '0.0.0.0', "]],
      fails: [doorTest, 'is not there for other computers'],
    },
  ),
];
