/**
 * Writes `content/COVERAGE.md` and prints, one line of JSON a system, what there is and how much of what was asked and had to be set right is covered.
 * The notes that ask and the sheets of facts are not part of the project: where they are absent, only the table is made.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { coverageTable, parseCoverage } from './content/coverage';
import { readContent } from './content/notes';
import { readPoints } from './content/sources';

const coverage = parseCoverage(readFileSync('content/coverage.yaml', 'utf8'));
const content = readContent('en');
writeFileSync('content/COVERAGE.md', coverageTable(coverage, content));

const points = readPoints();
if (!points) console.error('../shared is absent: nothing to compare with');
for (const [system, { note }] of content) {
  const asked = coverage.asked[system] ?? [];
  const corrected = coverage.corrected[system] ?? [];
  console.log(
    JSON.stringify({
      system,
      cards: note.cards.length,
      terms: note.terms.length,
      asked: asked.length,
      corrected: corrected.length,
    }),
  );
}
if (points) {
  for (const kind of ['asked', 'corrected'] as const) {
    const keys = new Set(Object.values(coverage[kind]).flatMap((claims) => claims.flatMap(({ at }) => at)));
    const covered = points[kind].filter(({ key }) => keys.has(key));
    const percent = Math.floor((100 * covered.length) / points[kind].length);
    console.log(JSON.stringify({ kind, points: points[kind].length, covered: covered.length, percent }));
  }
}
