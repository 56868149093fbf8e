import { useEffect, useRef } from 'react';
import { clockTime, dateInUtc } from '../../shared/time-words.ts';
import typography from '../ui/typography.module.css';
import 'uplot/dist/uPlot.min.css';
import styles from './usage.module.css';
import { words } from './words.ts';

interface ChartProps {
  readonly name: string;
  /** Says in one sentence what the picture shows. */
  readonly summary: string;
  readonly kind: 'bars' | 'line';
  /** Milliseconds since 1970, the earliest first. */
  readonly times: readonly number[];
  readonly values: readonly number[];
  readonly height: number;
  /** The highest value of the scale. Without it the values decide. */
  readonly top?: number;
  /** Heads of the table's two columns. */
  readonly columns: readonly [string, string];
  readonly timeWords: (at: number) => string;
  readonly valueWords: (value: number) => string;
}

/** Shows a small chart on a canvas, and the same figures as a table for those who do not see it. */
export function Chart(props: ChartProps) {
  const { name, summary, kind, times, values, height, top, columns, timeWords, valueWords } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const holder = box.current;
    if (holder === null || times.length === 0) return;
    let ended = false;
    let end = () => {};
    void import('uplot').then(({ default: UPlot }) => {
      if (ended) return;
      let plot: InstanceType<typeof UPlot> | null = null;
      const draw = () => {
        plot?.destroy();
        const ink = colour('--ink-3');
        const accent = colour('--accent');
        const bars = UPlot.paths.bars?.({ size: [0.7, 28] });
        const axis = {
          stroke: ink,
          font: `11px ${getComputedStyle(holder).fontFamily}`,
          ticks: { show: false },
        };
        plot = new UPlot(
          {
            width: Math.max(120, holder.clientWidth),
            height,
            legend: { show: false },
            cursor: { show: false },
            tzDate: (seconds) => UPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
            scales: {
              x: {
                range: (_, from, to) => (kind === 'bars' ? [from - 43_200, to + 43_200] : [from, to + 1]),
              },
              y: { range: (_, _from, to) => [0, top ?? Math.max(4, to * 1.1)] },
            },
            axes: [
              {
                ...axis,
                size: 24,
                space: 70,
                grid: { show: false },
                values: (_, ticks) =>
                  ticks.map((tick) => (kind === 'bars' ? dateInUtc(tick * 1000) : clockTime(tick * 1000))),
              },
              {
                ...axis,
                size: 40,
                space: 24,
                grid: { stroke: colour('--line'), width: 1 },
                values: (_, ticks) => ticks.map((tick) => (Number.isInteger(tick) ? String(tick) : '')),
                ...(top === undefined ? {} : { splits: [0, top / 2, top] }),
              },
            ],
            series: [
              {},
              {
                stroke: accent,
                width: 1.5,
                points: { show: false },
                ...(kind === 'bars' && bars !== undefined ? { fill: accent, paths: bars } : {}),
              },
            ],
          },
          [times.map((at) => at / 1000), [...values]],
          holder,
        );
      };
      draw();
      const dark = matchMedia('(prefers-color-scheme: dark)');
      const resized = new ResizeObserver(() =>
        plot?.setSize({ width: Math.max(120, holder.clientWidth), height }),
      );
      resized.observe(holder);
      dark.addEventListener('change', draw);
      end = () => {
        resized.disconnect();
        dark.removeEventListener('change', draw);
        plot?.destroy();
      };
    });
    return () => {
      ended = true;
      end();
    };
  }, [kind, times, values, height, top]);
  return (
    <figure className={styles.chart} aria-label={name}>
      <div ref={box} className={styles.chartCanvas} style={{ height }} aria-hidden="true" />
      <figcaption className={`${typography.muted} ${typography.small}`}>{summary}</figcaption>
      <details>
        <summary className={typography.small}>{words.chart.asATable(name)}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long table could not be scrolled by the keyboard otherwise */}
        <section className={styles.tableBox} aria-label={words.chart.table(name)} tabIndex={0}>
          <table className={styles.usageTable}>
            <thead>
              <tr>
                <th scope="col">{columns[0]}</th>
                <th scope="col">{columns[1]}</th>
              </tr>
            </thead>
            <tbody>
              {times.map((at, n) => (
                <tr key={at}>
                  <td>{timeWords(at)}</td>
                  <td>{valueWords(values[n] ?? 0)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </details>
    </figure>
  );
}

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name);
