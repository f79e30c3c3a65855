/** A folder of many notes for benchmarks: pieces of the built-in content, each note 16 KB long and unlike all others. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '../content/notes';

/** Bytes of a note; that of which 10,000 are 160 MB. */
const size = 16_000;

/** The texts of so many notes. The same number gives the same notes. */
export function* manyNotes(count: number): Generator<string> {
  const sections = (['en', 'zh-cn'] as const).flatMap((language) =>
    [...readContent(language).values()].flatMap(({ text }) => text.replace(/ \{#[\w-]+\}/g, '').split(/(?=^### )/m)),
  );
  let at = 0;
  for (let i = 0; i < count; i += 1) {
    let text = `# Note ${i}\n\n`;
    let bytes = 0;
    while (bytes < size) {
      // A step that has no divisor in common with their number goes through all of them in another order each time.
      at = (at + 7919 + Math.floor(i / sections.length)) % sections.length;
      const section = sections[at]!.replace(/^(###? .*)$/m, `$1 (${i})`);
      text += section;
      bytes += Buffer.byteLength(section);
    }
    yield text;
  }
}

/** Writes the notes below a folder, a hundred in each folder of it. */
export async function writeNotes(folder: string, count: number): Promise<void> {
  let i = 0;
  for (const text of manyNotes(count)) {
    const below = join(folder, `part-${Math.floor(i / 100)}`);
    if (i % 100 === 0) await mkdir(below, { recursive: true });
    await writeFile(join(below, `note-${i}.md`), text);
    i += 1;
  }
}
