// What an agent can do in each program, computed from the fields of its file by the rules that follow from the recorded answers:
// `grants.test.ts` compares every model with them. Nothing here is taken from the declarations of the hosts.
import { type Act, type Action, calls, type Grants, runs, uses } from './acts';

export type Fields = Readonly<Record<string, unknown>>;

export interface Program {
  readonly id: string;
  /** The facts of an answer that the model predicts, in its words; null for a file that is beyond the model. */
  readonly answer?: (fields: Fields, servers: readonly string[]) => Answer | null;
  readonly grants: (fields: Fields) => Grants;
  /** The names of tools that the model knows, where a file lists names. */
  readonly names?: readonly string[];
  /** What every agent of the program can do, whatever its file states. */
  readonly always?: readonly Act[];
}

export type Answer = Readonly<Record<string, readonly string[]>>;

type Table = Readonly<Record<string, readonly Act[]>>;

const is = (value: unknown): value is string => typeof value === 'string';

const form = /^[\w*?/.-]+(?:\([\w, -]+\))?$/;

/** The names of a list, or of a string with commas; null for a value of another type, or a form that no model knows. */
function namesOf(value: unknown): readonly string[] | null {
  const list: readonly unknown[] | null = is(value)
    ? value.split(/,(?![^(]*\))/).map((one) => one.trim())
    : Array.isArray(value)
      ? value
      : null;
  const names = list?.filter((one) => one !== '');
  return names?.every(is) && names.every((name) => form.test(name)) ? names : null;
}

const wildcard = (pattern: string, text: string): boolean =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll('?', '.')}$`,
    's',
  ).test(text);

/** `mcp__git__log` for the act `use git log`. */
const nameOfUse = (act: string): string => act.replace('use ', 'mcp__').replace(' ', '__');

const allowing = (names: readonly Act[]): Grants['held'] =>
  Object.fromEntries(names.map((act) => [act, 'allow']));

const actsOf = (table: Table, names: readonly string[]): readonly Act[] =>
  names.flatMap((name) => {
    if (Object.hasOwn(table, name)) return table[name] ?? [];
    // The only arguments that count.
    const agents = /^Agent\((.*)\)$/.exec(name)?.[1]?.split(', ') ?? [];
    return calls.filter((act) => agents.includes(act.slice('call '.length)));
  });

interface Lists {
  readonly table: Table;
  /** All tools of an agent without lists. */
  readonly all: readonly string[];
  /** The tools of the program that the agent has; null for an agent that has every tool. */
  readonly native: (fields: Fields) => readonly string[] | null;
  /** The names of denied tools, for acts on which the file decides. */
  readonly denied?: (fields: Fields) => readonly string[];
  readonly isUsed: (name: string, fields: Fields) => boolean;
}

/** A program whose files list names of tools. */
const fromLists =
  ({ table, all, native, denied, isUsed }: Lists) =>
  (fields: Fields): Grants => {
    const names = native(fields);
    const removed = denied?.(fields) ?? [];
    const left = (names ?? all).filter((name) => !removed.includes(name));
    const used = uses.filter((act) => isUsed(nameOfUse(act), fields));
    const without = uses.filter(
      (act) => names === null && !used.includes(act) && removed.length > 0,
    );
    const held = new Set(actsOf(table, left));
    const gone = actsOf(table, removed).filter(
      (act) => !held.has(act) && !(act === 'notebook' && held.has('change')),
    );
    return {
      held: allowing([...held, ...used]),
      isOpen: names === null,
      named: new Set([...gone, ...without]),
    };
  };

const changes: readonly Act[] = ['create', 'change', 'notebook'];

/** With a mode that refuses or asks. */
function limited(grants: Grants, action: Action | undefined): Grants {
  if (action === undefined) return grants;
  const controlled = [...changes, ...runs].filter((act) => grants.held[act] === 'allow');
  const limits = Object.fromEntries(controlled.map((act) => [act, action]));
  return { ...grants, held: { ...grants.held, ...limits } };
}

const claudeTable: Table = {
  ...{ Read: ['read'], Glob: ['find'], Grep: ['search'], Write: ['create'], Edit: ['change'] },
  ...{ NotebookEdit: ['notebook'], Bash: runs, WebFetch: ['fetch'], WebSearch: ['search-web'] },
  ...{ Agent: calls, Skill: ['skill'] },
};

const claudeAll = [
  ...['Agent', 'Bash', 'CronCreate', 'CronDelete', 'CronList', 'Edit', 'EnterWorktree'],
  ...['ExitWorktree', 'ListAgents', 'Monitor', 'NotebookEdit', 'Read', 'ReportFindings'],
  ...['SendMessage', 'Skill', 'TaskStop', 'WebFetch', 'WebSearch', 'Write'],
];

const claudeKnown = new Set([...claudeAll, 'Grep', 'Glob']);

/** A name of a tool of a server, of a whole server, or of every server. */
const deniesUse = (denial: string, name: string): boolean =>
  denial === 'mcp__*' ||
  denial === name ||
  denial === name.slice(0, name.lastIndexOf('__')) ||
  denial === `${name.slice(0, name.lastIndexOf('__'))}__*`;

const listsUse = (listed: string, name: string): boolean =>
  listed !== 'mcp__*' && deniesUse(listed, name);

const claudeDenied = ({ disallowedTools }: Fields): readonly string[] => {
  const names = namesOf(disallowedTools) ?? [];
  return names.includes('*') ? [] : names.map((name) => name.replace(/\(.*/, ''));
};

const modes: Readonly<Record<string, Action>> = {
  ...{ plan: 'deny', dontAsk: 'deny', default: 'ask', manual: 'ask' },
};

function claudeNative(fields: Fields): readonly string[] | null {
  if (!('tools' in fields)) return null;
  const names = namesOf(fields['tools']) ?? [];
  if (names.includes('*')) return null;
  const known = names.filter((name) => claudeKnown.has(name) || name.startsWith('Agent('));
  // The shell takes the place of the two, where it is not denied.
  const hasShell = known.includes('Bash') && !claudeDenied(fields).includes('Bash');
  return hasShell ? known.filter((one) => !/^(Grep|Glob)$/.test(one)) : known;
}

const claudeUses = (name: string, fields: Fields): boolean => {
  const isDenied = claudeDenied(fields).some((one) => deniesUse(one, name));
  const names = namesOf(fields['tools']) ?? [];
  if (isDenied) return false;
  return !('tools' in fields) || names.includes('*') || names.some((one) => listsUse(one, name));
};

/** What the shell takes the place of still is what the author grants. */
const claudeListed = (fields: Fields): readonly string[] | null =>
  claudeNative(fields) && (namesOf(fields['tools']) ?? []);

const claudeGrants = fromLists({
  ...{ table: claudeTable, all: claudeAll, native: claudeListed },
  ...{ denied: claudeDenied, isUsed: claudeUses },
});

const claude: Program = {
  id: 'claude-code',
  names: [...claudeKnown],
  answer: (fields, servers) => {
    const { tools, disallowedTools, memory, permissionMode } = fields;
    const isOdd = (value: unknown): boolean =>
      value !== undefined && value !== null && value !== '' && namesOf(value) === null;
    if (isOdd(tools) || isOdd(disallowedTools) || memory === '' || permissionMode === 'plan')
      return null;
    const isPlain = (name: string): boolean =>
      name === '*' || name.startsWith('mcp__') || claudeKnown.has(name) || name === 'FooBar';
    if (![tools, disallowedTools].every((value) => namesOf(value)?.every(isPlain) ?? true))
      return null;
    const names = claudeNative(fields);
    const keeps = ['user', 'project', 'local'].includes(String(memory)) && names !== null;
    const given = [...(names ?? claudeAll), ...(keeps ? ['Read', 'Write', 'Edit'] : [])];
    const denied = claudeDenied(fields);
    const native = given.filter(
      (name) => !denied.includes(name) && !(name === 'Monitor' && denied.includes('Bash')),
    );
    const served = servers.flatMap((server) =>
      ['list', 'delete'].map((tool) => `mcp__${server}__${tool}`),
    );
    return {
      tools: native,
      ...(servers.length > 0 && { served: served.filter((name) => claudeUses(name, fields)) }),
    };
  },
  // What it has only to keep its memory is not a permission of the agent.
  grants: (fields) => limited(claudeGrants(fields), modes[String(fields['permissionMode'])]),
};

const everything = (lacking: readonly Act[] = []): Grants['held'] =>
  allowing(
    (
      [
        ...(['read', 'list', 'find', 'search', 'create', 'change', 'notebook'] as const),
        ...runs,
        ...(['fetch', 'search-web', 'todo', 'skill', 'ask-user'] as const),
        ...calls,
        ...uses,
      ] as const
    ).filter((act) => !lacking.includes(act)),
  );

const noNames: ReadonlySet<Act> = new Set();

/** Lowercase names, as the program compares them. */
const copilotNames: Readonly<Record<string, readonly string[]>> = {
  ...{ read: ['view'], view: ['view'], notebookread: ['view'], edit: ['create', 'edit'] },
  ...{ write: ['create', 'edit'], multiedit: ['create', 'edit'], notebookedit: ['create', 'edit'] },
  ...{ create: ['create'], editfiles: ['edit'], search: ['glob', 'grep'], glob: ['glob'] },
  ...{ grep: ['grep'], codebase: ['glob', 'grep'], web: ['web_fetch'], webfetch: ['web_fetch'] },
  ...{ web_fetch: ['web_fetch'], todo: ['update_todo'], todowrite: ['update_todo'] },
  ...{ todos: ['update_todo'], update_todo: ['update_todo'] },
  ...Object.fromEntries(
    ['bash', 'shell', 'execute', 'runcommands', 'runinterminal'].map((name) => [
      name,
      ['bash', 'list_bash', 'read_bash', 'stop_bash'],
    ]),
  ),
  ...Object.fromEntries(
    ['agent', 'task', 'custom-agent'].map((name) => [
      name,
      ['list_agents', 'read_agent', 'task', 'write_agent'],
    ]),
  ),
  // The part after the slash counts.
  ...{ 'edit/createfile': ['create'], 'edit/editfiles': ['edit'], 'search/filesearch': ['glob'] },
  ...{ 'search/textsearch': ['grep'] },
  // Tools that are available by their exact names only.
  ...{ read_file: ['read_file'], file_search: ['file_search'], grep_search: ['grep_search'] },
};

const copilotTable: Table = {
  ...{ view: ['read'], glob: ['find'], grep: ['search'], create: ['create'], edit: ['change'] },
  ...{ bash: runs, web_fetch: ['fetch'], update_todo: ['todo'], task: calls },
  ...{ read_file: ['read'], file_search: ['find'], grep_search: ['search'] },
};

const slashUses = (name: string, fields: Fields): boolean => {
  if (!('tools' in fields)) return true;
  const [, server = '', tool = ''] = /^mcp__(.+)__(.+)$/.exec(name) ?? [];
  const names = namesOf(fields['tools']) ?? [];
  return names.some((one) => one === `${server}/*` || one === `${server}/${tool}` || one === '*');
};

function copilotNative({ tools }: Fields): readonly string[] | null {
  if (tools === undefined) return null;
  const names = namesOf(tools) ?? [];
  if (names.includes('*')) return null;
  return [...new Set(names.flatMap((name) => copilotNames[name.toLowerCase()] ?? []))];
}

const copilot: Program = {
  id: 'copilot-cli',
  names: Object.keys(copilotNames),
  answer: (fields) => {
    const names = namesOf(fields['tools']);
    if (!names?.every((name) => Object.hasOwn(copilotNames, name.toLowerCase()))) return null;
    return { granted: [...(copilotNative(fields) ?? []), 'skill', 'sql'] };
  },
  grants: fromLists({
    ...{ table: copilotTable, all: Object.keys(copilotTable) },
    ...{ native: copilotNative, isUsed: slashUses },
  }),
};

const vscodeTable: Table = {
  ...{ read: ['read'], 'read/readFile': ['read'], search: ['list', 'find', 'search'] },
  ...{ 'search/fileSearch': ['find'], 'search/textSearch': ['search'] },
  ...{ 'search/listDirectory': ['list'], edit: changes, 'edit/createFile': ['create'] },
  ...{ 'edit/editFiles': ['change'], 'edit/editNotebook': ['notebook'], execute: runs },
  ...{ 'execute/runInTerminal': runs, web: ['fetch'], 'web/fetch': ['fetch'] },
  ...{ agent: calls, 'agent/runSubagent': calls, todo: ['todo'] },
  ...{ 'vscode/askQuestions': ['ask-user'] },
};

const vscodeList = fromLists({
  ...{ table: vscodeTable, all: Object.keys(vscodeTable), isUsed: slashUses },
  native: ({ tools }) => (tools === undefined ? null : (namesOf(tools) ?? [])),
});

const vscode: Program = {
  id: 'vscode',
  names: Object.keys(vscodeTable),
  // It shows the names that it keeps.
  answer: ({ tools }) => {
    const names = Array.isArray(tools) ? namesOf(tools) : null;
    return names && !names.includes('*') ? { tools: names } : null;
  },
  grants: (fields) => {
    const grants = vscodeList(fields);
    const agents = namesOf(fields['agents']);
    if (agents === null || agents.includes('*')) return grants;
    const held = { ...grants.held };
    for (const act of calls) if (!agents.includes(act.slice(5))) delete held[act];
    return { ...grants, held, named: new Set(calls) };
  },
};

const geminiTable: Table = {
  ...{ read_file: ['read'], list_directory: ['list'], glob: ['find'], grep_search: ['search'] },
  ...{ write_file: ['create'], replace: ['change'], run_shell_command: runs },
  ...{ web_fetch: ['fetch'], google_web_search: ['search-web'], write_todos: ['todo'] },
  ...{ activate_skill: ['skill'], ask_user: ['ask-user'] },
};

const gemini: Program = {
  id: 'gemini-cli',
  names: Object.keys(geminiTable),
  answer: ({ tools }) => {
    const names = Array.isArray(tools) ? namesOf(tools) : null;
    if (!names?.every((name) => Object.hasOwn(geminiTable, name))) return null;
    return { tools: names };
  },
  grants: fromLists({
    ...{ table: geminiTable, all: Object.keys(geminiTable) },
    native: ({ tools }) => {
      const names = namesOf(tools);
      return names === null || names.includes('*') ? null : names;
    },
    isUsed: (name, { tools }) =>
      (namesOf(tools) ?? ['*']).some((one) => wildcard(one, name.replaceAll('__', '_'))),
  }),
};

const qwenTable: Table = {
  ...{ read_file: ['read'], list_directory: ['list'], glob: ['find'], grep_search: ['search'] },
  ...{ write_file: ['create'], edit: ['change'], notebook_edit: ['notebook'] },
  ...{ run_shell_command: runs, web_fetch: ['fetch'], web_search: ['search-web'] },
  ...{ agent: calls, skill: ['skill'] },
};

const qwenDenied = ({ disallowedTools }: Fields): readonly string[] =>
  namesOf(disallowedTools) ?? [];

const qwenList = ({ tools }: Fields): readonly string[] | null => {
  const names = namesOf(tools) ?? [];
  return names.length === 0 || names.includes('*') ? null : names;
};

const qwenUses = (name: string, fields: Fields): boolean => {
  const isDenied = qwenDenied(fields).some(
    (one) =>
      one !== '*' &&
      (deniesUse(one, name) || (/^mcp__[^*]*\*$/.test(one) && name.startsWith(one.slice(0, -1)))),
  );
  return !isDenied && (qwenList(fields)?.includes(name) ?? true);
};

const qwenModes: Readonly<Record<string, Action>> = { plan: 'deny', default: 'ask' };

const qwenGrants = fromLists({
  ...{ table: qwenTable, all: Object.keys(qwenTable), native: qwenList },
  ...{ denied: qwenDenied, isUsed: qwenUses },
});

const servedBy =
  (isUsed: Lists['isUsed']) =>
  (fields: Fields, servers: readonly string[]): readonly string[] =>
    servers
      .flatMap((server) => ['list', 'delete'].map((tool) => `mcp__${server}__${tool}`))
      .filter((name) => isUsed(name, fields));

const qwen: Program = {
  id: 'qwen-code',
  names: Object.keys(qwenTable),
  answer: (fields, servers) => {
    const isOdd = ['tools', 'disallowedTools'].some(
      (key) => key in fields && namesOf(fields[key]) === null,
    );
    return isOdd || servers.length === 0 ? null : { served: servedBy(qwenUses)(fields, servers) };
  },
  grants: (fields) => limited(qwenGrants(fields), qwenModes[String(fields['approvalMode'])]),
};

const kimiTable: Table = {
  ...{ Read: ['read'], Glob: ['find'], Grep: ['search'], Write: ['create'], Edit: ['change'] },
  ...{ Bash: runs, FetchURL: ['fetch'], WebSearch: ['search-web'], TodoList: ['todo'] },
  ...{ Agent: calls, AgentSwarm: calls, Skill: ['skill'], AskUserQuestion: ['ask-user'] },
};

const kimiDenied = ({ disallowedTools }: Fields): readonly string[] =>
  namesOf(disallowedTools) ?? [];

const kimiList = ({ tools }: Fields): readonly string[] | null => {
  if (tools === undefined || tools === null) return null;
  const names = namesOf(tools) ?? [];
  return names.length === 1 && names[0] === '*' ? null : names;
};

const kimiUses = (name: string, fields: Fields): boolean => {
  const isIn = (names: readonly string[]): boolean =>
    names.some((one) => one.startsWith('mcp__') && wildcard(one, name));
  const listed = kimiList(fields);
  return !isIn(kimiDenied(fields)) && (listed === null || isIn(listed));
};

const kimiLists = fromLists({
  ...{ table: kimiTable, all: Object.keys(kimiTable), native: kimiList },
  ...{ denied: kimiDenied, isUsed: kimiUses },
});

const kimi: Program = {
  id: 'kimi',
  names: Object.keys(kimiTable),
  answer: (fields, servers) => {
    const isOdd = ['tools', 'disallowedTools'].some(
      (key) => key in fields && namesOf(fields[key]) === null,
    );
    return isOdd || servers.length === 0 ? null : { served: servedBy(kimiUses)(fields, servers) };
  },
  grants: (fields) => {
    const grants = kimiLists(fields);
    const agents = namesOf(fields['subagents']);
    if (agents === null || (agents.length === 1 && agents[0] === '*')) return grants;
    const held = { ...grants.held };
    for (const act of calls) if (!agents.includes(act.slice(5))) delete held[act];
    return { ...grants, held, named: new Set([...grants.named, ...calls]) };
  },
};

const qoderTable: Table = {
  ...{ Read: ['read'], Glob: ['find'], Grep: ['search'], Write: ['create'], Edit: ['change'] },
  ...{ NotebookEdit: ['notebook'], Bash: runs, WebFetch: ['fetch'], WebSearch: ['search-web'] },
  ...{ Skill: ['skill'], TaskCreate: ['todo'] },
};

const qoderDenied = ({ disallowedTools }: Fields): readonly string[] =>
  namesOf(disallowedTools) ?? [];

const qoderList = ({ tools }: Fields): readonly string[] | null => {
  const names = namesOf(tools) ?? [];
  return names.length === 0 ? null : names;
};

const qoder: Program = {
  id: 'qoder',
  names: Object.keys(qoderTable),
  answer: (fields) => {
    const names = namesOf(fields['tools']);
    if (!names?.length || 'disallowedTools' in fields) return null;
    const isPlain = (name: string): boolean =>
      Object.hasOwn(qoderTable, name) && name !== 'TaskCreate';
    return names.every(isPlain) ? { tools: names } : null;
  },
  grants: fromLists({
    ...{ table: qoderTable, all: Object.keys(qoderTable), native: qoderList, denied: qoderDenied },
    isUsed: (name, fields) =>
      !qoderDenied(fields).includes(name) &&
      (qoderList(fields)?.some((one) => listsUse(one, name)) ?? true),
  }),
};

const grokTable: Table = {
  ...{ read_file: ['read'], list_dir: ['list', 'find'], grep: ['search'] },
  ...{ write: ['create'], search_replace: ['create', 'change', 'notebook'] },
  ...{ run_terminal_cmd: runs, task: calls, todo_write: ['todo'], web_fetch: ['fetch'] },
  ...{ web_search: ['search-web'], ask_user_question: ['ask-user'] },
};

const grokDenied = ({ disallowedTools }: Fields): readonly string[] =>
  namesOf(disallowedTools) ?? [];

const grokList = ({ tools }: Fields): readonly string[] | null => {
  const names = namesOf(tools) ?? [];
  return names.length === 0 ? null : names;
};

const grok: Program = {
  id: 'grok',
  names: Object.keys(grokTable),
  answer: (fields) => {
    const names = namesOf(fields['tools']);
    // These need other tools, or depend on the account.
    const isPlain = (name: string): boolean =>
      Object.hasOwn(grokTable, name) && !/^(task|search_replace|web_\w+)$/.test(name);
    if (!names?.length || 'disallowedTools' in fields || !names.every(isPlain)) return null;
    return { tools: [...names, 'search_tool', 'use_tool'] };
  },
  grants: fromLists({
    ...{ table: grokTable, all: Object.keys(grokTable), native: grokList, denied: grokDenied },
    // One tool calls those of all servers, and no list withholds it.
    isUsed: (_, fields) => !grokDenied(fields).includes('use_tool'),
  }),
};

const factoryTable: Table = {
  ...{ Read: ['read'], LS: ['list'], Glob: ['find'], Grep: ['search'] },
  // The model decides which of these the agent gets for which name.
  ...{ Create: changes, Edit: changes, ApplyPatch: changes, Execute: runs, FetchUrl: ['fetch'] },
  ...{ WebSearch: ['search-web'], Task: calls },
};

const factoryNative: Readonly<Record<string, readonly string[]>> = {
  ...{ Edit: ['ApplyPatch', 'Edit'], Create: ['ApplyPatch', 'Create'] },
};

const factoryList = fromLists({
  ...{ table: factoryTable, all: Object.keys(factoryTable) },
  native: ({ tools }) => (tools === undefined ? null : (namesOf(tools) ?? [])),
  isUsed: (name, { tools }) =>
    tools === undefined ||
    (namesOf(tools) ?? []).includes(name.slice('mcp__'.length).replace('__', '___')),
});

const factory: Program = {
  id: 'factory',
  names: Object.keys(factoryTable),
  answer: ({ tools, model }) => {
    const names = Array.isArray(tools) ? namesOf(tools) : null;
    const isPlain = (name: string): boolean =>
      Object.hasOwn(factoryTable, name) && name !== 'ApplyPatch';
    if (!names?.length || model !== undefined || !names.every(isPlain)) return null;
    const native = names.flatMap((name) => factoryNative[name] ?? name);
    return { tools: [...native, 'Skill', 'TodoWrite'] };
  },
  grants: factoryList,
  always: ['skill', 'todo'],
};

interface Rule {
  readonly permission: string;
  readonly pattern: string;
  readonly action: string;
}

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const rulesIn = (map: unknown): readonly Rule[] | null => {
  if (map === undefined) return [];
  if (is(map)) return [{ permission: '*', pattern: '*', action: map }];
  if (!isMap(map)) return null;
  const rules = Object.entries(map).map(([permission, value]): readonly Rule[] | null => {
    if (is(value)) return [{ permission, pattern: '*', action: value }];
    const patterns = isMap(value) ? Object.entries(value) : [];
    return isMap(value) && patterns.every(([, action]) => is(action))
      ? patterns.map(([pattern, action]) => ({ permission, pattern, action: String(action) }))
      : null;
  });
  return rules.some((one) => one === null) ? null : rules.flatMap((one) => one ?? []);
};

/** The former field: what writes in any way is one permission. */
const rulesOfTools = (map: unknown): readonly Rule[] | null => {
  if (map === undefined) return [];
  if (!isMap(map) || Object.values(map).some((value) => typeof value !== 'boolean')) return null;
  const actions = new Map<string, string>();
  for (const [name, isOn] of Object.entries(map))
    actions.set(/^(write|edit|patch)$/.test(name) ? 'edit' : name, isOn ? 'allow' : 'deny');
  return [...actions].map(([permission, action]) => ({ permission, pattern: '*', action }));
};

const rulesOfMaps = ({ permission, tools }: Fields): readonly Rule[] | null => {
  const [former, own] = [rulesOfTools(tools), rulesIn(permission)];
  if (former === null || own === null) return null;
  // Where both have a permission, the program merges them.
  const isBoth = own.some((one) => former.some((other) => other.permission === one.permission));
  return isBoth ? null : [...former, ...own];
};

const rulesOfList = ({ permissions }: Fields): readonly Rule[] | null => {
  if (!Array.isArray(permissions)) return permissions === undefined ? [] : null;
  const rules = permissions.map((one): Rule | null =>
    isMap(one) && is(one['action']) && is(one['resource']) && is(one['effect'])
      ? { permission: one['action'], pattern: one['resource'], action: one['effect'] }
      : null,
  );
  return rules.some((one) => one === null) ? null : rules.flatMap((one) => one ?? []);
};

/** The permission and the subject of each act. */
const asked: Readonly<Partial<Record<Act, readonly [string, string]>>> = {
  ...{ read: ['read', 'src/a.ts'], find: ['glob', '*.ts'], search: ['grep', 'main'] },
  ...{ create: ['edit', 'src/a.ts'], change: ['edit', 'src/a.ts'], notebook: ['edit', 'a.ipynb'] },
  ...{ fetch: ['webfetch', 'https://a.org'], 'search-web': ['websearch', 'main'] },
  ...{ todo: ['todowrite', '*'], skill: ['skill', 'deploy'], 'ask-user': ['question', '*'] },
  ...Object.fromEntries(runs.map((act) => [act, ['bash', act.slice(4)]])),
  ...Object.fromEntries(calls.map((act) => [act, ['task', act.slice(5)]])),
  ...Object.fromEntries(uses.map((act) => [act, [act.slice(4).replace(' ', '_'), '*']])),
};

/** The last rule that matches wins. */
function fromRules(rules: readonly Rule[]): Grants {
  const held: Partial<Record<Act, Action>> = {};
  const named = new Set<Act>();
  for (const [act, [permission, subject]] of Object.entries(asked) as [Act, [string, string]][]) {
    const last = rules.findLast(
      (rule) => wildcard(rule.permission, permission) && wildcard(rule.pattern, subject),
    );
    // Only a rule of its own gives this tool to a subagent.
    if (act === 'ask-user' && (!last || last.permission === '*')) continue;
    const action = last?.action ?? 'allow';
    held[act] = action === 'allow' || action === 'deny' ? action : 'ask';
    if (last && last.permission !== '*' && last.action !== 'allow') named.add(act);
  }
  const rest = rules.findLast(({ permission, pattern }) => permission === '*' && pattern === '*');
  // A notebook is a file like any other.
  if (held['change'] !== 'deny') named.delete('notebook');
  return { held, isOpen: rest === undefined || rest.action === 'allow', named };
}

const openCode = (id: string, rulesOf: (fields: Fields) => readonly Rule[] | null): Program => ({
  id,
  answer: (fields) => {
    const rules = rulesOf(fields);
    const isPlain = (text: string): boolean => /^[\w*?. -]+$/.test(text);
    if (!rules?.every((rule) => isPlain(rule.permission) && isPlain(rule.pattern))) return null;
    if (!rules.every(({ action }) => /^(allow|ask|deny)$/.test(action))) return null;
    return {
      permissions: rules.map((rule) => `${rule.permission} ${rule.pattern} ${rule.action}`),
    };
  },
  grants: (fields) => fromRules(rulesOf(fields) ?? []),
});

/** A role has every tool of the session, whatever it states. */
const codex: Program = {
  id: 'codex',
  grants: () => ({ held: everything(), isOpen: true, named: noNames }),
};

const cursor: Program = {
  id: 'cursor',
  grants: ({ readonly: isReadOnly }) => {
    const held = { ...everything() };
    if (isReadOnly === true) {
      for (const act of changes) held[act] = 'deny';
      // Some commands stay allowed.
      for (const act of runs) held[act] = 'ask';
    }
    return { held, isOpen: true, named: noNames };
  },
};

/** Names of tools of servers; other names with a slash may be those of a built-in tool. */
const ofServer = /^mcp_|___|^[\w.-]+\/\*$/;

/** Whether the model covers everything in the fields of a file that decides what the agent can do. */
export function isCovered({ id, names, answer }: Program, fields: Fields): boolean {
  if (!names) return answer === undefined || answer(fields, []) !== null;
  const isName = (name: string): boolean =>
    names.includes(name) || names.includes(name.toLowerCase()) || ofServer.test(name);
  return ['tools', 'disallowedTools'].every((key) => {
    const value = fields[key];
    // Factory Droid translates the names of a string, which the model does not.
    if (id === 'factory' && is(value)) return false;
    return value === undefined || (namesOf(value)?.every(isName) ?? false);
  });
}

export const programs: readonly Program[] = [
  ...[claude, codex, copilot, cursor, factory, gemini, grok, kimi, qoder, qwen, vscode],
  openCode('opencode', rulesOfMaps),
  openCode('kilo', rulesOfMaps),
  openCode('opencode@2', (fields) => ('permissions' in fields ? rulesOfList : rulesOfMaps)(fields)),
];
