import { expect } from 'chai';
import { dependencyWords } from '../../../src/terms/dependencies';
import { Glossary } from '../../../src/terms/glossary';
import { Page } from '../../../src/terms/page';
import { proseRanges } from '../../../src/terms/prose';
import { systems } from './notes';

describe('comments and strings', () => {
  const found = (text: string, language: string) =>
    proseRanges(text, language)?.map(([start, end]) => text.slice(start, end));

  it('are found by the signs of the language', () => {
    expect(found('int a = "b\\"c"; // d\n/* e\nf */ g', 'java')).eql(['"b\\"c"', '// d', '/* e\nf */']);
    expect(found('a = \'b\' # c\n"""d\ne"""', 'python')).eql(["'b'", '# c', '"""d\ne"""']);
    expect(found("select 'a' -- b\n/* c */", 'sql')).eql(["'a'", '-- b', '/* c */']);
    expect(found('<a b="c">d<!-- e --></a>', 'xml')).eql(['>d', '<!-- e -->']);
    expect(found('all of it', 'markdown')).equal(undefined);
  });

  it('end with the text where they are left open', () => {
    expect(found('a /* b', 'java')).eql(['/* b']);
    expect(found('a "b\nc', 'java')).eql(['"b']);
  });

  it('tell a page where prose is', () => {
    const page = new Page(new Glossary([]), { path: 'a.java', languageId: 'java', text: 'a "b" // c' });
    expect([0, 3, 5, 8].map((at) => page.isProse(at))).eql([false, true, false, true]);
  });
});

describe('dependencies', () => {
  it('are read from build files', () => {
    const words = (file: string, text: string) => [...dependencyWords(file, text)];
    expect(
      words(
        'a/pom.xml',
        '<artifactId>own</artifactId><dependency><groupId>org.x</groupId><artifactId>kafka-clients</artifactId></dependency>',
      ),
    ).eql(['org', 'x', 'kafka', 'clients']);
    expect(words('build.gradle', "implementation 'org.apache.flink:flink-java:1.20'")).include.members(['flink']);
    expect(words('build.sbt', 'libraryDependencies += "org.apache.spark" %% "spark-core" % "3.5"')).include.members([
      'spark',
      'core',
    ]);
    expect(words('package.json', '{"name":"hbase-ui","dependencies":{"kafkajs":"2"}}')).eql(['kafkajs']);
    expect(words('package.json', '{')).eql([]);
    expect(words('requirements.txt', 'pyspark==3.5\n# hive\n')).eql(['pyspark']);
    expect(words('go.mod', 'require github.com/segmentio/kafka-go v0.4')).include.members(['kafka']);
  });

  it('speak for names that need company, not for ordinary words', () => {
    const glossary = new Glossary(systems);
    const shown = (text: string, ...dependencies: string[]) =>
      new Page(glossary, { path: 'src/A.java', languageId: 'java', text, dependencies: new Set(dependencies) })
        .all()
        .map(({ concept }) => concept.names[0]);
    expect(shown('// HW')).eql([]);
    expect(shown('// HW', 'kafka')).eql(['HW']);
    expect(shown('// the leader, an offset', 'kafka')).eql([]);
  });
});
