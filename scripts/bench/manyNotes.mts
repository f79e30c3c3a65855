export const cardsANote = 100;
const notes = 500;

/** Notes with 50,000 cards: questions, and in every tenth place a term. */
export function notesOfBench(): { readonly name: string; readonly text: string }[] {
  return Array.from({ length: notes }, (_, index) => ({ name: `note-${index}.md`, text: noteText(index) }));
}

function noteText(note: number): string {
  const lines = [`# Note ${note}`, ''];
  for (let card = 0; card < cardsANote; card++) {
    if (card % 20 === 0) lines.push(`## Topic ${note}.${card / 20}`, '');
    if (card % 10 === 9)
      lines.push(
        `- **term${note}x${card}**: What the part ${card} of the system ${note} is called, and no other part is.`,
        '',
      );
    else
      lines.push(
        `### Why does system ${note} need its part ${card}?`,
        '',
        `Because of reason ${note * card} of the design.`,
        '',
      );
  }
  return lines.join('\n');
}
