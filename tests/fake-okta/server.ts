/** The tests' door to the fake Okta, whose code is the demo's. */
export {
  type FakeOkta,
  type RunningOrg,
  type SeenRequest,
  startFakeOkta,
} from '../../src/demo/okta/server.ts';
