import type { Heading } from '../../notes/blocks';
import { answerSpan } from '../content';
import type { Question, Reading, Section } from '../reading';

/** Headings over the question and over the answer of a note that is one card; a mark of the language may stand behind. */
const QUESTION =
  /^(?:question|题目|问题|面试题|вопрос|питання|pregunta|pergunta|frage|質問|문제)\s*([(（].{1,12}[)）])?$/iu;
const ANSWER =
  /^(?:(?:model |sample |full |short )?answer|(?:标准|参考|完整)?(?:答案|回答|解答)|ответ|відповідь|respuesta|resposta|antwort|回答|답변)\s*([(（].{1,12}[)）])?$/iu;
const MAX_QUESTION = 600;
/** One question in as many languages at most. */
const LANGUAGES = 8;

/** `# Question` over what is asked and `# Answer` over what answers it, further down: one card, whatever else the note says. */
export function collectAskedFile(reading: Reading): Question[] {
  const asking = reading.sections.filter(({ heading }) => heading && QUESTION.test(heading.text)).slice(0, LANGUAGES);
  return asking.flatMap((section) => {
    const language = section.heading && QUESTION.exec(section.heading.text);
    if (!section.heading || !language) return [];
    const answer = reading.sections.find(
      ({ heading, index }) => index > section.index && heading && ANSWER.exec(heading.text)?.[1] === language[1],
    );
    const again = reading.sections.find(
      ({ heading, index }) => index > section.index && heading && QUESTION.exec(heading.text)?.[1] === language[1],
    );
    if (!answer?.heading || (again && again.index < answer.index)) return [];
    const asked = firstParagraph(reading, section);
    const to = endOf(reading, answer, answer.heading);
    const span = answerSpan(reading, answer.from, to);
    if (!asked || asked.title.length > MAX_QUESTION || !span) return [];
    const { topic, id } = section;
    const base = { topic: reading.topics[topic]!.parent, id, from: answer.from, to, answer: span };
    return [{ ...base, ...asked, form: 'file' as const }];
  });
}

/** Whether a title only says that the question or the answer stands below. */
export function isAskedTitle(title: string): boolean {
  return QUESTION.test(title) || ANSWER.test(title);
}

/** What is asked: the first paragraph below the heading, in a quote or not. */
function firstParagraph(reading: Reading, section: Section): { title: string; start: number } | undefined {
  const first = reading.blocks[section.from];
  if (first?.kind !== 'line' || section.from >= section.to) return undefined;
  const lines: string[] = [];
  for (let i = section.from; i < section.to; i += 1) {
    const block = reading.blocks[i]!;
    if (block.kind !== 'line' || block.paragraph !== first.paragraph) break;
    lines.push(block.text);
  }
  return { title: lines.join(' '), start: first.start };
}

/** The section and all that is deeper. */
function endOf(reading: Reading, section: Section, heading: Heading): number {
  let to = section.to;
  for (let i = section.index + 1; i < reading.sections.length; i += 1) {
    const next = reading.sections[i]!;
    if (next.heading && next.heading.depth <= heading.depth) break;
    to = next.to;
  }
  return to;
}
