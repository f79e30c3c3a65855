import type { Element, ElementContent } from 'hast';
import bash from 'highlight.js/lib/languages/bash';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import go from 'highlight.js/lib/languages/go';
import groovy from 'highlight.js/lib/languages/groovy';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import properties from 'highlight.js/lib/languages/properties';
import python from 'highlight.js/lib/languages/python';
import scala from 'highlight.js/lib/languages/scala';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';
import { createLowlight } from 'lowlight';

/** The languages whose code is coloured: those that notes on big data are written in. Each costs a few kilobytes. */
const languages = {
  bash,
  diff,
  dockerfile,
  go,
  groovy,
  ini,
  java,
  javascript,
  json,
  kotlin,
  properties,
  python,
  scala,
  shell,
  sql,
  typescript,
  xml,
  yaml,
};

let highlighter: ReturnType<typeof createLowlight> | undefined;

/** The code of a fenced block, coloured where its language is known: text in spans with classes. */
export function highlight(code: Element): ElementContent[] {
  const [text] = code.children;
  const language = languageOf(code);
  if (text?.type !== 'text' || language === undefined) return code.children;
  // Not before it is needed: the grammars take longer to set up than everything else that renders.
  highlighter ??= createLowlight(languages);
  if (!highlighter.registered(language)) return code.children;
  return highlighter.highlight(language, text.value).children as ElementContent[];
}

function languageOf({ properties }: Element): string | undefined {
  const classes = Array.isArray(properties.className) ? properties.className.map(String) : [];
  return classes.find((name) => name.startsWith('language-'))?.slice('language-'.length);
}
