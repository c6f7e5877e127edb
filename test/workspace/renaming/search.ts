// Where texts name an agent, found by nothing but searching them: what a rename is held against.

export interface Spot {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  /** The form in which the name occurs. */
  readonly form: string;
}

interface Form {
  readonly form: string;
  /** Around the names. */
  readonly pattern: RegExp;
  /** The part of an agent's file; `companion` for other files. */
  readonly part: 'head' | 'companion' | 'prompt';
}

/** The characters that can surround a name, by host. */
const forms: Readonly<Record<string, readonly Form[]>> = {
  'claude-code': [
    { form: 'Agent(x)', pattern: /\bAgent\((?<names>[^)\n]*)\)/dg, part: 'head' },
    { form: 'Task(x)', pattern: /\bTask\((?<names>[^)\n]*)\)/dg, part: 'head' },
    { form: 'observer', pattern: /^observer:[ \t]*(?<names>.*)$/dgm, part: 'head' },
  ],
  vscode: [
    { form: 'agents: [x]', pattern: /^agents:[ \t]*\[(?<names>[^\]\n]*)\]/dgm, part: 'head' },
    {
      form: 'agents: - x',
      pattern: /^agents:[ \t]*\n(?<names>(?:[ \t]*- .*\n)+)/dgm,
      part: 'head',
    },
    {
      form: 'handoffs',
      pattern: /^[ \t]+(?:- )?agent:[ \t]*(?<names>.*?)[ \t]*$/dgm,
      part: 'head',
    },
  ],
  opencode: [
    {
      form: 'permission.task',
      pattern: /^([ \t]+)task:[ \t]*\n(?<names>(?:\1[ \t]+.*\n)+)/dgm,
      part: 'head',
    },
    {
      form: 'permission: {task: {x}}',
      pattern: /task:[ \t]*\{(?<names>[^}\n]*)\}/dg,
      part: 'head',
    },
  ],
};

/** In prompts, commands, skills, settings and configuration. */
const companionForms: readonly Form[] = [
  { form: 'agent: x', pattern: /^agent:[ \t]*(?<names>.*)$/dgm, part: 'companion' },
  { form: '"agent": "x"', pattern: /"agent": *(?<names>"[^"]*")/dg, part: 'companion' },
  { form: 'default_agent', pattern: /"default_agent": *(?<names>"[^"]*")/dg, part: 'companion' },
  { form: 'deny Agent(x)', pattern: /"(?:Agent|Task)\((?<names>[^)]*)\)"/dg, part: 'companion' },
];

/**
 * In every prompt, code left out. Not of Copilot CLI: what it calls an agent by its file is another name to VS Code, which
 * reads the same prompts.
 */
const inPrompts = (host: string): readonly Form[] => [
  ...(host === 'claude-code'
    ? [{ form: '@agent-x', pattern: /@agent-(?<names>[\w-]+)/dg, part: 'prompt' } as const]
    : []),
  {
    form: '@x',
    pattern: /(?<![\w@.:/-])@(?<names>[\w/-]+)(?![\w/(@-]|[.:]\w)/dg,
    part: 'prompt',
  },
];

/** A file is searched for every name. */
const known = new Map<string, string>();

function prosePart(path: string, text: string): string {
  const prose = known.get(text) ?? (text.includes('@') ? proseOf(path, text) : '');
  known.set(text, prose);
  return prose;
}

/** The prompt of a Markdown file where it is prose, and spaces for everything else. */
function proseOf(path: string, text: string): string {
  const end = text.indexOf('\n---', 3) + 4;
  if (!path.endsWith('.md') || end < 4) return '';
  const blank = (part: string): string => part.replaceAll(/[^\n]/g, ' ');
  return (
    blank(text.slice(0, end)) +
    text
      .slice(end)
      .replaceAll(/^[ \t]*(```+|~~~+)[^\n]*\n[\s\S]*?(?:^[ \t]*\1[ \t]*$|(?![\s\S]))/gm, blank)
      .replaceAll(/(`+)(?!`)[^\n]*?(?<!`)\1(?!`)/g, blank)
  );
}

const formsOf = (host: string): readonly Form[] => [
  ...(forms[host === 'kilo' ? 'opencode' : host] ?? []),
  ...companionForms,
  ...(host === 'copilot-cli' ? [] : inPrompts(host)),
];

/** A file that is no agent's: none of the folders of agents holds it. */
const isCompanion = (path: string): boolean =>
  !/\/(?:agents?|modes?)\/[^/]*(?:\/.*)?\.md$/.test(path);

/** Every place in a file that names the agent, its own name left out. */
export function spotsIn(path: string, text: string, host: string, id: string): readonly Spot[] {
  const end = text.indexOf('\n---', 3);
  const prose = prosePart(path, text);
  return formsOf(host).flatMap(({ form, pattern, part }) =>
    [...(part === 'prompt' ? prose : text).matchAll(pattern)].flatMap((match) => {
      const [from, to] = match.indices?.groups?.['names'] ?? [0, 0];
      if (
        part !== 'prompt' &&
        (part === 'head' ? isCompanion(path) || from > end : !isCompanion(path))
      )
        return [];
      return wordsIn(text, from, to)
        .filter(({ start, end }) => text.slice(start, end) === id)
        .map((word) => ({ path, form, ...word }));
    }),
  );
}

/** The parts between commas, or on lines, without spaces, quotes, and the description of each after a colon. */
function wordsIn(text: string, from: number, to: number): { start: number; end: number }[] {
  const words: { start: number; end: number }[] = [];
  let start = from;
  for (const part of text.slice(from, to).split(/[,\n]/)) {
    const inner = part.replace(/^\s*(?:- )?[\s"']*/, '');
    const first = start + part.length - inner.length;
    const word = inner.replace(/["']?:.*$/, '').replace(/[\s"']+$/, '');
    words.push({ start: first, end: first + word.length });
    start += part.length + 1;
  }
  return words;
}

/** The position of the agent's name in its file; null where the file does not set it. */
export function nameSpot(path: string, text: string, id: string): Spot | null {
  const found = path.endsWith('.json')
    ? new RegExp(`()"(${id})": *\\{`, 'd').exec(text)
    : /^name:[ \t]*(["']?)([^\n\r]*?)\1[ \t]*\r?$/dm.exec(text.slice(0, text.indexOf('\n---', 3)));
  const [start, end] = found?.indices?.[2] ?? [0, 0];
  return found?.[2] === id ? { path, form: 'name', start, end } : null;
}

/** Links in prose to a file of this name in the same folder. */
export function linkSpots(path: string, text: string, file: string): readonly Spot[] {
  const plain = file.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return [...text.matchAll(new RegExp(`\\]\\((?:\\./)?(${plain})\\)`, 'dg'))].map((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    return { path, form: '[link](x.md)', start, end };
  });
}
