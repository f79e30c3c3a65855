import type { ApiTopic, InterviewStudyApi } from '../../api';
import type { Moment } from '../progress/mastery';
import type { Progress } from '../progress/progress';
import type { Library, NoteTexts } from '../study/library';
import { definitionText } from '../study/text';
import type { StudyNode } from '../study/topicTree';
import type { Glossary } from '../terms/glossary';
import { placeOf } from './links';
import { TopicTallies } from './notes/topicTallies';

export interface ApiDeps {
  readonly texts: NoteTexts;
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  glossary(): Promise<Glossary>;
  moment(): Moment;
}

/** The `exports` of the extension, as `api.d.ts` describes them to others. */
export function createApi(deps: ApiDeps): InterviewStudyApi {
  return {
    version: 1,
    async topics() {
      const tallies = await TopicTallies.count(await deps.library(), await deps.progress(), deps.moment());
      return tallies.roots.map((node) => topicOf(node, tallies));
    },
    async extent() {
      const { notes, reading } = await deps.library();
      return { notes: notes.length, reading };
    },
    async lookUp(name) {
      const wanted = fold(name);
      const concepts = (await deps.glossary()).concepts.filter((concept) =>
        concept.names.some((each) => fold(each) === wanted),
      );
      const found = concepts.flatMap((concept) =>
        concept.definitions.map(({ note, term }) => ({ concept, note, term })),
      );
      return Promise.all(
        found.map(async ({ concept, note, term }) => ({
          name: term.name,
          aliases: term.aliases,
          definition: definitionText(await deps.texts.text(note.uri), term),
          system: concept.system.title,
          language: note.note.language,
          uri: note.uri,
          line: term.line,
        })),
      );
    },
  };
}

function topicOf(node: StudyNode, tallies: TopicTallies): ApiTopic {
  const { all, known, due } = tallies.tally(node);
  const kind = node.kind === 'card' ? (node.card.kind === 'term' ? 'term' : 'question') : node.kind;
  const children = node.children.map((child) => topicOf(child, tallies));
  return { title: node.title, kind, ...placeOf(node), cards: all, known, due, children };
}

/** An acronym is what it is in upper case only. */
function fold(name: string): string {
  const text = name.trim().normalize('NFKC');
  return /^[A-Z0-9]{2,6}$/.test(text) ? text : text.toLowerCase();
}
