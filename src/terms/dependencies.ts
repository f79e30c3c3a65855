import { partsOf } from './ordinary';

/** Files that name what a program is built from. */
export const buildFiles: readonly string[] = [
  'pom.xml',
  'build.gradle',
  'build.gradle.kts',
  'build.sbt',
  'package.json',
  'requirements.txt',
  'pyproject.toml',
  'Pipfile',
  'go.mod',
  'Cargo.toml',
];

/** What of a build file is read, in characters. */
const longest = 200_000;

/** The words of the dependencies that a build file names, folded: `kafka` and `clients` of `kafka-clients`. Of a file that can't be read, none. */
export function dependencyWords(file: string, text: string): ReadonlySet<string> {
  const head = text.slice(0, longest);
  return new Set(namesIn(file.split(/[/\\]/).at(-1) ?? '', head).flatMap(partsOf));
}

function namesIn(file: string, text: string): string[] {
  const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name!);
  switch (file) {
    case 'package.json':
      return namesOfPackage(text);
    case 'pom.xml':
      // Above its dependencies a project names itself, which says no more than its folder.
      return [...text.matchAll(/<(dependency|plugin)>([\s\S]*?)<\/\1>/g)].flatMap(([, , body]) =>
        [...body!.matchAll(/<(?:groupId|artifactId)>([^<]*)</g)].map(([, name]) => name!),
      );
    case 'build.gradle':
    case 'build.gradle.kts':
    case 'build.sbt':
      return all(/["']([\w.-]+(?:["'\s%]+|:)[\w.-]+)/g);
    case 'go.mod':
      return all(/^\s*(?:require\s+)?([\w.-]+\/[\w./-]+)\s+v/gm);
    case 'requirements.txt':
      return all(/^\s*([\w.-]+)/gm);
    default:
      return all(/^\s*["']?([\w.-]+)/gm);
  }
}

function namesOfPackage(text: string): string[] {
  try {
    const read: unknown = JSON.parse(text);
    const parts = ['dependencies', 'devDependencies', 'peerDependencies'] as const;
    return parts.flatMap((part) => Object.keys((read as Partial<Record<typeof part, object>>)?.[part] ?? {}));
  } catch {
    return [];
  }
}
