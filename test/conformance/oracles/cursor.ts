// Cursor answers by the service of its SDK that reads the agents of a workspace. The SDK does not export it: two of its files get
// a line that hands it out when they are loaded.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compileFunction } from 'node:vm';
import { type Facts, facts, names, quoted } from '../facts';
import type { Oracle } from '../oracle';
import type { Question } from '../question';

export const version = '1.0.32';

export interface Agent {
  readonly name: string;
  readonly description: string;
  readonly tools: readonly string[];
  readonly model: string;
  readonly forceDefaultModel: boolean;
  readonly prompt: string;
  /** 2: read-only. */
  readonly permissionMode: number;
  readonly isBackground: boolean;
}

interface Service {
  readonly getAllSubagents: () => Promise<readonly Agent[]>;
}

interface Services {
  readonly Workspace: new (root: string) => Service;
  readonly Merged: new (services: readonly Service[]) => Service;
}

export const cursor: Oracle = {
  host: 'cursor',
  answers: { part: 'reader', how: 'The service of its SDK that reads the agents of a workspace.' },
  packages: [{ name: '@cursor/sdk', version }],
  start: async (folder) => {
    const services = await servicesOf(path.join(folder, 'node_modules/@cursor/sdk/dist/cjs'));
    return {
      version,
      ask: async (questions) => {
        const found: Facts[] = [];
        for (const question of questions) found.push(await answer(services, question));
        return found;
      },
      close: async () => {},
    };
  },
};

/** Loads a module of the SDK by its name, and with `e` the part that contains it. */
interface Bundler {
  (id: string): unknown;
  readonly e: (part: number) => Promise<unknown>;
}

interface Part {
  readonly ids: readonly number[];
  /** By name; the first one is the entry. */
  readonly modules: object;
}

/** Where the added lines leave what they hand out. */
const handed: { bundler?: Bundler; services?: () => Services } = {};

/** The classes that read the agents of a workspace and merge them. */
export async function servicesOf(folder: string): Promise<Services> {
  Object.assign(globalThis, { dossierCursor: handed });
  const name = readdirSync(folder).find(
    (file) => /^\d+\.js$/.test(file) && textAt(folder, file).includes('"local-subagents"'),
  );
  if (name === undefined) throw otherForm();
  const part = loaded(folder, name, withServices) as Part;
  loaded(folder, 'index.js', withBundler, new Map([[`./${name}`, part]]));
  const { bundler } = handed;
  const [entry] = Object.keys(part.modules);
  if (!bundler || entry === undefined) throw otherForm();
  const [, needed = ''] =
    /Promise\.all\(\[([^\]]*)\]\)\.then\(\w+\.bind\(\w+,"\.\/src\/agent\/local-executor/.exec(
      textAt(folder, 'index.js'),
    ) ?? [];
  const others = [...needed.matchAll(/e\((\d+)\)/g)].map(([, id]) => Number(id));
  await Promise.all([...new Set([...others, ...part.ids])].map((id) => bundler.e(id)));
  bundler(entry);
  if (!handed.services) throw otherForm();
  return handed.services();
}

const otherForm = (): Error => new Error('the SDK has another form than before');

const textAt = (folder: string, file: string): string =>
  readFileSync(path.join(folder, file), 'utf8');

const withBundler = (text: string): string =>
  text.replace(
    /([\w$]+)\.m=[\w$]+,/,
    (all, name) => `globalThis.dossierCursor.bundler=${name},${all}`,
  );

function withServices(text: string): string {
  const workspace = /class ([\w$]+)\{constructor\(\w,\w,\w="workspace"/.exec(text);
  const merged = /class ([\w$]+)\{constructor\(\w\)\{this\.subagentsServices=\w\}/.exec(text);
  if (!workspace || !merged) throw otherForm();
  const line = `globalThis.dossierCursor.services=()=>({Workspace:${workspace[1]},Merged:${merged[1]}});`;
  return `${text.slice(0, merged.index)}${line}${text.slice(merged.index)}`;
}

/**
 * What a file of the SDK exports, with its text changed before it runs.
 * @param parts what it gets for these files.
 */
function loaded(
  folder: string,
  name: string,
  change: (text: string) => string,
  parts: ReadonlyMap<string, unknown> = new Map(),
): unknown {
  const filename = path.join(folder, name);
  const load = createRequire(filename);
  const module = { exports: {} };
  const run = compileFunction(
    change(textAt(folder, name)),
    ['exports', 'require', 'module', '__filename', '__dirname'],
    { filename },
  );
  const requirePart = Object.assign((id: string): unknown => parts.get(id) ?? load(id), load);
  run(module.exports, requirePart, module, filename, folder);
  return module.exports;
}

/** Lays the file below a folder that stands for the workspace. */
async function answer(
  { Workspace, Merged }: Services,
  { path: file, text }: Question,
): Promise<Facts> {
  const root = mkdtempSync(path.join(tmpdir(), 'dossier-cursor-'));
  try {
    const own = path.join(root, file);
    mkdirSync(path.dirname(own), { recursive: true });
    writeFileSync(own, text);
    const [agent] = await new Merged([new Workspace(root)]).getAllSubagents();
    return agent ? agentFacts(agent) : { agent: 'no' };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const agentFacts = (agent: Agent): Facts =>
  facts({
    agent: 'yes',
    name: quoted(agent.name),
    description: quoted(agent.description),
    model: quoted(agent.model),
    default: String(agent.forceDefaultModel),
    readonly: String(agent.permissionMode === 2),
    background: String(agent.isBackground),
    tools: names(agent.tools),
    // The program turns most line breaks into LF.
    prompt: String(agent.prompt.replaceAll('\r', '').length),
  });
