// Recorded cases of agents that share a name, as a person reads them: the files of a project, a home and plugins, and below
// them which file is the agent under each name.

export interface TreeFile {
  /** Below the root of the project; `~/` for the user's home, `../` for above the project, `plug.../` for a plugin. */
  readonly path: string;
  /** Lines of its frontmatter or of its TOML, or what the whole file is where it is JSON. */
  readonly head: readonly string[];
}

/** Which of the files is the agent of one name. */
export interface Standing {
  /** The one, or those of which chance decides on one. In the order of their paths. */
  readonly runs: readonly string[];
  /** Hosts that provide the values that the case does not set. */
  readonly over: readonly string[];
  /** Those that can be chosen from a list, and that no name leads to. */
  readonly before: readonly string[];
  /** The outcome of the host's built-in agent of that name; absent where it has none. */
  readonly own?: 'replaced' | 'changed';
}

/** The result of a host for the files of a case. */
export interface Outcome {
  readonly standings: ReadonlyMap<string, Standing>;
  /** Files of which nothing is left, in order. */
  readonly lost: readonly string[];
}

export interface PrecedenceCase {
  readonly title: string;
  /** The folder that the host is started in, below the project; empty for the project itself. */
  readonly start: string;
  readonly files: readonly TreeFile[];
  /** By the name of the agent in the host; empty until the host was asked. */
  readonly outcome: Outcome;
  /** Why our index differs, where the reason is known. */
  readonly open?: string;
}

export interface PrecedenceFile {
  readonly host: string;
  /** Of the program that gave the answers. */
  readonly version: string;
  readonly cases: readonly PrecedenceCase[];
}

const fence = '~~~';

export function readPrecedence(source: string): PrecedenceFile {
  const [, host = '', version = ''] = /^# (\S+) (\S+)\n/.exec(source) ?? [];
  if (host === '') throw new Error(`not a file of cases: ${source.slice(0, 40)}`);
  return { host, version, cases: source.split(/^## /m).slice(1).map(readCase) };
}

function readCase(part: string): PrecedenceCase {
  const [title = '', ...lines] = part.split('\n');
  const from = lines.indexOf(fence);
  const to = lines.indexOf(fence, from + 1);
  if (from < 0 || to < 0) throw new Error(`${title}: no files`);
  const start = /^Started in `([^`]+)`\.$/m.exec(part)?.[1] ?? '';
  const files = lines.slice(from + 1, to).map((line): TreeFile => {
    const [, path = '', head = ''] = /^(.+?)(?: {2,}(.*))?$/.exec(line) ?? [];
    return { path, head: head === '' ? [] : head.split('; ') };
  });
  const actual = lines.slice(to).flatMap((line) => {
    const [, name, standing] = /^- `([^`]+)`: (.*)$/.exec(line) ?? [];
    return name === undefined || standing === undefined
      ? []
      : [[name, standingOf(standing)] as const];
  });
  const lost = /^Lost: (.*)$/m.exec(part)?.[1]?.split(', ') ?? [];
  const open = /^Left open: (.*)$/m.exec(part)?.[1];
  const outcome = { standings: new Map(actual), lost };
  return { title, start, files, outcome, ...(open !== undefined && { open }) };
}

export function writePrecedence({ host, version, cases }: PrecedenceFile): string {
  return [`# ${host} ${version}\n`, ...cases.map(writeCase)].join('\n');
}

function writeCase({ title, start, files, outcome, open }: PrecedenceCase): string {
  const wide = Math.max(...files.map(({ path }) => path.length));
  return [
    `## ${title}`,
    '',
    ...(start === '' ? [] : [`Started in \`${start}\`.`, '']),
    fence,
    ...files.map(({ path, head }) =>
      head.length === 0 ? path : `${path.padEnd(wide)}  ${head.join('; ')}`,
    ),
    fence,
    '',
    ...inWords(outcome),
    '',
    ...(open === undefined ? [] : [`Left open: ${open}`, '']),
  ].join('\n');
}

/** A line for each name, and one for what is lost. */
export const inWords = ({ standings, lost }: Outcome): readonly string[] => [
  ...[...standings]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, standing]) => `- \`${name}\`: ${wordsOf(standing)}`),
  ...(lost.length === 0 ? [] : ['', `Lost: ${lost.join(', ')}`]),
];

const changed = ", over the host's own";
const replaced = ", in place of the host's own";

/** `either a.md or b.md`; `a.md over b.md, in place of the host's own`. */
function wordsOf({ runs, over, before, own }: Standing): string {
  const under = [
    over.length === 0 ? '' : ` over ${over.join(' and ')}`,
    before.length === 0 ? '' : ` before ${before.join(' and ')}`,
  ].join('');
  const host = own === undefined ? '' : own === 'changed' ? changed : replaced;
  return `${runs.length > 1 ? 'either ' : ''}${runs.join(' or ')}${under}${host}`;
}

function standingOf(words: string): Standing {
  const own = words.endsWith(changed) ? 'changed' : words.endsWith(replaced) ? 'replaced' : null;
  const plain = words
    .replace(changed, '')
    .replace(replaced, '')
    .replace(/^either /, '');
  const [, runs = '', over, before] = /^(.*?)(?: over (.*?))?(?: before (.*))?$/.exec(plain) ?? [];
  return {
    runs: runs.split(' or '),
    over: over?.split(' and ') ?? [],
    before: before?.split(' and ') ?? [],
    ...(own && { own }),
  };
}

/** The text of a file. It contains its path, so that the program can be asked which file it used. */
export function textOf({ path, head }: TreeFile, marks = false): string {
  if (path.endsWith('.toml')) return tomlOf(path, head);
  const mark = marks ? { [markOf(path)]: path } : {};
  if (!/\.jsonc?$/.test(path)) {
    const more = Object.entries(mark).map(([key, value]) => `${key}: ${value}`);
    return ['---', `description: ${path}`, ...head, ...more, '---', `${path}.`, ''].join('\n');
  }
  const whole = JSON.parse(head.join('; ')) as Record<string, Record<string, object>>;
  for (const key of ['agent', 'agents', 'mode'])
    for (const [name, agent] of Object.entries(whole[key] ?? {}))
      (whole[key] as Record<string, object>)[name] = {
        ...{ description: path, prompt: `${path}.` },
        ...mark,
        ...agent,
      };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** A role, or a configuration with tables of roles. */
function tomlOf(path: string, head: readonly string[]): string {
  const isRole = head.every((line) => !line.startsWith('['));
  const own = [
    `description = "${path}"`,
    ...(isRole ? [`developer_instructions = "${path}."`] : []),
  ];
  return [...head, ...own, ''].join('\n');
}

/** A key that is in the agent when the file was laid under another. */
const markOf = (path: string): string =>
  `mark-${path.replace('~', 'home').replace('..', 'above').replaceAll(/\W+/g, '-')}`;
