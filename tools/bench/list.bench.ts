import type { Page } from 'playwright-core';
import { type Figure, figureOf } from './figure.ts';
import { startWindows } from './window.ts';

const frameMs = 16.7;
const cycles = 10;

/** Returns the size of the reachable heap in bytes. */
const heap = (page: Page): Promise<number> => page.evaluate('gc(), gc(), performance.memory.usedJSHeapSize');

const nodes = (page: Page): Promise<number> => page.evaluate("document.querySelectorAll('*').length");

/** How many of the tokens of the bench a typed text finds. Their labels are `service-` and five digits. */
const found = (typed: string, count: number): number =>
  Array.from({ length: count }, (_, n) => `service-${String(n).padStart(5, '0')}`).filter((label) =>
    label.includes(typed),
  ).length;

/**
 * Returns the page's time for each keystroke in the filter of `count` tokens. A frame begins with the key and ends when the list that it
 * finds is laid out and painted.
 */
async function keystrokes(page: Page, count: number): Promise<number[]> {
  const typed = 'service-00';
  const times: number[] = [];
  // The first round does not count, because code runs for the first time.
  for (let round = 0; round < 6; round++) {
    for (let length = 1; length <= typed.length; length++) {
      const text = typed.slice(0, length);
      const took = await page.evaluate<number>(`new Promise((resolve) => requestAnimationFrame(() => {
        const input = document.getElementById('filter-tokens');
        const listed = () => Number(document.querySelector('[role=grid]')?.getAttribute('aria-rowcount'));
        const began = performance.now();
        Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, ${JSON.stringify(text)});
        input.dispatchEvent(new Event('input', { bubbles: true }));
        // A message comes after the frame that this callback belongs to, with its layout and paint.
        const painted = () => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => listed() === ${found(text, count)} ? resolve(performance.now() - began) : requestAnimationFrame(painted);
          port2.postMessage(null);
        };
        painted();
      }))`);
      if (round > 0) times.push(took);
    }
    await page.getByLabel('Filter tokens').fill('');
  }
  return times;
}

/** Returns the frame time that 19 of 20 frames stay within while the whole list scrolls. */
const scrollFrame = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    const list = document.querySelector('[role=grid]');
    const frames = [];
    let last = performance.now();
    let down = true;
    const step = () => {
      const now = performance.now();
      frames.push(now - last);
      last = now;
      if (list.scrollTop + list.clientHeight >= list.scrollHeight - 1) down = false;
      if (list.scrollTop <= 0) down = true;
      list.scrollTop += down ? 60 : -60;
      if (frames.length < 180) requestAnimationFrame(step);
      else resolve(frames.slice(5).sort((a, b) => a - b)[Math.floor((frames.length - 5) * 0.95)]);
    };
    requestAnimationFrame(step);
  })`);

/** Opens a token and the settings, and returns to the start. */
async function openAndClose(page: Page): Promise<void> {
  await page.getByRole('row', { name: /^service-00003/ }).click();
  await page.getByRole('tab').first().waitFor();
  await page.getByRole('button', { name: 'Settings' }).click();
  await page.getByRole('main', { name: 'Settings' }).waitFor();
  await page.getByRole('button', { name: /^Tokens/ }).click();
  await page.getByRole('row', { name: /^service-00003/ }).waitFor();
}

/** R5, R6, R7 and R14: the cost of a long list, and the memory that remains after opening and closing. */
export default async function list(): Promise<Figure[]> {
  const windows = await startWindows();
  const opened = async (count: number): Promise<Page> => {
    const page = await windows.open(count);
    await page.locator('[role=grid] [role=presentation]').first().waitFor();
    return page;
  };
  try {
    const few = await opened(100);
    await scrollFrame(few);
    const fewFrame = await scrollFrame(few);
    const fewHeap = await heap(few);
    await few.close();
    const many = await opened(10_000);
    const manyHeap = await heap(many);
    await scrollFrame(many);
    const manyFrame = await scrollFrame(many);
    const keys = (await keystrokes(many, 10_000)).sort((a, b) => a - b);
    await many.close();

    const used = await opened(100);
    // One run that does not count, as everywhere: first-time code is compiled and cached.
    for (let n = 0; n < cycles; n++) await openAndClose(used);
    await openAndClose(used);
    const before = { heap: await heap(used), nodes: await nodes(used) };
    for (let n = 1; n < cycles; n++) await openAndClose(used);
    const after = { heap: await heap(used), nodes: await nodes(used) };
    await used.close();

    return [
      figureOf(
        {
          id: 'R5',
          what: 'scrolling 10,000 tokens, 95th of 100 frames',
          goal: 1.2,
          against: 'scrolling 100',
        },
        [manyFrame / fewFrame],
      ),
      figureOf({ id: 'R6', what: "the window's heap with 10,000 tokens", goal: 4, against: 'with 100' }, [
        manyHeap / fewHeap,
      ]),
      figureOf(
        {
          id: 'R7',
          what: `heap, or elements if more, after opening and closing pages ${cycles} times`,
          goal: 1.05,
          against: 'after once',
        },
        [Math.max(after.heap / before.heap, after.nodes / before.nodes)],
      ),
      figureOf(
        {
          id: 'R14',
          what: 'a keystroke until the filtered list of 10,000 is painted, 95th of 100',
          goal: 1,
          against: `one frame, ${frameMs} ms`,
        },
        [(keys[Math.floor(keys.length * 0.95)] ?? Number.NaN) / frameMs],
      ),
      figureOf(
        {
          id: 'R14a',
          what: 'a keystroke until the filtered list of 10,000 is painted, the slowest',
          goal: 33 / frameMs,
          against: `one frame, ${frameMs} ms`,
        },
        [(keys.at(-1) ?? Number.NaN) / frameMs],
      ),
    ];
  } finally {
    await windows.close();
  }
}
