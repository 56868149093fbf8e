import { compare, type Figure, figureOf } from './figure.ts';
import { firstPaint, startWindows, type Windows } from './window.ts';

const runs = 15;

/** Returns the time from the arrival of 1,000 tokens until the screen shows their list, and the time until that window's first paint. */
async function listed(windows: Windows): Promise<{ first: number; rest: number }> {
  const page = await windows.open(1_000, 'tokens.list');
  const first = await firstPaint(page);
  // Waits for the frame with the list's first group, and for the next frame, which shows it.
  const rest = await page.evaluate<number>(`new Promise((resolve) => {
    const began = performance.now();
    const look = () => requestAnimationFrame(() => {
      if (document.querySelector('[role=grid] [role=presentation]') === null) look();
      else requestAnimationFrame(() => resolve(performance.now() - began));
    });
    release();
    look();
  })`);
  await page.close();
  return { first, rest };
}

/** R3 and R4: the time until the window first shows something, and until it shows a list of 1,000 tokens. */
export default async function paint(): Promise<Figure[]> {
  const windows = await startWindows();
  const firstOf = async (opening: Promise<import('playwright-core').Page>): Promise<number> => {
    const page = await opening;
    const at = await firstPaint(page);
    await page.close();
    return at;
  };
  try {
    const first = await compare(
      {
        id: 'R3',
        what: 'first paint of the window with 20 tokens',
        goal: 2.5,
        against: 'first paint of a static page of 1 KB',
      },
      runs,
      () => firstOf(windows.open(20)),
      () => firstOf(windows.openStatic()),
    );
    await listed(windows);
    const ratios: number[] = [];
    for (let run = 0; run < runs; run++) {
      const { first, rest } = await listed(windows);
      ratios.push(rest / first);
    }
    return [
      first,
      figureOf(
        {
          id: 'R4',
          what: 'from the first paint until 1,000 tokens are listed',
          goal: 2,
          against: "the same window's first paint",
        },
        ratios,
      ),
    ];
  } finally {
    await windows.close();
  }
}
