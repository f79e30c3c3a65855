import { stripEmoji } from '../notes/numbering';

/** Words that say what a heading, a label or a line is for. All matched against plain text without numbering. */

/** "Answer" in the languages that notes on GitHub come in; English and Chinese with all their usual forms. */
const ANSWER_WORDS =
  '(?:the )?(?:correct |right |suggested |sample )?(?:answers?|ans|solutions?|explanation)|解答|解释|答案|参考答案|參考答案|正确答案|正確答案|标准答案|答|解析|答案解析|回答|' +
  'antwort|lösung|respuesta|solución|réponse|risposta|resposta|odpowied[źz]|odgovor|ответ|відповідь|cevap|đáp án|jawaban|svar|答え|정답|답|الإجابة|الاجابة|الجواب';

/** Labels in front of an answer, not questions or topics of their own: `Answer`, `答案：B`, `Antwort: C`. */
const ANSWER = new RegExp(
  `^(?:${ANSWER_WORDS})\\s*(?:[:：].*|[A-H](?:\\s*[,，、和]\\s*[A-H])*[.。]?)?$|^\\p{L}{1,12}(?: \\p{L}{2,12})?\\s*[:：]\\s*[A-H]$`,
  'iu',
);

export function isAnswerLabel(text: string): boolean {
  return ANSWER.test(stripEmoji(text.trim()));
}

/** Nothing but the label: the answer stands below. */
export function isBareAnswerLabel(text: string): boolean {
  return isAnswerLabel(text) && !/[:：]\s*\S/.test(text);
}

/** What people click to see the answer of the question above. */
const REVEALER =
  /^(?:(?:click|tap|press)\b.*|show|see|view|reveal|expand|open|toggle|(?:show|see|view|reveal|expand|open|toggle|display|check)(?: [\w’'-]+){0,4}? (?:answers?|solutions?|code|class(?:es)?|implementations?|more|details?|hints?|explanations?|examples?|outputs?|results?|translations?)\b.*|hints?.*|details?|more(?: details?| info)?|spoilers?.*|code|example.*|output|(?:点击|点此|单击|展开|查看|显示|折叠|收起|点我).*|(?:详情|更多|提示|代码|示例|解题思路|思路|代码实现|参考代码|查看代码).*)$/i;

export function isRevealer(summary: string): boolean {
  const bare = summary.replace(/\s*[(（][^()（）]{0,20}[)）]\s*$/, '') || summary;
  const text = bare.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return text === '' || isAnswerLabel(text) || isAspect(text) || REVEALER.test(text);
}

/** What adds to an answer that is told already: `See the code`, `See deep-dive answer`. */
export function isAddition(summary: string): boolean {
  return /\b(?:class(?:es)?|code|deep[- ]dive|implementations?|examples?|more)\b|代码|示例|更多/i.test(summary);
}

/** Headings of lists of terms: what stands below is a definition each, not the answer to a question. */
const GLOSSARY =
  /^(?:(?:key |important |common )?(?:terms?|terminology|glossary|vocabulary|definitions?|jargon)|术语|术语表|词汇|词汇表|名词解释|名词|专业术语|关键术语|术语解释)$/i;

export function isGlossary(title: string): boolean {
  return GLOSSARY.test(title.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

/** The title of a whole glossary: `Data Engineering Glossary`. Headings below it may still ask. */
export function isGlossaryOf(title: string): boolean {
  return /(?:\s(?:terminology|glossary)|术语表|词汇表|名词解释)[^\p{L}\p{N}]*$|^[^\p{L}\p{N}]*glossary of\s/iu.test(
    title,
  );
}

/** Headings of what is about the note and no matter of study. */
const FURNITURE =
  /^(?:(?:table of )?contents?|toc|index|目录|导航|大纲|(?:other )?(?:great )?references?|related(?: (?:questions?|topics?|notes?))?|follow-?ups?|追问|加分项?|必答点|加分点|常见误答|(?:[\w()]+ and )?(?:further|additional) (?:reading|resources)|resources|sources?|links?|useful links|see also|read more|bibliography|credits?|acknowledge?ments?|contribut(?:ing|ors|ions?)|how to contribute|licen[cs]e|authors?|changelog|参考|参考资料|参考文献|参考链接|参考文章|相关链接|相关阅读|延伸阅读|扩展阅读|推荐阅读|拓展阅读|资料|来源|引用|致谢|许可证|贡献|贡献者|版权声明|待办|待办事项|进度|公众号|to[- ]?dos?(?: list)?|roadmap|联系我|更新日志|star history)$/i;

export function isFurniture(title: string): boolean {
  return FURNITURE.test(title.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

/** Sections that a project's README has, and that say nothing to study. */
const PROJECT =
  /^(?:install(?:ation|ing)?|setup|set ?up|getting started|quick ?start(?: guide)?|usage|how to use|contribut(?:ing|ors?|ions?)|how to contribute|licen[cs]e|licensing|build(?:ing)?(?: .{1,20})?|(?:running|run)(?: .{1,20})?|tests?|testing|development|develop|requirements?|prerequisites?|docs|documentation|docs & community|features|deploy(?:ment|ing)?|(?:database )?configuration|changelog|support|community|roadmap|authors?|maintainers|sponsors?|acknowledge?ments?|project structure|directory structure|tech(?:nology)? stack|built with|demo|screenshots?|examples|安装(?:使用|部署|依赖)?|快速(?:开始|上手|入门)|使用(?:方法|说明)?|开发|本地(?:开发|运行)|构建.{0,6}|部署|运行|启动|环境(?:要求|准备)?|依赖|特性|功能(?:特性)?|(?:项目|目录)结构|技术栈|许可证?|开源(?:协议|许可)|协议|贡献.{0,4}|更新日志|截图|演示)$/i;

export function isProjectSection(title: string): boolean {
  return PROJECT.test(title.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
}

/** Titles of whole collections: they hold questions together and ask none. */
const COLLECTION =
  /(?:^|\s|\p{Script=Han})(?:(?:常见|高频|经典)?(?:面试|笔试)题(?:[库集]|汇总|总结|大全|整理|合集|精选|集锦)?|题库|常见问题|学习笔记|八股文?|FAQs?|frequently asked questions|questions(?: (?:and|&) answers)?|Q ?& ?A|flash ?cards?|deck|cheat ?sheets?)\s*[:：]?$|^题目\s*\d*$/iu;

export function isCollection(title: string): boolean {
  return COLLECTION.test(title.trim());
}

/** Lines that say what is wrong, or where it was read: nothing in them is a definition. */
const ASIDE =
  /^(?:traps?|pitfalls?|common mistakes?|sources?|references?|see also|误区|陷阱|易错点?|常见错误|来源|出处|参考(?:资料)?)\s*[:：]/i;

export function isAside(text: string): boolean {
  return ASIDE.test(text);
}

/** What a TODO begins with; people misspell it. */
const TODO =
  /^(?:TODO|TOOD|TBD|FIXME|WIP|to be (?:completed|done|added|continued)|待补充|待完善|待完成|待续|待更新|待整理|待写|未完待续|未完成|coming soon)(?![a-z])[\s:：,，.-]*/i;

/** What a TODO says (empty when it says nothing); undefined for other text. */
export function todoOf(text: string): string | undefined {
  const trimmed = text.trim().replace(/^(?:\/\/|#|\*|\[ \])\s*/, '');
  const match = TODO.exec(trimmed);
  return match ? trimmed.slice(match[0].length).trim() : undefined;
}

/** Labels of parts that nearly any answer has: they name no question and no jargon. */
const ASPECT = new RegExp(
  `^(?:${[
    'notes?|btw|fyi|problems?|disclaimer|tips?|hints?|warnings?|caution|important|remarks?|nb|example(?:s)?(?: \\d+)?|e\\.g|eg|sample(?: \\w+)?|output|input|result|code|usage',
    'pros?|cons?|pros (?:and|&) cons|advantages?|disadvantages?|benefits?|drawbacks?|limitations?|trade-?offs?|summary|conclusion|overview',
    'introduction|intro|tl;?dr|in short|short answer|answer|explanation|solution|question|trap|pitfalls?|sources?|source code|see also|references?',
    'key (?:points?|takeaways?)|when to use|use cases?|why|how|what|where|when|steps?|details?|definition|syntax|features?|characteristics',
    'time complexity|space complexity|complexity|follow-?ups?|bonus|official|requirements?|prerequisites?|goals?|purpose|reasons?|difference(?:s)?',
    'why (?:the )?(?:others?|other options?|the rest)\\b.*|step \\d+|part \\d+|case \\d+|option \\d+|method \\d+|approach \\d+|scenario \\d+|level|tags?|links?|keywords?|default|type|description',
    '(?:命令|语法|基本|使用|代码)格式|注意|注|备注|说明|官方说明|提示|警告|重要|例如|例子|示例|举例|实例|比如|案例|代码|代码示例|示例代码|输出|输入|结果|运行结果|输出结果|用法|使用|语法',
    '优点|缺点|优缺点|优势|劣势|优劣|好处|坏处|不足|局限|总结|小结|结论|概述|简介|介绍|背景|前言|引言|答案|解答|回答|解析|分析|问题|误区|来源|陷阱|参考|参考资料',
    '作用|功能|特点|特性|特征|原理|定义|概念|目的|压测目的|目标|原因|区别|联系|对比|场景|使用场景|应用场景|适用场景|步骤|流程|过程|思路|方案|解决方案|解决方法|解决办法|做法',
    '方法|方式|要求|条件|前提|现象|影响|后果|时间复杂度|空间复杂度|复杂度|扩展|拓展|补充|延伸|追问|面试官|候选人|重点|关键点|要点|建议|推荐|默认|默认值|类型|描述|标签|关键字|关键词',
    '方案[一二三四五\\d]|方法[一二三四五\\d]|方式[一二三四五\\d]|场景[一二三四五\\d]|情况[一二三四五\\d]|第[一二三四五六七八九十\\d]+[步点种类个层]|步骤[一二三四五\\d]|示例[一二三四五\\d]|例[一二三四五\\d]',
    'ps|p\\.s|思考|变种|应用|应用举例|原文|译文|题目|题目描述|题目大意|考察内容|错误的做法|正确的做法|错误示范|正确示范|反例|正例',
    '首先|其次|然后|再次|最后|另外|此外|其中|因此|所以|但是|不过|同时|一般|通常|简单来说|总之|综上|也就是说|换句话说|比较|相同点|不同点|共同点|主要区别|核心思想|基本思想',
  ].join('|')})$`,
  'i',
);

export function isAspect(label: string): boolean {
  const text = label.replace(/[\s:：。.!！?？*]+$/g, '').replace(/^[^\p{L}\d]+/u, '');
  return ASPECT.test(text) || ASPECT_ENDING.test(text) || DATE.test(text);
}

const ASPECT_ENDING =
  /^(?:时间复杂度|空间复杂度|(?:time|space) complexity).*|(?:示例|例子|举例|代码|代码如下|解析|如下|截图|效果图)$|^(?:解法|写法|思路|题解|版本|图)\s*\d*$/;
const DATE =
  /^(?:\d{4}\s*[-/.年]|\d{1,2}(?:st|nd|rd|th)\b|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d)/i;

/** Headings that carry on with what stands above them, and ask nothing by themselves: `Example 2`, `Syntax`, `小结`. */
const CONTINUES =
  /^(?:(?:method|approach|way|solution|option|variant|alternative|case) ?#?\d+(?:\s*[:：.-].*)?|(?:方法|方案|方式|解法|写法|情况)\s?[一二三四五六\d](?:\s*[:：、.].*)?|(?:code |usage |syntax |sample |basic |simple )?examples?(?: (?:usage|code|\d+|#\d+))?|example(?: \d+)?\s*[:：].*|code|sample (?:code|output|input)|output|usage|syntax|notes?|tips?|summary|conclusion|key takeaways?|takeaways|introduction|示例\d*|示例代码|代码示例|例子\d*|例\s?\d+|举例|代码|代码实现|小结|总结|本章小结|前言|引言|写在前面|写在最后|结语|后记|番外|背景介绍)$/i;

export function isContinuation(title: string): boolean {
  return CONTINUES.test(title.replace(/^[^\p{L}\d]+|[^\p{L}\d]+$/gu, ''));
}

/** Whether the text asks something by its words or its mark. */
export function isInterrogative(text: string): boolean {
  return (
    /[?？][^\p{L}\p{N}]*$/u.test(text.slice(-40)) ||
    /什么|为何|如何|怎么|怎样|哪些|哪个|哪几|几种|多少|是否|会不会|能不能|可不可以|有没有|区别|吗$|呢$|谈谈|说说|讲讲|聊聊|请简述|简述|介绍一下|解释一下|描述一下/.test(
      text,
    ) ||
    /^(?:what|why|how|when|where|which|who|whose|is|are|do|does|did|can|could|should|would|will|was|were|has|have|explain|describe|define|compare|name|list|tell|give|write|discuss|differentiate|difference)\b/i.test(
      stripEmoji(text),
    )
  );
}
