import { expect } from 'chai';
import type { Line } from '../../../src/notes/blocks';
import { frontMatterOf } from '../../../src/notes/frontMatter';
import { LineIndex } from '../../../src/notes/lineIndex';
import { mend } from '../../../src/notes/mend';
import { openNote } from '../../../src/notes/note';
import { numberingLength, stripNumbering } from '../../../src/notes/numbering';
import { plain } from '../../../src/notes/plain';
import { isProse } from '../../../src/notes/prose';
import { readable } from '../../../src/notes/readable';
import { languageOf } from '../../../src/notes/script';

/** The lines of a note, each as the piece of the note that its offsets give. */
function sources(text: string): string[] {
  return openNote(text)
    .blocks.filter((block): block is Line => block.kind === 'line')
    .map((line) => text.slice(line.start, line.end));
}

describe('note', () => {
  it('cuts paragraphs into lines with true offsets', () => {
    const text = 'one **two**  \nthree\\\n  four `five`\n\n> six\n> seven\n\n- eight\n  nine\n\n1. ten\neleven\n';
    expect(sources(text)).deep.equal([
      'one **two**',
      'three\\',
      'four `five`',
      'six',
      'seven',
      'eight',
      'nine',
      'ten',
      'eleven',
    ]);
  });

  it('keeps offsets with a BOM, CRLF and front matter', () => {
    const text =
      '\ufeff---\r\ntitle: A\r\n---\r\n# Head\r\n\r\none\r\ntwo **three**\r\n\r\n\t\t这是一段缩进的中文，不是代码。\r\n';
    expect(sources(text)).deep.equal(['one', 'two **three**', '这是一段缩进的中文，不是代码。']);
    const [heading] = openNote(text).blocks;
    expect(openNote(text).lines.lineAt(heading!.start)).equal(4);
  });

  it('reads prose that is indented like code, with its lists', () => {
    const text =
      '**题目**\n\n\t\t第一句话说明事情。\n\n\t\t- 第一点的内容在这里\n\n- 项目\n\n\t\t\t列表里的说明也是中文。\n';
    expect(sources(text)).deep.equal([
      '**题目**',
      '第一句话说明事情。',
      '第一点的内容在这里',
      '项目',
      '列表里的说明也是中文。',
    ]);
  });

  it('leaves indented code alone', () => {
    for (const code of [
      'int a = 1; // 变量',
      'if (x) {',
      'SELECT * FROM 表;',
      '# 注释 = 1',
      '┌──表──┐',
      'ls -la /tmp',
      'foo bar',
    ]) {
      expect(
        openNote(`text\n\n    ${code}\n`).blocks.map((block) => block.kind),
        code,
      ).deep.equal(['line', 'code']);
    }
  });

  it('takes a rule below several lines for a rule', () => {
    const kinds = (text: string) => openNote(text).blocks.map((block) => block.kind);
    expect(kinds('Title\n---\n')).deep.equal(['heading']);
    expect(kinds('one\ntwo\n---\n')).deep.equal(['line', 'line', 'rule']);
    expect(kinds('A sentence ends here.\n---\n')).deep.equal(['line', 'rule']);
  });

  it('lets a numbered list go on after indented code', () => {
    const text = 'a\n\n    **[⬆ Top](#top)**\n\n27. ### Next?\n\n    text\n';
    expect(openNote(text).blocks.some((block) => block.kind === 'heading' && block.text === 'Next?')).equal(true);
  });

  it('tells tags from types', () => {
    const [line] = openNote('`a` List<Event> <b>bold</b> <br> Map<String, X>').blocks;
    expect((line as Line).text).equal('a List<Event> bold   Map<String, X>');
  });

  it('reads a long note in pieces as it reads it whole', () => {
    const section =
      '## Title\n\nSome words that say something, with **bold** and `code`.\n\n```sh\n# comment\n```\n\n<!--\n# hidden\n-->\n\n';
    const text = section.repeat(600);
    const { pieces } = mend(text);
    expect(pieces.length).greaterThan(1);
    expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).equal(text);
    const note = openNote(text);
    expect(note.blocks.filter((block) => block.kind === 'heading')).length(600);
    expect(note.findings).deep.equal([]);
  });
});

describe('front matter', () => {
  it('is a mapping between rules at the top', () => {
    expect(frontMatterOf('---\ntitle: A\n---\ntext', 0)?.fields).deep.equal({ title: 'A' });
    expect(frontMatterOf('---\ntitle: A\n...\ntext', 0)?.end).equal(16);
    expect(frontMatterOf('---\n---\ntext', 0)?.fields).deep.equal({});
    expect(frontMatterOf('---\nno mapping\n---\n', 0)).equal(undefined);
    expect(frontMatterOf('text\n---\na: b\n---\n', 0)).equal(undefined);
  });

  it('is said to be broken, and left out', () => {
    expect(frontMatterOf('---\na: [\n---\n', 0)).deep.equal({ end: 12, fields: {}, broken: true });
    expect(frontMatterOf('---\n- a: 1\n---\n', 0)?.broken).equal(undefined);
  });
});

describe('numbering', () => {
  it('goes from the front of a title', () => {
    for (const [text, title] of [
      ['1.架构', '架构'],
      ['1.1Flink运行架构', 'Flink运行架构'],
      ['7.1.2 表环境', '表环境'],
      ['一、概述', '概述'],
      ['（二）存储', '存储'],
      ['(3) Storage', 'Storage'],
      ['Q12. What?', 'What?'],
      ['Q7：什么？', '什么？'],
      ['10) Ten', 'Ten'],
      ['3、三', '三'],
      ['① 圈', '圈'],
      ['1. 2) both', 'both'],
      ['Question 5: Why?', 'Why?'],
    ]) {
      expect(stripNumbering(text!), text).equal(title);
    }
  });

  it('stays where the number says something', () => {
    for (const text of ['4个By', '2PC', '3 ways to do it', '2.0版本', '100%', '99.9% uptime', '5', 'A. b', 'i.e. so']) {
      expect(numberingLength(text), text).equal(0);
    }
  });
});

describe('prose', () => {
  it('is told from code', () => {
    expect(isProse('处理时间指执行处理操作的机器系统时间')).equal(true);
    expect(isProse('The leader keeps the list of those that have caught up.')).equal(true);
    expect(isProse('val stream = env.fromElements(1, 2) // 创建流')).equal(false);
    expect(isProse('for each item in the list do something with it;')).equal(false);
    expect(isProse('bin/run.sh -n 7 -s 8')).equal(false);
    expect(isProse('')).equal(false);
  });
});

describe('line index', () => {
  it('counts every kind of line end', () => {
    const index = new LineIndex('a\nb\r\nc\rd');
    expect([0, 1, 2, 3, 4, 5, 6, 7].map((offset) => index.lineAt(offset))).deep.equal([1, 1, 2, 2, 2, 3, 3, 4]);
    expect(new LineIndex('').lineAt(0)).equal(1);
    expect(new LineIndex('x\n'.repeat(3000)).lineAt(5999)).equal(3000);
  });
});

describe('language', () => {
  it('is that of most letters', () => {
    expect(languageOf('Kafka 的 ISR 机制保证副本与 leader 同步')).equal('zh');
    expect(languageOf('In-sync replicas (同步副本) are those that have caught up')).equal('en');
    expect(languageOf('')).equal('en');
  });
});

describe('readable', () => {
  it('shows prose as prose and code as code', () => {
    expect(readable('\t\t第一段中文说明。\n\n\t\t第二段中文说明。')).equal('第一段中文说明。\n\n第二段中文说明。');
    expect(readable('短句\n\n\t\t缩进的中文说明。')).equal('短句\n\n缩进的中文说明。');
    expect(readable('text\n\n    int a = 1;')).equal('text\n\n    int a = 1;');
    expect(readable('```\n\t\t缩进的中文说明。\n```')).equal('```\n\t\t缩进的中文说明。\n```');
    expect(readable('- a\n\n  b\n\n      code = 1;')).equal('- a\n\n  b\n\n      code = 1;');
    expect(readable('\t- a\n\t\t- b')).equal('- a\n\t- b');
  });

  it('drops comments, tables of contents and centring, but not in code', () => {
    expect(readable('[TOC]\n\na <!-- TODO x --> b\n<center>c</center>\n<!-- more')).equal('a  b\nc');
    expect(readable('```html\n<!-- kept -->\n<center>\n```')).equal('```html\n<!-- kept -->\n<center>\n```');
  });
});

describe('plain', () => {
  it('leaves the words', () => {
    expect(plain('**a** `b` [c](d) ![e](f) *g* <b>h</b> <!-- i --> \\*j &amp; ==k==')).equal('a b c g h *j & k');
    expect(plain('> - one\n> - two')).equal('one\ntwo');
    expect(plain('List<Event> a_b_c 2 * 3 * 4')).equal('List<Event> a_b_c 2 * 3 * 4');
  });
});
