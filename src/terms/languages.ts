/** VS Code's language ids by file extension, for texts that come without an id (scripts, single files), where the two differ. */
const byExtension: Readonly<Record<string, string>> = {
  cc: 'cpp',
  cxx: 'cpp',
  h: 'c',
  hpp: 'cpp',
  ino: 'cpp',
  js: 'javascript',
  jsx: 'javascriptreact',
  m: 'objective-c',
  mjs: 'javascript',
  rs: 'rust',
  s: 'asm',
  sh: 'shellscript',
  ts: 'typescript',
  tsx: 'typescriptreact',
};

/** Languages of trades far from data systems, firmware and web pages: their programs use the same capitals for their own things. */
const farFromData: ReadonlySet<string> = new Set([
  'arduino',
  'asm',
  'c',
  'cpp',
  'css',
  'html',
  'javascript',
  'javascriptreact',
  'less',
  'makefile',
  'objective-c',
  'php',
  'rust',
  'scss',
  'svelte',
  'swift',
  'typescript',
  'typescriptreact',
  'vue',
]);

/** The language of a text: what the editor says, else what the file's extension tells; '' if neither does. */
export function languageOf({ path, languageId }: { readonly path: string; readonly languageId: string }): string {
  if (languageId !== '') return languageId;
  const extension = /\.(\w+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
  return byExtension[extension] ?? extension;
}

/** Whether capitals in a text of this language are rarely those of data systems. */
export function isFarFromData(language: string): boolean {
  return farFromData.has(language);
}
