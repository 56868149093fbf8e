import { type Claim, threat } from './claim.ts';

const demo = 'src/demo/demo.ts';
const folder = 'src/demo/folder.ts';
const house = 'src/main/app/house.ts';
const opener = 'src/main/platform/opener.ts';
const world = 'src/main/start/demo-world.ts';
const handlers = 'src/main/features/app/handlers.ts';
const demoTest = 'tests/unit/demo/demo.test.ts';
const folderTest = 'tests/unit/demo/folder.test.ts';
const worldTest = 'tests/unit/demo/demo-world.test.ts';

/** The demo, which must reach nobody and touch no kept vault. */
export const demoClaims: readonly Claim[] = [
  threat(
    'have the demo call another host',
    {
      id: 'demo-own-orgs',
      out: [[demo, '(origins.has(origin) ? null :', '(origins.size > 0 ? null :']],
      fails: [demoTest, 'calls no org but its own'],
    },
    {
      id: 'demo-instead-of-policy',
      out: [[house, 'world.orgRefusal ?? ((origin: string) =>', '((origin: string) =>']],
      fails: [demoTest, 'calls no org but its own'],
    },
    {
      id: 'demo-own-pages',
      out: [
        [
          demo,
          "if (org?.pageByHttp == null || !isOwn || !url.pathname.startsWith('/admin')) {",
          'if (org?.pageByHttp == null) {',
        ],
      ],
      fails: [demoTest, 'leave out https://acme-admin.okta.com'],
    },
    {
      id: 'demo-opener',
      out: [[opener, "if (page.protocol !== 'http:' || page.hostname !== '127.0.0.1') {", 'if (false) {']],
      fails: ['tests/unit/platform/electron-checklist.test.ts', '15. the demo opens pages at 127.0.0.1 only'],
    },
  ),
  threat(
    'have the demo open or delete a kept vault',
    {
      id: 'demo-folder-of-others',
      out: [[folder, 'if (entriesOf(folder).length > 0) return words.folder.inTheWay(folder);', '']],
      fails: [folderTest, 'takes no folder with other things in it'],
    },
    {
      id: 'demo-sweeps-its-own',
      out: [
        [folder, 'if (owner === null || runs(owner)) return;', 'if (owner !== null && runs(owner)) return;'],
      ],
      fails: [folderTest, 'takes no folder with other things in it'],
    },
    {
      id: 'demo-that-runs',
      out: [[folder, 'if (owner === null || runs(owner)) return;', 'if (owner === null) return;']],
      fails: [folderTest, 'sweeps what a killed demo left'],
    },
  ),
  threat(
    'start the demo where the policy forbids it',
    {
      id: 'demo-policy-window',
      out: [[handlers, "needs.permit('demo');", '']],
      fails: ['tests/unit/main/app-handlers.test.ts', 'several requests for the demo start it once'],
    },
    {
      id: 'demo-policy-start',
      out: [[world, "new Policy(world.readPolicy).permit('demo');", '']],
      fails: [worldTest, 'no demo starts where the policy forbids it'],
    },
  ),
];
