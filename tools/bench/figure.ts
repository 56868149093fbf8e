/** One figure: a ratio against something that is measured in the same minute on the same machine, so that it holds on any. */
export interface Figure {
  readonly id: string;
  /** What was measured. */
  readonly what: string;
  readonly ratio: number;
  /** The ratio is to be this at most. */
  readonly goal: number;
  /** What it was measured against. */
  readonly against: string;
  readonly runs: number;
  /** The middle half of the runs' ratios is this wide, as a part of the ratio. 0 where nothing varies. */
  readonly spread: number;
  readonly pass: boolean;
}

/** What a file `*.bench.ts` exports as its default. */
export type Bench = () => Promise<readonly Figure[]>;

type Measured = Pick<Figure, 'id' | 'what' | 'goal' | 'against'>;

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** A figure from the ratio of each run; its value is their median. Throws when there is no run. */
export function figureOf(measured: Measured, ratios: readonly number[]): Figure {
  const sorted = ratios.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.round((sorted.length - 1) * part)] ?? Number.NaN;
  if (sorted.length === 0) throw new Error(`${measured.id} was not measured.`);
  const ratio = at(0.5);
  return {
    ...measured,
    ratio: round(ratio),
    runs: sorted.length,
    spread: round((at(0.75) - at(0.25)) / ratio),
    pass: ratio <= measured.goal,
  };
}

/**
 * Measures ours and theirs in turn, so that whatever else the machine does meets both, after one run of each that does not count. Both
 * give the same unit.
 */
export async function compare(
  measured: Measured,
  runs: number,
  ours: () => Promise<number> | number,
  theirs: () => Promise<number> | number,
): Promise<Figure> {
  await ours();
  await theirs();
  const ratios: number[] = [];
  for (let run = 0; run < runs; run++) {
    const base = await theirs();
    ratios.push((await ours()) / base);
  }
  return figureOf(measured, ratios);
}
