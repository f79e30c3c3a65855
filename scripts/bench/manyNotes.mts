export const cardsANote = 100;
const notes = 500;
const names = ['Writer', 'Reader', 'Leader', 'Broker', 'Cache', 'Index', 'Journal', 'Router', 'Sampler', 'Timer'];
const termsANote = names.length;

/** Notes with 50,000 cards: questions, and in every tenth place a term. */
export function notesOfBench(): { readonly name: string; readonly text: string }[] {
  return Array.from({ length: notes }, (_, index) => ({ name: `note-${index}.md`, text: noteText(index) }));
}

function noteText(note: number): string {
  const lines = [`# Note ${note}`, ''];
  for (let card = 0; card < cardsANote - termsANote; card++) {
    if (card % 18 === 0) lines.push(`## Topic ${note}.${card / 18}`, '');
    lines.push(
      `### Why does system ${note} need its part ${card}?`,
      '',
      `Because of reason ${note * card} of the design.`,
      '',
    );
  }
  lines.push('## Terms', '');
  for (let term = 0; term < termsANote; term++) {
    lines.push(
      `- **${names[term]} ${note}**: What the ${names[(term + 3) % termsANote]} of the system holds in its place ${term}, and no other.`,
    );
  }
  return lines.join('\n');
}
