import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
const english: Record<string, string> = JSON.parse(readFileSync('package.nls.json', 'utf8'));
const chinese: Record<string, string> = JSON.parse(readFileSync('package.nls.zh-cn.json', 'utf8'));
const bundle: Record<string, string> = JSON.parse(readFileSync('l10n/bundle.l10n.zh-cn.json', 'utf8'));

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'));
const code = sources.join('\n');

const contributed: string[] = manifest.contributes.commands.map((each: { command: string }) => each.command);

describe('the manifest', () => {
  it('contributes the commands that the code registers, and no others', () => {
    const table = /export const command = \{([\s\S]*?)\}/.exec(code)?.[1] ?? '';
    const named = [...table.matchAll(/'(interviewStudy\.\w+)'/g)].map((match) => match[1]!);
    assert.deepEqual([...contributed].sort(), named.sort());
    for (const name of table.matchAll(/(\w+):/g)) {
      assert.match(code, new RegExp(`registerCommand\\(\\s*command\\.${name[1]}\\b`), `${name[1]} is not registered`);
    }
  });

  it('names only its own commands in menus', () => {
    const inMenus = Object.values<{ command: string }[]>(manifest.contributes.menus).flat();
    for (const { command } of inMenus) assert.ok(contributed.includes(command), command);
  });

  it('has settings that the code reads', () => {
    for (const key of Object.keys(manifest.contributes.configuration.properties)) {
      const name = key.replace('interviewStudy.', '');
      assert.ok(code.includes(`'${name}'`), `${key} is read nowhere`);
    }
  });

  it('has every text in both languages', () => {
    const used = [...JSON.stringify(manifest).matchAll(/%([\w.-]+)%/g)].map((match) => match[1]!);
    assert.deepEqual([...new Set(used)].sort(), Object.keys(english).sort());
    assert.deepEqual(Object.keys(chinese).sort(), Object.keys(english).sort());
  });
});

describe('the texts of the code', () => {
  const texts = [...code.matchAll(/l10n\.t\(\s*(['`])((?:\\.|(?!\1).)*)\1/g)].map((match) =>
    match[2]!.replaceAll("\\'", "'"),
  );

  it('are all translated, and nothing else is', () => {
    assert.deepEqual(Object.keys(bundle).sort(), [...new Set(texts)].sort());
  });

  it('keep their places for values', () => {
    for (const [text, translation] of Object.entries(bundle)) {
      const places = (each: string) => [...each.matchAll(/\{\d\}/g)].map(String).sort();
      assert.deepEqual(places(translation), places(text), text);
    }
  });
});
