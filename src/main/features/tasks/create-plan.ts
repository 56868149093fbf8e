import { clip, cut } from '../../../shared/clip.ts';
import type { ProfileMapping } from '../../../shared/contract/tasks.ts';
import { sentences, series } from '../../../shared/listed.ts';
import { Failed } from '../../base/failure.ts';
import type { RowFacts } from './job-store.ts';
import { emptyFacts, keyOf, type PlannedRow, type PlanWriter, usersAtATime, usersNamed } from './plan.ts';
import { fieldsOf, loginKey, type ProfileField, profileOf } from './profile-rows.ts';
import type { Attribute } from './profile-schema.ts';
import { textOf } from './schemas.ts';
import type { ReadPage } from './user-reading.ts';
import { words } from './words.ts';

/** Who is to be created: the rows of a file and the columns of their attributes. */
export interface CreatePlan {
  readonly rows: AsyncIterable<readonly string[]>;
  readonly mapping: ProfileMapping;
  readonly attributes: readonly Attribute[];
}

/** Attributes that the plan shows apart from the rest. */
const shown: readonly string[] = ['login', 'firstName', 'lastName'];

/**
 * Plans a user for each row of a file. Leaves out a row that Okta would not take, a row with the login of an earlier row, and a row with
 * the login of an existing user. Throws Failed.
 */
export async function planCreation(read: ReadPage, plan: PlanWriter, made: CreatePlan): Promise<void> {
  const { attributes, mapping } = made;
  const fields = fieldsOf(mapping, attributes);
  const unknown = mapping.find(({ attribute }) => !attributes.some(({ name }) => name === attribute));
  if (unknown !== undefined) {
    throw new Failed('bad-request', words.profile.noAttribute(unknown.attribute), words.profile.mapAgain);
  }
  /** The row of each login. */
  const seen = new Map<string, number>();
  let batch: PlannedRow[] = [];
  const write = async () => {
    const rows = batch;
    batch = [];
    const taken = await usersNamed(
      read,
      rows.filter(({ facts }) => facts.wanted).map(({ facts }) => facts.login),
      'login',
    );
    plan.add(
      rows.map((row) =>
        row.facts.wanted && taken.has(keyOf(row.facts.login))
          ? leftOut(row.facts, words.profile.exists)
          : row,
      ),
    );
  };
  for await (const cells of made.rows) {
    batch.push(rowOf(cells, fields, seen, plan.rows + batch.length + 1));
    if (batch.length === usersAtATime) await write();
  }
  if (batch.length > 0) await write();
}

function rowOf(
  cells: readonly string[],
  fields: readonly ProfileField[],
  seen: Map<string, number>,
  no: number,
): PlannedRow {
  const { profile, troubles, notes } = profileOf(cells, fields);
  const login = textOf(profile.login);
  const facts: RowFacts = {
    ...emptyFacts,
    login: cut(login, 200),
    name: cut([profile.firstName, profile.lastName].map(textOf).join(' ').trim(), 200),
  };
  if (troubles.length > 0) return leftOut(facts, sentences(troubles));
  const before = seen.get(loginKey(login));
  if (before !== undefined) return leftOut(facts, words.profile.twice(String(before)));
  seen.set(loginKey(login), no);
  const rest = Object.entries(profile)
    .filter(([name]) => !shown.includes(name))
    .map(([name, value]) => words.profile.value(name, textOf(value)));
  const sentence = clip(sentences([...notes, series(rest)]), 600);
  return { state: 'waiting', facts: { ...facts, profile, wanted: true, sentence } };
}

const leftOut = ({ profile: _, ...facts }: RowFacts, sentence: string): PlannedRow => ({
  state: 'left',
  facts: { ...facts, wanted: false, sentence: clip(sentence, 600) },
});
