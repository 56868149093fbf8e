import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { compiledCode } from './tools/setup/compiled-code.mjs';

/** Begins with the files that take a minute or two, so that none of them runs alone at the end while other cores are idle. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => /kill|n8n|\/torture\//.test(moduleId);
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((one) => !isLong(one))];
  }
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongFirst },
    include: ['tests/{unit,fake-okta,security,torture}/**/*.test.ts'],
    // Vitest's own choice is one fewer than the cores, so one worker on two cores.
    maxWorkers: '100%',
    // Programs that tests start as processes of their own read the same code again and again.
    env: { NODE_COMPILE_CACHE: compiledCode },
    // Real processes, real TLS and real Argon2 on two cores.
    testTimeout: 20_000,
    hookTimeout: 30_000,
    // One second is too short for a child process on a machine under load. Thousands of polls wait half of their interval for nothing.
    expect: { poll: { timeout: 10_000, interval: 10 } },
  },
});
