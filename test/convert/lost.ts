// What the program of the target lacks against the program of the source, by what both answered, and whether the account has a line
// for it. What the names of tools let an agent do is taken from the models in `grants`, which know nothing of our declarations.
import { readFileSync } from 'node:fs';
import { isSeq, parseDocument } from 'yaml';
import type { AccountRow } from '../../server/convert/account';
import type { Converted } from '../../server/convert/convert';
import { english } from '../../server/text/translate';
import type { Facts } from '../conformance/facts';
import { listOf, wordsOf } from './fact-words';
import { type Act, type Grants, narrower } from './grants/acts';
import { type Fields, programs } from './grants/programs';

/** What a program answered about an agent, and about two for comparison. */
export interface Shown {
  readonly host: string;
  readonly text: string;
  readonly answer: Facts;
  /** About an agent whose file grants no tools. */
  readonly least: Facts;
  /** About an agent whose file limits nothing. */
  readonly most: Facts;
}

export interface Lost {
  /** What the agent can no longer do, or has in another form. */
  readonly parts: readonly string[];
  /** Those of them for which the account has no line. */
  readonly silent: readonly string[];
  /** What the two programs do not both show. */
  readonly hidden: readonly ('tools' | 'description' | 'prompt')[];
}

/** Former names of VS Code's tools, as a running VS Code listed them. */
const { renamed } = JSON.parse(readFileSync('server/hosts/vscode/tools.data.json', 'utf8')) as {
  readonly renamed: Readonly<Record<string, readonly string[]>>;
};

export function lostIn(before: Shown, now: Shown, account: Converted['account']): Lost {
  const found = [
    toolsLost(before, now, account),
    textLost('description', before, now, account, isSameDescription),
    textLost('prompt', before, now, account, isSameLength(before, now)),
  ];
  return {
    parts: found.flatMap(({ parts }) => parts),
    silent: found.flatMap((one) => one.silent),
    hidden: found.flatMap(({ hidden }) => hidden),
  };
}

const nothing: Lost = { parts: [], silent: [], hidden: [] };

function toolsLost(before: Shown, now: Shown, account: Converted['account']): Lost {
  const [held, left] = [grantsBy(before), grantsBy(now)];
  if (!held || !left) return { ...nothing, hidden: ['tools'] };
  const acts = narrower(held, left);
  const others = left.isOpen ? [] : ownTools(before).filter((name) => !isServed(name, now));
  return {
    ...nothing,
    parts: [...acts, ...others],
    silent: [
      ...acts.filter((act) => !isActNamed(act, before, account)),
      ...others.filter((name) => !isToolNamed(name, before, account)),
    ],
  };
}

/** The result names the server of the tool. */
function isServed(name: string, now: Shown): boolean {
  const server = /^mcp__(.+?)(?:__.*)?$/.exec(name)?.[1] ?? /^([^/]+)\/[^/]+$/.exec(name)?.[1];
  return server !== undefined && !toolSets.has(server) && headOf(now.text).includes(server);
}

/** The sets of VS Code's own tools, which look like servers. */
const toolSets = new Set(['agent', 'edit', 'execute', 'read', 'search', 'vscode', 'web']);

/** A line about the purpose that is not "the same", or one that names each tool with which the agent does it. */
function isActNamed(act: Act, before: Shown, account: Converted['account']): boolean {
  const purpose = purposes[act.split(' ')[0] ?? ''] ?? '';
  const [, server = '', tool = ''] = act.split(' ');
  const names = act.startsWith('use ') ? [server, `${server}/${tool}`] : [purpose];
  const isRow = ({ part, change, covers = [] }: AccountRow): boolean =>
    change !== 'same' && [part.name, ...covers].some((one) => names.includes(one));
  if (account.some(isRow)) return true;
  // The line about all servers is the one for a server that the file does not name.
  if (act.startsWith('use ') && grantsBy(before)?.isOpen && !headOf(before.text).includes(server))
    return account.some(isAboutOthers);
  const tools = toolsFor(act, before);
  return tools.length > 0 && tools.every((name) => isToolNamed(name, before, account));
}

/** The agent has only listed tools from now on. A line about certain tools names them. */
const isAboutOthers = ({ part, change, why }: AccountRow): boolean =>
  part.of === 'tools' &&
  part.name === 'tools' &&
  change === 'narrower' &&
  !english(why).includes('"');

/** The name of each act in an account; those of calls and of servers' tools are names of their own. */
const purposes: Readonly<Record<string, string>> = {
  ...{ read: 'read-file', list: 'list-folder', find: 'find-files', search: 'search-text' },
  ...{ create: 'create-file', change: 'change-file', notebook: 'edit-notebook' },
  ...{ run: 'run-command', fetch: 'fetch-page', 'search-web': 'search-web', todo: 'track-todos' },
  ...{ skill: 'use-skill', 'ask-user': 'ask-person', call: 'delegate' },
};

/** The tools of the answer that let the agent do it. */
function toolsFor(act: Act, shown: Shown): readonly string[] {
  const names = namesIn(shown);
  return Array.isArray(names)
    ? names.filter((name: string) => programOf(shown.host)?.grants({ tools: [name] }).held[act])
    : [];
}

/** Sets of VS Code's tools that do nothing of what programs share, with the tools that the others lack. */
const members: Readonly<Record<string, readonly string[]>> = {
  vscode: [
    ...['vscode/extensions', 'vscode/installExtension', 'vscode/memory', 'vscode/newWorkspace'],
    ...['vscode/resolveMemoryFileUri', 'vscode/runCommand', 'vscode/toolSearch'],
  ],
};

/** A line names the tool, as the program lists it or as the file has it. No line stands for tools that it does not name. */
function isToolNamed(name: string, { text }: Shown, account: Converted['account']): boolean {
  const written = Object.entries(renamed).flatMap(([old, now]) =>
    now.includes(name) && new RegExp(`\\b${old}\\b`).test(headOf(text)) ? [old] : [],
  );
  const names = [name, ...written, ...(name === 'web/fetch' ? ['fetch'] : [])];
  const isNamed = (one: string): boolean =>
    account.some(
      ({ part, covers = [], why }) =>
        [part.name, ...covers].includes(one) || english(why).includes(`"${one}"`),
    );
  return names.some(isNamed) || (members[name]?.every(isNamed) ?? false);
}

const programOf = (id: string) => programs.find((one) => one.id === id);

/** The fact that lists the tools of an agent. */
const toolFact: Readonly<Record<string, string>> = {
  ...{ 'claude-code': 'tools', 'copilot-cli': 'granted', vscode: 'tools', 'gemini-cli': 'tools' },
};

/** The names of the tools behind the names in an answer. */
const actual: Readonly<Record<string, (name: string) => string | readonly string[] | undefined>> = {
  // In a file this name stands for the tool that creates files too.
  'copilot-cli': (name) => (name === 'edit' ? 'editFiles' : undefined),
  // The tool of this name is one of the desktop, which the running VS Code was not.
  vscode: (name) => (name === 'fetch' ? 'web/fetch' : renamed[name]),
};

const isAll = (fact: string): boolean => fact === '*' || fact === '(all)';

/** What the agent can do by the answer; null where the program does not show it. */
function grantsBy(shown: Shown): Grants | null {
  const { host, answer } = shown;
  const program = programOf(host);
  if (!program) return null;
  const { permissions, readonly: isReadOnly, starts } = answer;
  // The answer shows the word that names no tool like a file without tools.
  if (host === 'vscode' && answer['tools'] === '*' && /^tools:/m.test(headOf(shown.text)))
    return program.grants({ tools: [] });
  if (permissions !== undefined) return byRules(permissions);
  if (isReadOnly !== undefined) return program.grants({ readonly: isReadOnly === 'true' });
  if (starts === 'no') return program.grants({ tools: [] });
  const names = namesIn(shown);
  return names === null
    ? null
    : program.grants({ ...fieldsFor(shown, names), ...calleesIn(shown) });
}

/** VS Code keeps the list of agents that may be called; no answer shows it. */
function calleesIn({ host, text }: Shown): Fields {
  const agents = host === 'vscode' ? parseDocument(headOf(text)).get('agents') : undefined;
  return isSeq(agents) ? { agents: agents.toJSON() as unknown } : {};
}

/** The names of the tools in the answer; null where it has none. */
function namesIn({ host, answer }: Shown): readonly string[] | '*' | null {
  const fact = answer[toolFact[host] ?? ''];
  if (fact === undefined) return null;
  return isAll(fact) ? '*' : listOf(fact).flatMap((name) => actual[host]?.(name) ?? name);
}

/** A file that grants what the answer lists. */
function fieldsFor(shown: Shown, names: readonly string[] | '*'): Fields {
  if (names === '*') return {};
  const most = namesIn({ ...shown, answer: shown.most });
  if (!Array.isArray(most)) return { tools: names };
  const missing = most.filter((name: string) => !names.includes(name));
  if (missing.length === 0) return {};
  // A tool without an act is not listed by chance: the agent has what the program gives, less some.
  return isByDefault(shown, names) ? { disallowedTools: missing } : { tools: names };
}

const isByDefault = ({ host, text }: Shown, names: readonly string[]): boolean =>
  host === 'claude-code' && names.includes('CronList') && !text.includes('CronList');

/** The names that the file writes and the program grants, and that no shared act stands for. */
function ownTools(shown: Shown): readonly string[] {
  const names = namesIn(shown);
  const always = namesIn({ ...shown, answer: shown.least });
  const known = programOf(shown.host)?.names ?? [];
  if (!Array.isArray(names)) return [];
  return names.filter(
    (name: string) =>
      !known.some((one) => one.toLowerCase() === name.toLowerCase()) &&
      !always?.includes(name) &&
      headOf(shown.text).includes(name),
  );
}

const headOf = (text: string): string => text.slice(0, text.indexOf('\n---', 3));

/** OpenCode 2 states rules as a list, in which every order of rules can be written. */
const byRules = (fact: string): Grants | null =>
  programOf('opencode@2')?.grants({
    permissions: (fact === '(none)' ? [] : wordsOf(fact, ' | ')).map((rule) => {
      const [, action = '', resource = '', effect = ''] = /^(\S+) (.*) (\S+)$/s.exec(rule) ?? [];
      return { action, resource, effect };
    }),
  }) ?? null;

function textLost(
  name: 'description' | 'prompt',
  before: Shown,
  now: Shown,
  account: Converted['account'],
  isSame: (was: string, is: string) => boolean,
): Lost {
  const [was, is] = [before.answer[name], now.answer[name]];
  if (was === undefined || is === undefined) return { ...nothing, hidden: [name] };
  if (isSame(was, is) || was === '(none)') return nothing;
  const isNamed = account.some(
    ({ part, change, why }) =>
      part.name === name &&
      (change !== 'same' || (oneLine(was) === oneLine(is) && /line/.test(english(why)))),
  );
  return { ...nothing, parts: [name], silent: isNamed ? [] : [name] };
}

/** A description whose only difference is that it has no line breaks: the account states it of a part that is otherwise the same. */
const oneLine = (fact: string): string =>
  (fact.startsWith('"') ? (JSON.parse(fact) as string) : fact).replaceAll(/\s+/g, ' ').trim();

const isSameDescription = (was: string, is: string): boolean => was === is;

/** Programs show how long a prompt is; some remove the space at its ends and carriage returns. */
const isSameLength =
  (...files: readonly Shown[]) =>
  (was: string, is: string): boolean =>
    Math.abs(Number(was) - Number(is)) <= Math.max(...files.map(({ text }) => removable(text)));

function removable(text: string): number {
  const body = text.slice(text.indexOf('\n---', 3) + '\n---'.length);
  return body.length - body.trim().length + (body.match(/\r/g)?.length ?? 0);
}
