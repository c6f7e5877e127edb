// The vocabulary of generated agents.
const nouns =
  'api backend build cache client code config data database deploy design docs error event frontend graph infra interface library log migration mobile model network package performance pipeline policy project query queue release report schema search security server service storage style support system test theme token tool trace update vendor version worker'.split(
    ' ',
  );
const doers =
  'agent analyst architect auditor builder checker coach designer engineer expert fixer guardian guide helper inspector keeper maintainer manager mentor navigator operator optimizer planner researcher reviewer scout specialist strategist tester tracker tuner validator watcher writer'.split(
    ' ',
  );
const verbs =
  'checks plans reviews writes explains compares measures refactors documents tests traces repairs sketches lists summarises'.split(
    ' ',
  );
const phrases = [
  'before anything is released',
  'when a change touches more than one module',
  'and reports what it found with file and line',
  'after each edit',
  'for people who are new to the project',
  'with the smallest change that works',
  'whenever the build is red',
  'and asks before it touches the database',
];

const plain = (roll) => `${roll.of(nouns)}-${roll.of(doers)}`;

export const nameFrom = (roll) =>
  roll.percent(20) ? plain(roll) : `${roll.of(nouns)}-${plain(roll)}`;

/** Words up to about so many characters. */
export function sentences(roll, length) {
  let text = '';
  while (text.length < length) {
    const sentence = `${roll.of(verbs)} the ${roll.of(nouns)} of the ${roll.of(nouns)} ${roll.of(phrases)}`;
    text += `${text === '' ? '' : ' '}${sentence[0].toUpperCase()}${sentence.slice(1)}.`;
  }
  return text.slice(0, Math.max(20, length)).trimEnd();
}

/** Markdown up to about so many characters: headings, lists, code. */
export function prompt(roll, length) {
  let text = `You are a ${roll.of(nouns)} ${roll.of(doers)}.\n\n`;
  while (text.length < length) {
    const kind = roll.upTo(10);
    if (kind === 0) text += `## ${roll.of(nouns)} and ${roll.of(nouns)}\n\n`;
    else if (kind < 5) {
      for (let items = 2 + roll.upTo(5); items > 0; items--) text += `- ${sentences(roll, 60)}\n`;
      text += '\n';
    } else if (kind === 5)
      text += `\`\`\`sh\nnpm run ${roll.of(nouns)} -- --${roll.of(nouns)}\n\`\`\`\n\n`;
    else text += `${sentences(roll, 120 + roll.upTo(300))}\n\n`;
  }
  return `${text.slice(0, length).trimEnd()}\n`;
}

const phrasesElsewhere = [
  '変更を一つずつ読み、見つけたことを行番号とともに報告する。',
  'テストが落ちたときは、まず原因を調べる。',
  'Проверяет изменения и говорит, что нашёл.',
  '先阅读代码，再提出修改建议。',
];

/** The same in a script that is not Latin. */
export function foreignPrompt(roll, length) {
  let text = '';
  while (text.length < length) text += `${roll.of(phrasesElsewhere)}\n`;
  return text;
}
