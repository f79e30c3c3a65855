import type { Moment } from '../progress/mastery';
import type { Progress } from '../progress/progress';
import type { Library, NoteTexts } from '../study/library';
import { definitionText } from '../study/text';
import type { StudyNode } from '../study/topicTree';
import type { Glossary } from '../terms/glossary';
import { placeOf } from './links';
import { TopicTallies } from './notes/topicTallies';

/** What other extensions can ask: the `exports` of this one. Grows only; `version` says by how much. */
export interface InterviewStudyApi {
  readonly version: 1;
  /** The topics as the sidebar shows them: folders and notes at the top, questions at the leaves. */
  topics(): Promise<readonly ApiTopic[]>;
  /** What a name means; several where systems share it, none where it is unknown. Case counts in acronyms only. */
  lookUp(name: string): Promise<readonly ApiTerm[]>;
  /** How many notes there are, and whether more of what they say is still to come. */
  extent(): Promise<{ readonly notes: number; readonly reading: boolean }>;
}

export interface ApiTopic {
  readonly title: string;
  readonly kind: 'folder' | 'note' | 'topic' | 'question' | 'term';
  /** URI of the note; a folder has none. */
  readonly uri?: string;
  /** 1-based line in the note. */
  readonly line?: number;
  /** Cards at and below it: all, and of these known and due. */
  readonly cards: number;
  readonly known: number;
  readonly due: number;
  readonly children: readonly ApiTopic[];
}

export interface ApiTerm {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly definition: string;
  /** Title of the system it belongs to, such as Kafka. */
  readonly system: string;
  readonly language: 'en' | 'zh';
  readonly uri: string;
  readonly line: number;
}

export interface ApiDeps {
  readonly texts: NoteTexts;
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  glossary(): Promise<Glossary>;
  moment(): Moment;
}

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
