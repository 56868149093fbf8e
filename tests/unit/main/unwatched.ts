import type { Watch } from '../../../src/main/base/files.ts';

/** Notes nothing: for tests that are not about what a kill leaves. */
export const unwatched: Watch = () => () => undefined;
