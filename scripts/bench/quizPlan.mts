/** `quiz.plan`: milliseconds to plan the day with 50,000 cards, 10,000 of them due, against looking up each card once; medians. */
import { CardIndex } from '../../src/quiz/cardIndex';
import { plan } from '../../src/quiz/plan';
import type { Schedule } from '../../src/schedule/types';
import { identify } from '../../src/study/identity';
import { readNote } from '../../src/study/readNote';
import type { Figure } from '../bench.mjs';
import { cardsANote, notesOfBench } from './manyNotes.mjs';
import { median } from './statistics.mjs';

const day = 86_400_000;
const rounds = 31;

export async function quizPlan(): Promise<Figure> {
  const now = 20_000 * day + day / 2;
  const notes = notesOfBench().map(({ name, text }) => ({
    uri: `file:///${name}`,
    builtIn: false,
    note: readNote(text),
  }));
  const cards = identify(notes, []);
  const schedules = new Map<string, Schedule>();
  for (const [index, id] of [...cards.keys()].entries()) {
    if (index % 5 >= 3) continue;
    const due = now + ((index % 5) - 0.5) * ((index % 30) + 1) * day;
    const lastReview = now - ((index % 60) + 1) * day;
    schedules.set(id, {
      phase: 'review',
      due,
      lastReview,
      stability: 1 + (index % 90),
      difficulty: 5,
      reps: 3,
      lapses: 0,
      step: 0,
    });
  }
  const limits = { now, day: { start: now - day / 2, end: now + day / 2 }, newPerDay: 20, newToday: 0, favoured: [] };
  const ours: number[] = [];
  const looks: number[] = [];
  const index = new CardIndex(cards);
  const ids = [...cards.keys()];
  for (let round = 0; round < rounds; round++) {
    // Between two plans a card is answered, new or not.
    const answered = schedules.get(ids[round]!) ?? [...schedules.values()][0]!;
    schedules.set(ids[round]!, { ...answered, lastReview: now, due: now + 3 * day });
    let from = performance.now();
    plan({ index, schedules, marks: new Map() }, { kind: 'due' }, limits);
    ours.push(performance.now() - from);
    from = performance.now();
    let known = 0;
    for (const card of cards.values()) if (schedules.has(card.id)) known++;
    if (known !== schedules.size) throw new Error(`${cards.size} cards of ${notes.length * cardsANote} were read.`);
    looks.push(performance.now() - from);
  }
  const value = median(ours);
  const baseline = median(looks);
  return { name: 'quiz.plan', value, unit: 'ms', baseline, ratio: value / baseline };
}
