// What a user reads on the command line: the output, the errors and the exit code of each command.
import { type Person, running } from '../support/running';

const files: Readonly<Record<string, string>> = {
  '.claude/agents/reviewer.md':
    '---\nname: reviewer\ndescription: Reviews changes.\ntools: Read, Bahs\nmodel: sonnet\n---\n\nYou review.\n',
  '.claude/agents/lead.md':
    '---\nname: lead\ndescription: Leads.\ntools: Agent(reviewer), Read\ncolor: sky\n---\n\nYou lead.\n',
  '.github/agents/painter.agent.md':
    '---\ndescription: Paints.\ntools: [read]\n---\n\nYou paint.\n',
  '.opencode/agent/painter.md': '---\ndescription: Paints.\ncolor: blue\n---\n\nYou paint.\n',
  'notes.md': '# Notes\n',
  'bad.json': '{',
  'list.json': '[]',
  'entries.json': '{ "version": 1, "findings": [{ "file": "a.md", "rule": 5 }] }',
};

/** A command in words that are separated by spaces; `_` is a space in a word. */
interface Asked extends Person {
  readonly words: string;
}

const asked = (words: string, person: Person = {}): Asked => ({ words, ...person });

const commandLines: Readonly<Record<string, readonly Asked[]>> = {
  errors: [
    asked('polish'),
    asked('lsp'),
    asked('programs nobody'),
    asked('check --colour'),
    asked('check --program'),
    asked('check --quiet=yes'),
    asked('check --program nobody'),
    asked('check --program cluade'),
    asked('check absent.md'),
    asked('check --format xml'),
    asked('check --watch --fix'),
    asked('check --notes --quiet'),
    asked('check --suppressed'),
    asked('check --max-warnings few'),
    asked('check --changed'),
    asked('check --watch'),
    asked('check --config absent.json'),
    asked('check --config bad.json'),
    asked('check --config notes.md --no-config'),
    asked('check --baseline absent.json'),
    asked('check --baseline list.json'),
    asked('check --baseline entries.json'),
    asked('check', { unreadable: '.claude/agents/lead.md' }),
    asked('check --write-baseline new.json', { unreadable: '.claude/agents/lead.md' }),
    asked('check', { isNowhere: true }),
    asked('list a b'),
    asked('list', { unreadable: '.claude/agents/lead.md' }),
    asked('explain'),
    asked('explain notes.md'),
    asked('explain absent.md'),
    asked('explain --context sky=blue .claude/agents/lead.md'),
    asked('explain --context trust=maybe .claude/agents/lead.md'),
    asked('explain --context model .claude/agents/lead.md'),
    asked('graph a b'),
    asked('graph --format svg'),
    asked('graph', { unreadable: '.claude/agents/lead.md' }),
    asked('upgrade a b'),
    asked('upgrade'),
    asked('upgrade --from nobody@1'),
    asked('upgrade --from claude-code@newest'),
    asked('upgrade --from claude-code@2.1.306', { unreadable: '.claude/agents/lead.md' }),
    asked('convert'),
    asked('convert .claude/agents/lead.md'),
    asked('convert notes.md --to opencode'),
    asked('convert .claude/agents/lead.md --to claude-code'),
    asked('convert .claude/agents/lead.md --to vscode,cursor'),
    asked('convert .claude/agents/lead.md --to opencode --write --check'),
    asked('convert .claude/agents/lead.md --to opencode --choose model'),
    asked('convert absent.md --to opencode'),
    asked('schema'),
    asked('schema nobody'),
    asked('schema claude-code vscode'),
    asked('schema vscode other'),
    asked('rules nobody'),
    asked('new'),
    asked('new --program claude-code'),
    asked('new --program claude-code --name Two_Words'),
    asked('new --program claude-code --name a/b'),
    asked('new --program claude-code --name lead'),
    asked('new --program claude-code --name x --tools Raed,Write'),
    asked('new --program codex --name x --tools shell'),
    asked('new --program gemini-cli --name x --tools read_file --scope user'),
    asked('new --program claude-code --name x --role king'),
    asked('new --program claude-code --name x --can fly'),
    asked('new --program claude-code --name x --scope user --dir web'),
    asked('new --program claude-code --name x --dir web'),
    asked('new --program claude-code --name x --scope moon'),
  ],
  answers: [
    asked('new', { answers: [' 1, nobody', ' , ', ' 1 ', 'a/b', 'tester', ' '] }),
    asked('new', { answers: ['1'] }),
    asked('new --program vscode,claude-code', { answers: ['tester', 'Tests code.'] }),
  ],
  check: [
    asked('check'),
    asked('check --quiet'),
    asked('check --notes'),
    asked('check --program claude-code'),
    asked('check --format github'),
    asked('check --max-warnings 0'),
    asked('check .claude/agents/lead.md notes.md'),
    asked('check --fix'),
    asked('check', { columns: 60, color: true }),
  ],
  agents: [
    asked('list'),
    asked('list .claude'),
    asked('explain .claude/agents/lead.md'),
    asked('explain .opencode/agent/painter.md --program opencode'),
    asked('explain .claude/agents/reviewer.md --context model=haiku'),
    asked('graph'),
    asked('graph --format dot'),
    asked('graph .github'),
    asked('graph --format json --program vscode'),
    asked('upgrade --from claude-code@2.1.306'),
  ],
  rules: [
    asked('rules'),
    asked('rules unknown-tool'),
    asked('rules too-large'),
    asked('rules invalid-color --format json'),
  ],
  convert: [
    asked('convert .claude/agents/lead.md --to opencode'),
    asked('convert .claude/agents/reviewer.md --to vscode'),
    asked('convert .claude/agents/reviewer.md --to codex --choose model=pinned'),
    asked('convert .opencode/agent/painter.md --to claude-code'),
    asked('convert .claude --to vscode --write'),
    asked('convert .claude --to vscode --check'),
  ],
};

export const commandTexts: readonly { readonly name: string; readonly text: () => string }[] =
  Object.entries(commandLines).map(([name, commands]) => ({
    name,
    text: () => `${commands.map(printed).join('\n\n')}\n`,
  }));

function printed({ words, ...person }: Asked): string {
  const argv = words.split(' ').map((word) => word.replaceAll('_', ' '));
  const { code, out, err } = running(files, argv, '', person);
  return [
    [`$ dossier ${words}`, ...terms(person)].join(', '),
    ...lines('', out),
    ...lines('error: ', err),
    `exit code ${code}`,
  ].join('\n');
}

const terms = ({ unreadable, answers, isNowhere, columns, color }: Person): readonly string[] => [
  ...(unreadable === undefined ? [] : [`${unreadable} may not be read`]),
  ...(answers === undefined ? [] : [`answers ${JSON.stringify(answers)}`]),
  ...(isNowhere ? ['the folder is gone'] : []),
  ...(columns === undefined ? [] : [`${columns} columns`]),
  ...(color ? ['in color'] : []),
];

const lines = (mark: string, text: string): readonly string[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => `  ${mark}${line}`.replaceAll('\u001b', '\\e').replace(/ +$/, '\\s'));
