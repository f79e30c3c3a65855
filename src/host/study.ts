import { Disposable, type ExtensionContext, env, Uri, workspace } from 'vscode';
import type { Trouble } from '../progress/ports';
import type { ProgressStore } from '../progress/store';
import type { QuizSettings } from '../quiz/planNow';
import { keepNote } from '../study/keptNote';
import { Library, type LibraryNote, type NoteTexts, type NoteTrouble } from '../study/library';
import type { StudyNote } from '../study/model';
import type { Glossary } from '../terms/glossary';
import { BuiltInContent, type ContentLanguage } from './builtIn';
import type { GlossaryCollector } from './collectGlossary';
import { filesOf } from './folderFiles';
import { homeFolder } from './home';
import { NoteReader } from './noteReader';
import { EditorNoteTexts } from './noteTexts';
import { openProgress } from './progress';
import type { UserNotes } from './userNotes';

/** Who is told of trouble. */
export interface StudyTroubles {
  progress(trouble: Trouble): void;
  note(trouble: NoteTrouble): void;
}

/**
 * The parts that the faces share, each made when it is first asked for: a start of the editor makes none of them.
 */
export class Study implements Disposable {
  readonly texts: NoteTexts;
  readonly #context: ExtensionContext;
  readonly #tell: StudyTroubles;
  readonly #builtIn: BuiltInContent;
  readonly #subscriptions: Disposable[] = [];
  #library: Promise<Library> | undefined;
  #progress: Promise<ProgressStore> | undefined;
  #userNotes: UserNotes | undefined;
  #reader: NoteReader | undefined;
  #otherLanguage: Promise<readonly LibraryNote[]> | undefined;
  #glossaryCollector: GlossaryCollector | undefined;
  #glossary: { readonly revision: number; readonly glossary: Promise<Glossary> } | undefined;

  constructor(context: ExtensionContext, tell: StudyTroubles) {
    this.#context = context;
    this.#tell = tell;
    this.#builtIn = new BuiltInContent(context.extensionUri);
    this.texts = new EditorNoteTexts(this.#builtIn);
  }

  /** The library: the built-in notes at once, the user's as they are read. */
  library(): Promise<Library> {
    // What failed once may work the next time.
    this.#library ??= this.#openLibrary().catch((error) => {
      this.#library = undefined;
      throw error;
    });
    return this.#library;
  }

  progress(): Promise<ProgressStore> {
    this.#progress ??= openProgress(
      this.#context,
      () => quizSettings().retention,
      this.#tell.progress,
      this.#subscriptions,
    );
    return this.#progress;
  }

  /** The library's jargon as it is now, in both languages of the built-in content. */
  async glossary(): Promise<Glossary> {
    const library = await this.library();
    const { revision } = library;
    if (this.#glossary?.revision === revision) return this.#glossary.glossary;
    const glossary = this.#collectGlossary(library);
    const current = { revision, glossary };
    this.#glossary = current;
    return glossary.catch((error) => {
      if (this.#glossary === current) this.#glossary = undefined;
      throw error;
    });
  }

  async #collectGlossary(library: Library): Promise<Glossary> {
    this.#otherLanguage ??= this.#builtIn.notes(contentLanguage() === 'en' ? 'zh-cn' : 'en');
    const own = library.notes.filter((note) => !note.builtIn);
    const builtIn = library.notes.filter((note) => note.builtIn);
    const [others, { GlossaryCollector }] = await Promise.all([this.#otherLanguage, import('./collectGlossary')]);
    this.#glossaryCollector ??= new GlossaryCollector();
    return this.#glossaryCollector.collect([...own, ...builtIn, ...others]);
  }

  /** Reads the user's notes anew from where the setting says; `report` hears how many of how many are read. */
  async loadNotes(report: (done: number, all: number) => void): Promise<void> {
    const [library, version, { UserNotes: Notes }] = await Promise.all([
      this.library(),
      this.#readerVersion(),
      import('./userNotes'),
    ]);
    if (!this.#userNotes) {
      const files = filesOf(Uri.joinPath(this.#context.globalStorageUri, 'notes'));
      this.#userNotes = new Notes(library, this.#noteReader(), { files, version }, this.#tell.note);
      this.#subscriptions.push(this.#userNotes);
    }
    await this.#userNotes.load(notesSetting(), homeFolder(), report);
  }

  /** What a note with this text says. */
  async read(text: string): Promise<StudyNote> {
    return keepNote((await this.#noteReader().read(new TextEncoder().encode(text))).note!);
  }

  /** Stops reading notes; what is read stays. */
  cancelLoading(): void {
    this.#userNotes?.cancel();
  }

  /** Puts the built-in content of the language that is set now in place of what is there. */
  async changeLanguage(): Promise<void> {
    const library = await this.library();
    const notes = await this.#builtIn.notes(contentLanguage());
    this.#otherLanguage = undefined;
    const gone = library.notes.filter((note) => note.builtIn).map((note) => note.uri);
    library.update(notes, gone);
  }

  dispose(): void {
    Disposable.from(...this.#subscriptions).dispose();
  }

  #noteReader(): NoteReader {
    if (!this.#reader) {
      this.#reader = new NoteReader(this.#context.extensionUri);
      this.#subscriptions.push(this.#reader);
    }
    return this.#reader;
  }

  /** Another reader reads otherwise: the version of the extension, and in development the build. */
  async #readerVersion(): Promise<string> {
    const { extension, extensionUri } = this.#context;
    const { version } = extension.packageJSON as { version?: string };
    const program = Uri.joinPath(extensionUri, 'dist', 'reader.js');
    // Where an extension is no folder of files, its version is all there is to tell.
    const build = await Promise.resolve(workspace.fs.stat(program)).catch(() => undefined);
    return [version, build?.mtime, build?.size].join(' ');
  }

  async #openLibrary(): Promise<Library> {
    const library = new Library();
    const [notes, progress] = await Promise.all([this.#builtIn.notes(contentLanguage()), this.progress()]);
    library.know(() => progress.known);
    library.update(notes);
    return library;
  }
}

/** The language of the built-in content: as set, else that of the editor. */
export function contentLanguage(): ContentLanguage {
  const set = workspace.getConfiguration('interviewStudy').get<string>('language', 'auto');
  if (set === 'en' || set === 'zh-cn') return set;
  return env.language.toLowerCase().startsWith('zh') ? 'zh-cn' : 'en';
}

/** Folders, files and patterns where the user keeps notes. */
export function notesSetting(): readonly string[] {
  const set = workspace.getConfiguration('interviewStudy').get<unknown>('notes', []);
  return Array.isArray(set) ? set.filter((entry): entry is string => typeof entry === 'string') : [];
}

/** How quizzes are planned, as set; a value out of range counts as the nearest in it. */
export function quizSettings(): QuizSettings {
  const settings = workspace.getConfiguration('interviewStudy');
  const number = (key: string, standard: number, least: number, most: number) => {
    const value = Number(settings.get<unknown>(key, standard));
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : standard;
  };
  return {
    newPerDay: number('quiz.newPerDay', 20, 0, 1000),
    minutesPerDay: number('quiz.minutesPerDay', 0, 0, 600),
    retention: number('quiz.retention', 0.9, 0.7, 0.97),
    dayStart: number('quiz.dayStart', 4, 0, 23),
  };
}
