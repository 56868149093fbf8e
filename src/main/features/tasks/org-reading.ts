import type { Outcome } from '../../../shared/contract/outcome.ts';
import type { Answer, Call, SchemaOfOne } from '../../okta/answer.ts';
import type { OktaClient } from '../../okta/client.ts';
import { failedCall } from '../../okta/failed-call.ts';
import { notFollowed } from '../../okta/whole-list.ts';
import type { Pace } from './pace.ts';
import type { Asking } from './reading.ts';

/** What one reading of an org needs. */
export interface OrgReading {
  readonly client: OktaClient;
  readonly asking: Asking;
  readonly signal: AbortSignal;
  /** Returns the Pace of a family of endpoints. */
  readonly paceOf: (family: string) => Pace;
}

/** Reads one thing. `family` is the family of endpoints whose limit the call counts against. */
export function readOne<T>(
  { client, asking, signal, paceOf }: OrgReading,
  family: string,
  path: string,
  schema: SchemaOfOne<T>,
): Promise<Answer<T>> {
  const call = { origin: asking.origin, secret: asking.secret, path, schema, signal };
  return paceOf(family).run(signal, () => client.call<T>({ ...call, patience: 'patient' }));
}

/** The list of a call: its path, its query and its items. */
export type ListCall<T> = Pick<Call<T[]>, 'path' | 'schema' | 'query'>;

/** Reads a list page after page. Throws Failed `okta`. */
export async function* readPages<T>(
  { client, asking, signal, paceOf }: OrgReading,
  family: string,
  list: ListCall<T>,
): AsyncGenerator<T[]> {
  for await (const page of pagesWithin({ client, asking, signal }, paceOf(family), list)) {
    if ('outcome' in page) throw failedCall(page.outcome);
    yield page.items;
  }
}

/** One page of a list, or why the list ends before its last page. */
export type ListPage<T> = { readonly items: T[] } | { readonly outcome: Outcome };

/** Reads a list page after page, each as soon as the limit has room for it. */
export async function* pagesWithin<T>(
  { client, asking: { origin, secret }, signal }: Pick<OrgReading, 'client' | 'asking' | 'signal'>,
  pace: Pace,
  list: ListCall<T>,
): AsyncGenerator<ListPage<T>> {
  const pages = client.pages<T>({ ...list, origin, secret, signal, patience: 'patient' });
  for (;;) {
    const { value: answer } = await pace.run(signal, async () => {
      const next = await pages.next();
      return { value: next.value ?? null, rateLimit: next.value?.rateLimit ?? null };
    });
    if (answer === null) return;
    if (answer.kind !== 'accepted') {
      yield { outcome: answer.outcome };
      return;
    }
    yield { items: answer.value };
    if (answer.next.kind === 'end') return;
    if (answer.next.kind === 'not-followed') {
      yield { outcome: notFollowed(origin, answer.next.why, answer) };
      return;
    }
  }
}
