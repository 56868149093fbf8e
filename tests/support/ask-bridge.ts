import type { Page } from 'playwright-core';

/** Calls one method of the bridge from the page. Throws the failure's sentence. */
export async function ask<T = unknown>(page: Page, name: string, request: object = {}): Promise<T> {
  const answer = await page.evaluate(
    ([method, its]) => {
      const [feature = '', own = ''] = method.split('.');
      const table = window.keyturn as unknown as Record<
        string,
        Record<string, (request: unknown) => Promise<unknown>>
      >;
      return table[feature]?.[own]?.(its);
    },
    [name, request] as const,
  );
  const result = answer as { ok: true; value: T } | { ok: false; error: { sentence: string } };
  if (!result.ok) throw new Error(`${name}: ${result.error.sentence}`);
  return result.value;
}

/** Calls a method that may be refused here; the test only needs the call. */
export const attempt = (page: Page, name: string, request: object = {}): Promise<unknown> =>
  ask(page, name, request).catch((error: Error) => error.message);
