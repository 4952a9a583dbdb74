import { join } from 'node:path';
import { georgiaMoments } from './georgia-moments.ts';
import { CHARTS, svgOf } from './golden-charts.tsx';

/** Where the pictures are kept that were looked at and found right. */
export const GOLDEN = join(import.meta.dirname, 'golden');

/** Every chart at every moment that it has something to say of, by the name of its file. */
export async function goldenSvgs(): Promise<ReadonlyMap<string, string>> {
  const moments = await georgiaMoments();
  const files = CHARTS.flatMap((chart) =>
    moments.map((moment) => [`${chart.name}.${moment.name}.svg`, svgOf(chart, moment)] as const),
  );
  return new Map(files.filter(([, svg]) => svg !== ''));
}
