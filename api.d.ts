/**
 * What other extensions can ask Interview Study. Copy this file into your extension; it needs nothing else.
 *
 * ```ts
 * const study = vscode.extensions.getExtension<InterviewStudyApi>('interview-study.interview-study');
 * const api = await study?.activate();
 * if (api?.version === 1) console.log(await api.lookUp('ISR'));
 * ```
 *
 * Within a version the API only grows: new fields and functions come, none goes or changes its meaning. What would break a caller raises `version`.
 */
export interface InterviewStudyApi {
  readonly version: 1;
  /** The topics as the sidebar shows them: folders and notes at the top, questions and terms at the leaves. */
  topics(): Promise<readonly ApiTopic[]>;
  /** What a name means, in every language that the notes have; several where systems share it, none where it is unknown. Case counts in acronyms only. */
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
  /** As plain text. */
  readonly definition: string;
  /** Title of the system it belongs to, such as Kafka. */
  readonly system: string;
  readonly language: 'en' | 'zh';
  /** URI of the note. */
  readonly uri: string;
  /** 1-based line in the note. */
  readonly line: number;
}
