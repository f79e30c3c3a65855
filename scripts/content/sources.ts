import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { correctionsOf, type Point, pointsOf } from './coverage';

/** The notes that the course grew out of, and what was found wrong in them; not part of the project. */
const shared = '../shared';

/** What had to be answered and set right; undefined where the sources are absent. */
export function readPoints(): { readonly asked: Point[]; readonly corrected: Point[] } | undefined {
  if (!existsSync(`${shared}/seeds`) || !existsSync(`${shared}/facts`)) return undefined;
  return {
    asked: textsIn(`${shared}/seeds`).flatMap(pointsOf),
    corrected: textsIn(`${shared}/facts`).flatMap(correctionsOf),
  };
}

function textsIn(folder: string): string[] {
  return readdirSync(folder).map((name) => readFileSync(`${folder}/${name}`, 'utf8'));
}
