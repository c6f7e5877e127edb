// Converts the same agent files with rulesync and with Dossier, and judges both results by the reader of the target.
//
//     npm install --prefix FOLDER rulesync@17.0.0
//     node scripts/convert-corpus.mjs --rulesync FOLDER [--from ID] [--to ID] [--record] [CORPUS]
//
// It needs Node 22 or later.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { outlineOf } from '../../server/agent/outline';
import { compareTools, type HeldTools } from '../../server/convert/compare-tools';
import { isUsed } from '../../server/convert/plan-fields';
import { placeIn } from '../../server/hosts/catalog/places';
import { judge } from '../../server/hosts/judge/compute-verdict';
import type { SharedField } from '../../server/hosts/model/conversion';
import type { Host } from '../../server/hosts/model/host';
import { placeInOwnFolder } from '../../server/hosts/model/place';
import type { Verdict } from '../../server/hosts/model/verdict';
import { corpusFiles, filesBelow } from '../support/corpus';
import { type ComparedPair, type Outcomes, recordCompared } from './compared';
import { convertedAt, pairs, type SourceFile } from './pairs';

const { values, positionals } = parseArgs({
  args: process.argv.slice(2),
  options: {
    rulesync: { type: 'string', default: '' },
    from: { type: 'string' },
    to: { type: 'string' },
    record: { type: 'boolean', default: false },
  },
  allowPositionals: true,
});

/** What rulesync calls the hosts, and where it reads and writes their agents. */
const tools: Readonly<
  Record<string, { readonly name: string; readonly at: (n: number) => string }>
> = {
  'claude-code': { name: 'claudecode', at: (n) => `.claude/agents/f${n}.md` },
  'copilot-cli': { name: 'copilotcli', at: (n) => `.github/agents/f${n}.agent.md` },
  kilo: { name: 'kilo', at: (n) => `.kilo/agents/f${n}.md` },
  opencode: { name: 'opencode', at: (n) => `.opencode/agents/f${n}.md` },
  vscode: { name: 'copilot', at: (n) => `.github/agents/f${n}.agent.md` },
};

const [folder] = positionals;
const sources = (folder === undefined ? corpusFiles() : filesBelow(folder)).map(
  (file): SourceFile => ({ file, text: readFileSync(file, 'utf8') }),
);
const installed = path.join(values.rulesync, 'node_modules/rulesync');

async function comparedPair(source: Host, target: Host): Promise<ComparedPair> {
  const files = sources.flatMap(({ text }, index) => {
    const file = `f${index}.md`;
    const made = convertedAt({ file, text }, source, target);
    return made ? [{ index, text, file, converted: made.converted }] : [];
  });
  const theirs = await byRulesync(files, source, target);
  const [other, own] = [counting(), counting()];
  for (const { index, text, file, converted } of files) {
    const at = placeInOwnFolder(source, file);
    if (!at) continue;
    const before = judge(outlineOf(text), at);
    count(other, before, theirs.get(index) ?? null, tools[target.id]?.at(index) ?? '', target);
    count(own, before, converted.isRefused ? null : converted.text, converted.path, target);
  }
  return { source: source.id, target: target.id, files: files.length, other, own };
}

const counting = (): { -readonly [K in keyof Outcomes]: number } => ({
  ...{ converted: 0, wider: 0, lost: 0, unloaded: 0 },
});

function count(
  outcomes: ReturnType<typeof counting>,
  before: Verdict,
  text: string | null,
  file: string,
  target: Host,
): void {
  if (text === null) return;
  outcomes.converted++;
  const place = placeIn(target, file);
  const now = place && judge(outlineOf(text), place);
  if (!now?.persona) {
    outcomes.unloaded++;
    return;
  }
  const differences = compareTools(held(before), held(now));
  if (differences.some(({ change }) => change === 'wider')) outcomes.wider++;
  if (differences.some(({ change }) => change === 'narrower') || hasLost(before, now))
    outcomes.lost++;
}

function held(verdict: Verdict): HeldTools {
  const { conversion } = verdict.place.host;
  if (!conversion) throw new Error(`${verdict.place.host.id} cannot be converted`);
  const { toolsOf, harmless } = conversion();
  return { tools: toolsOf(verdict), catalog: verdict.dialect.tools, harmless };
}

/** A model, a color, or a field that hosts share, which the source uses and the result does not have. */
function hasLost(before: Verdict, now: Verdict): boolean {
  const { model, color } = before.persona ?? {};
  // Not a name that the source does not know itself.
  const [name] = [model?.written ?? []].flat();
  const isModel = name !== undefined && before.place.host.conversion?.().readModel(name) !== null;
  if (isModel && model?.effective !== 'inherit' && now.persona?.model.written === null) return true;
  if (color && now.persona?.color === null) return true;
  const [from, to] = [before, now].map(({ place }) => place.host.conversion?.().fields ?? {});
  return before.fields
    .filter(isUsed)
    .flatMap(({ key }) =>
      (Object.keys(from ?? {}) as SharedField[]).filter((one) => from?.[one] === key),
    )
    .some((shared) => !now.fields.some((field) => field.key === to?.[shared] && isUsed(field)));
}

interface Given {
  readonly index: number;
  readonly text: string;
}

interface Rulesync {
  /** Converts the agents of the current folder. */
  readonly convertFromTool: (options: {
    readonly from: string;
    readonly to: readonly string[];
    readonly features: readonly string[];
  }) => Promise<unknown>;
}

/** The results of rulesync by the number of the file, each in a folder of its own, because it stops at a file that it cannot read. */
async function byRulesync(
  files: readonly Given[],
  source: Host,
  target: Host,
): Promise<ReadonlyMap<number, string>> {
  const [from, to] = [tools[source.id], tools[target.id]];
  if (!from || !to) return new Map();
  const program = pathToFileURL(path.join(installed, 'dist/index.js')).href;
  const { convertFromTool } = (await import(program)) as Rulesync;
  const back = process.cwd();
  const found = new Map<number, string>();
  for (const { index, text } of files) {
    const root = mkdtempSync(path.join(tmpdir(), 'dossier-rulesync-'));
    try {
      const [at, result] = [from, to].map((tool) => path.join(root, tool.at(index)));
      if (!at || !result) continue;
      mkdirSync(path.dirname(at), { recursive: true });
      writeFileSync(at, text);
      process.chdir(root);
      const options = { from: from.name, to: [to.name], features: ['subagents'] };
      const isDone = await convertFromTool(options).then(
        () => true,
        () => false,
      );
      if (isDone && existsSync(result)) found.set(index, readFileSync(result, 'utf8'));
    } finally {
      process.chdir(back);
      rmSync(root, { recursive: true, force: true });
    }
  }
  return found;
}

/** Two of one folder are the same file for rulesync. */
const isSamePlace = (source: Host, target: Host): boolean =>
  tools[source.id]?.at(0) === tools[target.id]?.at(0);

const { version } = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as {
  version: string;
};
const words = ({ converted, wider, lost, unloaded }: Outcomes): string =>
  `${converted} converted, ${wider} wider, ${lost} lost, ${unloaded} not loaded`;
async function main(): Promise<void> {
  const all: ComparedPair[] = [];
  for (const [source, target] of pairs) {
    if (!tools[source.id] || !tools[target.id] || isSamePlace(source, target)) continue;
    const { from = source.id, to = target.id } = values;
    if (from !== source.id || to !== target.id) continue;
    const pair = await comparedPair(source, target);
    console.log(
      `${source.id} -> ${target.id}: ${pair.files} files; rulesync: ${words(pair.other)}; Dossier: ${words(pair.own)}`,
    );
    all.push(pair);
  }
  if (values.record)
    recordCompared({ version, on: new Date().toISOString().slice(0, 10), pairs: all });
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);
