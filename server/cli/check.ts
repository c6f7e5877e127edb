// dossier check: findings over files and folders.
import { fixAll, fixesFor } from '../features/fixes';
import { type View, viewOf } from '../features/view';
import type { Finding } from '../rules/rule';
import { defaultSettings, type Settings } from '../settings/settings';
import { linesOf } from '../text/lines';
import type { World } from '../world/world';
import { diff } from './diff';
import { exit, type Io, UsageError } from './io';
import { contextOf, hostsOf, parse, wordOf } from './options';
import { filesOf, placesFor } from './paths';
import { type Checked, checkFormats, type Located, reporterOf } from './report';

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
  const { paths, values } = parse(argv, {
    format: { type: 'string' },
    host: { type: 'string' },
    guests: { type: 'string' },
    loose: { type: 'boolean' },
    fix: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    'max-warnings': { type: 'string' },
    quiet: { type: 'boolean' },
    context: { type: 'string', multiple: true },
  });
  if (values['help']) {
    io.out(checkUsage);
    return exit.clean;
  }
  const chosen = hostsOf(values['host']);
  const guests = hostsOf(values['guests']);
  const settings: Settings = {
    ...defaultSettings,
    hosts: chosen?.map((host) => host.id) ?? [],
    guests: values['guests'] === undefined ? 'none' : (guests?.map((host) => host.id) ?? 'all'),
  };
  const context = contextOf(values['context']);
  const limit = limitOf(values['max-warnings']);
  const reporter = reporterOf(wordOf(values['format'], checkFormats, 'human', 'format'), io);
  const seen = { files: 0, errors: 0, warnings: 0, failed: 0, fixed: 0 };

  for (const file of filesOf(paths, values['loose'] === true, world)) {
    let text: string;
    try {
      text = world.read(file);
    } catch (error) {
      seen.failed++;
      io.err(`dossier: ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
      continue;
    }
    seen.files++;
    const places = placesFor(file, text, world, chosen).filter(
      (place) => !chosen || chosen.includes(place.host),
    );
    let view = viewOf({ path: file, text, places, settings, context });
    if (values['fix'] === true) {
      const fixed = fixAll(view);
      seen.fixed += fixed.titles.length;
      if (fixed.titles.length > 0) {
        if (values['dry-run'] === true) io.out(diff(file, text, fixed.text));
        else {
          world.write(file, fixed.text);
          view = viewOf({ path: file, text: fixed.text, places, settings, context });
        }
      }
    }
    const found = located(file, view, values['quiet'] === true);
    for (const { severity } of found) {
      if (severity === 'error') seen.errors++;
      if (severity === 'warning') seen.warnings++;
    }
    reporter.file({ file, text: view.outline.text, findings: found } satisfies Checked);
  }
  reporter.end(seen);
  if (seen.files === 0) {
    io.err(
      'dossier: no agent file seen. Agents lie in the folders that `dossier hosts` lists; name a file to judge it wherever it lies, or add --loose.\n',
    );
  }
  if (seen.failed > 0) return exit.failed;
  return seen.errors > 0 || (limit !== null && seen.warnings > limit) ? exit.findings : exit.clean;
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
