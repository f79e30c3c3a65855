import { parse as parseYaml } from 'yaml';

/** The fields that say something to us; of any type, since anyone may write anything. */
export interface Fields {
  readonly title?: unknown;
  readonly tags?: unknown;
  readonly tag?: unknown;
  readonly system?: unknown;
  readonly version?: unknown;
  readonly context?: unknown;
}

/** What stands between the `---` lines at the top of a note. */
export interface FrontMatter {
  /** Offset at which the Markdown begins. */
  readonly end: number;
  /** Fields of the mapping; none where the YAML is broken or no mapping. */
  readonly fields: Fields;
  readonly broken: boolean;
}

const FENCED = /^---[ \t]*(?:\r\n|\n|\r)([\s\S]*?)(?<=[\r\n])(?:---|\.\.\.)[ \t]*(?=\r|\n|$)/;

const BEGINS = /^(?:[ \t]*(?:#.*)?[\r\n]+)*(?:$|["']?[\w\u3400-\u9fff-]+["']?[ \t]*:)/;

/** Longer front matter than this is a document that begins with a rule. */
const MAX_LENGTH = 20_000;

/** Reads YAML front matter at `from`; undefined where there is none. */
export function frontMatterOf(text: string, from: number): FrontMatter | undefined {
  if (!text.startsWith('---', from)) return undefined;
  const match = FENCED.exec(text.slice(from, from + MAX_LENGTH));
  // A rule at the top of a note is none: YAML of notes is a mapping, so it begins with a key.
  if (!match || !BEGINS.test(match[1]!)) return undefined;
  const end = from + match[0].length;
  try {
    const value: unknown = parseYaml(match[1]!, { maxAliasCount: 0, logLevel: 'error' });
    if (value === null || value === undefined) return { end, fields: {}, broken: false };
    if (typeof value !== 'object' || Array.isArray(value)) return { end, fields: {}, broken: true };
    return { end, fields: value, broken: false };
  } catch {
    return { end, fields: {}, broken: true };
  }
}
