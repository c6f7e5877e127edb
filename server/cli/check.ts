// dossier check: findings over files and folders.
import { fixAll, fixesFor } from '../features/fixes';
import { type View, viewOf } from '../features/view';
import type { Context } from '../hosts/context';
import type { Host } from '../hosts/host';
import type { Finding } from '../rules/rule';
import { defaultSettings, type Settings } from '../settings/settings';
import { linesOf } from '../text/lines';
import type { World } from '../world/world';
import { diff } from './diff';
import { exit, type Io, UsageError } from './io';
import { contextOf, hostsOf, type Options, parse, wordOf } from './options';
import { filesOf, placesFor } from './paths';
import { type Checked, type CheckFormat, checkFormats, type Located, reporterOf } from './report';

export const checkUsage = `dossier check [PATH...]   findings in agent files (default: this folder)

  --format FORM        human (default), json, sarif, github
  --host ID,...        only these hosts, as strictly as owners
  --guests ID,...      also guests: other hosts that read the same files
  --loose              also files outside the hosts' folders that look like agents
  --fix                mend what can be mended safely
  --dry-run            with --fix: print the difference, write nothing
  --max-warnings N     more warnings than N count as failure
  --quiet              errors only
  --context KEY=VALUE  what a file cannot say: platform, mcp, ...

Exit: 0 clean, 1 findings at error level (or more warnings than allowed), 2 could not run.
`;

/** @throws UsageError */
export function check(argv: readonly string[], world: World, io: Io): number {
  const asked = parse(argv, flags);
  if (asked.values['help']) {
    io.out(checkUsage);
    return exit.clean;
  }
  const options = optionsFrom(asked);
  const reporter = reporterOf(options.format, io);
  const seen = { files: 0, errors: 0, warnings: 0, failed: 0, fixed: 0 };
  for (const file of filesOf(asked.paths, options.loose, world)) {
    const text = readOrTell(file, world, io);
    if (text === null) {
      seen.failed++;
      continue;
    }
    seen.files++;
    const checked = checkFile(file, text, options, world, io);
    seen.fixed += checked.fixed;
    for (const { severity } of checked.findings) {
      if (severity === 'error') seen.errors++;
      if (severity === 'warning') seen.warnings++;
    }
    reporter.file(checked);
  }
  reporter.end(seen);
  if (seen.files === 0 && seen.failed === 0) io.err(noFileSeen);
  if (seen.failed > 0) return exit.failed;
  const tooMany = options.limit !== null && seen.warnings > options.limit;
  return seen.errors > 0 || tooMany ? exit.findings : exit.clean;
}

const flags = {
  format: { type: 'string' },
  host: { type: 'string' },
  guests: { type: 'string' },
  loose: { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  'max-warnings': { type: 'string' },
  quiet: { type: 'boolean' },
  context: { type: 'string', multiple: true },
} as const;

const noFileSeen =
  'dossier: no agent file seen. Agents lie in the folders that `dossier hosts` lists; name a file to judge it wherever it lies, or add --loose.\n';

interface CheckOptions {
  readonly format: CheckFormat;
  readonly only: readonly Host[] | undefined;
  readonly settings: Settings;
  readonly context: Context;
  readonly loose: boolean;
  readonly fix: 'no' | 'write' | 'show';
  readonly quiet: boolean;
  readonly limit: number | null;
}

function optionsFrom({ values }: Options): CheckOptions {
  const chosen = hostsOf(values['host']);
  const guests =
    values['guests'] === undefined ? 'none' : (ids(hostsOf(values['guests'])) ?? 'all');
  return {
    format: wordOf(values['format'], checkFormats, 'human', 'format'),
    only: chosen ?? undefined,
    settings: { ...defaultSettings, hosts: ids(chosen) ?? [], guests },
    context: contextOf(values['context']),
    loose: values['loose'] === true,
    fix: values['fix'] !== true ? 'no' : values['dry-run'] === true ? 'show' : 'write',
    quiet: values['quiet'] === true,
    limit: limitOf(values['max-warnings']),
  };
}

const ids = (hosts: readonly Host[] | null): readonly string[] | null =>
  hosts?.map((host) => host.id) ?? null;

function readOrTell(file: string, world: World, io: Io): string | null {
  try {
    return world.read(file);
  } catch (error) {
    io.err(`dossier: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

function checkFile(
  file: string,
  text: string,
  { only, settings, context, fix, quiet }: CheckOptions,
  world: World,
  io: Io,
): Checked & { readonly fixed: number } {
  const places = placesFor(file, text, world, only ?? null);
  const view = viewOf({ path: file, text, places, settings, context, only });
  const fixed = fix === 'no' ? { text, titles: [] } : fixAll(view);
  if (fixed.titles.length === 0)
    return { file, text, findings: located(file, view, quiet), fixed: 0 };
  if (fix === 'show') {
    io.out(diff(file, text, fixed.text));
    return { file, text, findings: located(file, view, quiet), fixed: 0 };
  }
  world.write(file, fixed.text);
  const now = viewOf({ path: file, text: fixed.text, places, settings, context, only });
  return {
    file,
    text: fixed.text,
    findings: located(file, now, quiet),
    fixed: fixed.titles.length,
  };
}

function located(file: string, view: View, quiet: boolean): Located[] {
  const findings = view.findings().filter((finding) => !quiet || finding.severity === 'error');
  if (findings.length === 0) return [];
  const lines = linesOf(view.outline.text);
  return findings.map((finding) => ({
    file,
    host: finding.host,
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: finding.span && lines.rangeOf(finding.span),
    ...bestFix(view, finding),
  }));
}

/** What can be done about it: `safe` and `review` are the contract's words. */
export function bestFix(view: View, finding: Finding): Pick<Located, 'fix' | 'fixTitle'> {
  const fixes = fixesFor(view, finding);
  const best = fixes.find((fix) => fix.safety === 'safe') ?? fixes[0];
  return { fix: best?.safety ?? null, fixTitle: best?.title ?? null };
}

function limitOf(value: unknown): number | null {
  if (value === undefined) return null;
  const limit = Number(value);
  if (!Number.isInteger(limit) || limit < 0)
    throw new UsageError(`--max-warnings takes a whole number, not "${String(value)}"`);
  return limit;
}
