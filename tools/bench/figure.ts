/** One figure: a ratio to something measured in the same minute on the same machine, so that it is valid on every machine. */
export interface Figure {
  readonly id: string;
  /** What was measured. */
  readonly what: string;
  readonly ratio: number;
  /** The highest ratio that meets the goal. */
  readonly goal: number;
  /** The measurement that it is compared with. */
  readonly against: string;
  readonly runs: number;
  /** The width of the middle half of the runs' ratios, as a part of the ratio. 0 when nothing varies. */
  readonly spread: number;
  readonly pass: boolean;
}

/** The default export of a `*.bench.ts` file. */
export type Bench = () => Promise<readonly Figure[]>;

type Measured = Pick<Figure, 'id' | 'what' | 'goal' | 'against'>;

const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** Returns a figure from the ratio of each run; its value is their median. Throws when there is no run. */
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
 * Measures ours and theirs in turn, so that other load on the machine affects both. Each first runs once without counting. Both return the
 * same unit.
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
