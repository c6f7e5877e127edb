// The findings of a file: those of the rules on the file alone and across files, without those that comments ignore, merged by cause.
import { ignoresIn } from '../../rules/ignores/ignores';
import { applyIgnores, hasIgnores, isIgnored } from '../../rules/ignores/ignores-apply';
import { mergeFindings } from '../../rules/merge-findings';
import type { Finding } from '../../rules/rule';
import {
  isIgnoreRule,
  type Run,
  runIgnoreRules,
  runOnly,
  runRules,
  sortFindings,
} from '../../rules/run';
import { isConditional, isHolding } from '../../rules/workspace-view';
import { lazily } from '../../text/lazily';
import type { Configuration } from './configuration';
import type { Entry, EntryFindings } from './entry-findings';
import { isPersonal } from './program-order';
import type { Verdicts } from './verdicts';
import type { ViewedFile } from './viewed-file';

export interface FileFindings {
  /** Findings of owners and of the guests that the user chose. Only the first program fades text. */
  readonly findings: () => readonly Finding[];
  /** Those and the ones that do not hold because of what companion files define. */
  readonly assumed: () => readonly Finding[];
  /**
   * The same findings for one program, including what would be faded for it, and those that concern no program. A guest that the
   * user did not choose has findings of its own here.
   */
  readonly findingsFor: (host: string) => readonly Finding[];
  /** The findings of one rule, ignored or not. */
  readonly findingsOf: (rule: string) => readonly Finding[];
  /** Those that depend on the other files of the workspace, ignored or not. */
  readonly across: () => readonly Finding[];
}

interface Rules {
  readonly run: () => Run;
  /** The findings of the rules on this file alone. */
  readonly own: () => readonly Finding[];
  readonly across: FileFindings['across'];
  /** What was found in the agents of a configuration file before. */
  readonly known: EntryFindings | undefined;
}

export function findingsIn(
  file: ViewedFile & Verdicts & Configuration<Entry>,
  { run, own, across, known }: Rules,
): FileFindings {
  const { outline, catalog, lanes, allLanes } = file;
  const isFormer = file.places[0]?.isFormer === true;
  const { path } = file.places[0] ?? file;
  let hasOwn = false;
  const byRule = new Map<string, readonly Finding[]>();

  /** Without those that do not hold because of what companion files define. */
  const holding = (findings: readonly Finding[]): readonly Finding[] => {
    if (!findings.some(isConditional)) return findings;
    const definitions = file.definitions();
    const holds = (one: Finding): boolean => isHolding(catalog, one, definitions);
    return findings.flatMap((one) => {
      // Of several names in one finding some may be defined.
      if (one.merge?.joins && one.parts) return mergeFindings(one.parts.filter(holds), path);
      return holds(one) ? one : [];
    });
  };
  const findingsOf = (rule: string): readonly Finding[] => {
    // Audits of suppression comments depend on the findings of all other rules.
    if (isIgnoreRule(rule)) return findings().filter((one) => one.rule === rule);
    // Where all rules have run already, none is run again.
    if (hasOwn) return holding(own().filter((one) => one.rule === rule));
    const found = byRule.get(rule) ?? holding(runOnly(rule, run()));
    byRule.set(rule, found);
    return found;
  };
  /** Before merging, including those that would fade text for another program than the first. */
  const unmerged = lazily(() => {
    hasOwn = true;
    const all = [...own(), ...across()];
    const entries = file.entries();
    // Those of the agents are merged already, each for itself.
    const inEntries = known?.of(entries) ?? entries.flatMap((entry) => entry.assumed());
    // A comment in a table may be for a finding on the file, so it is applied to all findings of the file together.
    const remaining =
      outline.isTable || !hasIgnores(outline)
        ? [...all, ...inEntries]
        : applyIgnores({
            outline,
            findings: [...all, ...inEntries],
            everywhere: () => runRules({ ...run(), verdicts: file.verdicts, chosen: {} }),
            audit: (ignores) => runIgnoreRules(run(), ignores),
          });
    const isInEntry = new Set(inEntries);
    return {
      ofFile: sortFindings(remaining.filter((one) => !isInEntry.has(one))),
      inEntries: remaining.filter((one) => isInEntry.has(one)),
    };
  });
  const assumed = lazily(() => {
    if (isFormer) return findingsOf('unread-location');
    const { ofFile, inEntries } = unmerged();
    const merged = mergeFindings(fadedForFirst(ofFile, file), path);
    return inEntries.length === 0 ? merged : sortFindings([...merged, ...inEntries]);
  });
  const findings = lazily(() => holding(assumed()));

  /** What would be reported for a guest that the user did not choose. */
  const unreported = (host: string): readonly Finding[] => {
    const lane = allLanes.find(({ place }) => place.host.id === host);
    if (!lane || lane.place.isFormer || lanes.includes(lane)) return [];
    const ignores = ignoresIn(outline);
    return runRules({ ...run(), verdicts: () => [lane.verdict()] }).filter(
      (finding) => finding.host === host && !ignores.some((one) => isIgnored(finding, one)),
    );
  };
  return {
    findings,
    assumed,
    findingsFor(host) {
      const all = isFormer ? findings() : unmerged().ofFile;
      const ofHost = all.filter((finding) => finding.host === host || finding.host === null);
      return mergeFindings(holding([...ofHost, ...unreported(host)]), path);
    },
    findingsOf,
    across,
  };
}

/** Text that one program ignores is not faded where it means something to the program that comes before it. */
function fadedForFirst(
  findings: readonly Finding[],
  { programs, first }: Pick<ViewedFile & Verdicts, 'programs' | 'first'>,
): readonly Finding[] {
  if (!isPersonal(programs)) return findings;
  const firstHost = first()?.place.host.id;
  return findings.flatMap((finding) => {
    const { host, tag, onlyFades } = finding;
    if (tag !== 'unnecessary' || host === null || host === firstHost) return finding;
    return onlyFades ? [] : { ...finding, tag: undefined };
  });
}
