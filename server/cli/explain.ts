// dossier explain: what each host does with a file, in the form of the outward contract.
import { outlineOf } from '../agent/outline';
import type { Context } from '../hosts/context';
import type { Host } from '../hosts/host';
import { judge } from '../hosts/judge';
import type { Place } from '../hosts/place';
import type { Verdict } from '../hosts/verdict';
import { runRules } from '../rules/run';
import type { World } from '../world/world';
import { humanVerdicts } from './explain-human';
import { type ExplainedFile, explained } from './explained';
import { exit, type Io, UsageError } from './io';
import { contextOf, hostsOf, parse, wordOf } from './options';
import { placesAs, placesFor } from './paths';

export const explainUsage = `dossier explain FILE...   what each host does with a file

  --host ID,...        these hosts, or all (default: the owners of the place, then its guests)
  --as PATH            judge the text as if it lay there; {name} stands for the file's name;
                       @own: each host in its own project folder
  --files-from LIST    a file with a path a line, or - for standard input
  --context KEY=VALUE  what a file cannot say: platform, background, mcp, ...
  --format FORM        human (default), json, ndjson
`;

/** @throws UsageError */
export function explain(argv: readonly string[], world: World, io: Io): number {
  const { paths, values } = parse(argv, {
    host: { type: 'string' },
    as: { type: 'string' },
    'files-from': { type: 'string' },
    context: { type: 'string', multiple: true },
    format: { type: 'string' },
  });
  if (values['help']) {
    io.out(explainUsage);
    return exit.clean;
  }
  const files = [...paths, ...listedFiles(values['files-from'], world, io)];
  if (files.length === 0) throw new UsageError('explain needs a file');
  const format = wordOf(values['format'], ['human', 'json', 'ndjson'], 'human', 'format');
  const chosen = hostsOf(values['host']);
  const context = contextOf(values['context']);
  const as = values['as'] === undefined ? undefined : String(values['as']);
  const all: ExplainedFile[] = [];
  let failed = false;
  for (const file of files) {
    const result = explainFile(file, { as, chosen, context, world });
    failed ||= 'error' in result;
    if (format === 'ndjson') io.out(`${JSON.stringify(result)}\n`);
    else if (format === 'json') all.push(result);
    else io.out(humanVerdicts(result, io.color));
  }
  if (format === 'json') io.out(`${JSON.stringify({ files: all })}\n`);
  return failed ? exit.failed : exit.clean;
}

interface Ask {
  readonly as: string | undefined;
  readonly chosen: readonly Host[] | null;
  readonly context: Context;
  readonly world: World;
}

function explainFile(file: string, { as, chosen, context, world }: Ask): ExplainedFile {
  let text: string;
  try {
    text = world.read(file);
  } catch (error) {
    return { file, error: error instanceof Error ? error.message : String(error) };
  }
  const outline = outlineOf(text);
  const places =
    as === undefined ? placesFor(file, text, world, chosen) : placesAs(as, file, chosen);
  const wanted = chosen ? ordered(places, chosen) : places;
  const verdicts = wanted.map((place): Verdict => judge(outline, place, context));
  const findings = runRules({
    outline,
    verdicts: () => verdicts,
    allowed: { fields: [], tools: [] },
    chosen: {},
    strict: chosen?.map((host) => host.id) ?? [],
  });
  return explained({ file, outline, verdicts, findings, missing: missingHosts(places, chosen) });
}

/** In the order that was asked for. */
const ordered = (places: readonly Place[], chosen: readonly Host[]): readonly Place[] =>
  chosen.flatMap((host) => places.find((place) => place.host === host) ?? []);

/** Hosts that were asked for and do not look where the file lies. */
const missingHosts = (places: readonly Place[], chosen: readonly Host[] | null): readonly Host[] =>
  (chosen ?? []).filter((host) => !places.some((place) => place.host === host));

function listedFiles(list: unknown, world: World, io: Io): string[] {
  if (list === undefined) return [];
  let text: string;
  try {
    text = list === '-' ? io.stdin() : world.read(String(list));
  } catch (error) {
    throw new UsageError(
      `the list ${String(list)} cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return text.split(/\r?\n/).filter((line) => line !== '');
}
