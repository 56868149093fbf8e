import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failed } from '../../../src/main/base/failure.ts';
import { NotReplaced } from '../../../src/main/base/files.ts';
import { putBefore, type Writer } from './all-writers.ts';
import { type AtStep, short, withSteps } from './fs-steps.ts';
import { newWorld, type World } from './world.ts';

/** What a writer did about one failing step. */
export interface Outcome {
  readonly step: string;
  readonly code: string;
  readonly said: string;
  readonly file: 'old' | 'new' | 'broken';
  /** Files beside it that were not there before. */
  readonly left: readonly string[];
}

const errorOf = (code: string) =>
  Object.assign(new Error(`${code}: made by the test`), { code, syscall: 'write' });
const codes = ['ENOSPC', 'EDQUOT', 'EFBIG', 'EIO'];

/** Lets each step of a writer fail once with each error, and cuts every write short. */
export async function runFaults(
  writer: Writer,
  parent: string,
  there: (path: string) => Buffer | null,
  place: string,
): Promise<Outcome[]> {
  const run = async (code: string, step: AtStep, name: () => string): Promise<Outcome> => {
    const world = await newWorld(parent, place === '' ? undefined : place);
    putBefore(writer, world);
    const write = await writer.make(world);
    const file = writer.file(world);
    const [old, before] = [there(file), namesBeside(file)];
    const said = await withSteps(step, write).then(sentenceOf, sentenceOf);
    world.vault.close();
    const now = there(file);
    return {
      ...{ step: name(), code, said },
      file: isSame(old, now) ? 'old' : isWhole(writer, now ?? Buffer.alloc(0), world) ? 'new' : 'broken',
      left: namesBeside(file).filter((one) => !before.includes(one)),
    };
  };
  const names: string[] = [];
  await run(
    'none',
    (call, real) => {
      names.push(call);
      return real();
    },
    () => '',
  );
  const outcomes: Outcome[] = [];
  // A key from a passphrase takes a second, and all of these errors take the same way.
  for (const code of writer.slow === true ? codes.slice(0, 1) : codes) {
    for (let at = 1; at <= names.length; at++) {
      let n = 0;
      const step: AtStep = (call, real) => {
        if (++n !== at) return real();
        // Another program's call does not throw.
        if (call === 'spawnSync') return { status: 1 };
        throw errorOf(code);
      };
      outcomes.push(await run(code, step, () => `${at} ${names[at - 1]}`));
    }
  }
  let cut = 0;
  const full: AtStep = (call, real, args) => {
    const shortened = () => {
      cut++;
      return real();
    };
    return short(call, shortened, args, () => errorOf('ENOSPC'));
  };
  outcomes.push(await run('short', full, () => `all ${cut}`));
  return outcomes;
}

const isSame = (one: Buffer | null, other: Buffer | null): boolean =>
  one === null || other === null ? one === other : one.equals(other);

function isWhole(writer: Writer, bytes: Buffer, world: World): boolean {
  try {
    return writer.isNew(bytes, world);
  } catch {
    return false;
  }
}

/** Returns the names of the files beside a file, without those that SQLite has while a vault is open. */
function namesBeside(file: string): string[] {
  try {
    return readdirSync(dirname(file)).filter((name) => !/-(?:wal|shm)$/.test(name));
  } catch {
    return [];
  }
}

/** Returns what a person reads: an empty text for success. */
function sentenceOf(outcome: unknown): string {
  if (outcome instanceof Failed) return `${outcome.failure.sentence} ${outcome.failure.remedy}`;
  if (outcome instanceof NotReplaced || outcome instanceof Error)
    return `${outcome.name}: ${outcome.message}`;
  const { ok = true, sentence = '' } = (outcome ?? {}) as { ok?: boolean; sentence?: string };
  return ok ? '' : sentence;
}
