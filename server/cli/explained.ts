// Verdicts in the public JSON format. Other programs read this format, so the meaning of its keys must not change
// without a new major version.

import type { EntryPath } from '../agent/entry-outline';
import type {
  Skill as ExplainedSkill,
  Explained as PublicExplained,
  Finding as PublicFinding,
  Verdict as PublicVerdict,
  Unexplained,
} from '../contract/library';
import { findingText } from '../features/finding-text';
import { bestFixSummary, budgetForFile } from '../features/fixes/fixes';
import type { View } from '../features/view/view';
import type { Host } from '../hosts/model/host';
import type { PermissionRule, Persona } from '../hosts/model/persona';
import { type Place, subjectAt, versionAt } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { findingsPerHost } from '../rules/merge-findings';
import { type Lines, linesOf, type Range } from '../text/lines';
import type { Span } from '../text/span';
import { english } from '../text/translate';
import { explainedSkill } from './explained-skill';
import { kindOfFinding } from './kind-of-finding';
import { jsonText } from './report/json-text';

export type ExplainedFile =
  | {
      readonly file: string;
      /** The agent in a configuration file, by its keys: `agent.reviewer`. Absent for other files. */
      readonly entry?: string;
      readonly verdicts: readonly ExplainedVerdict[];
    }
  | Unexplained;

export interface ExplainedVerdict extends Omit<PublicVerdict, 'persona' | 'fields'> {
  readonly persona: ExplainedPersona | null;
  /** Absent for agents. It is printed as the persona. */
  readonly skill?: ExplainedSkill;
  /** The fields in source order; see `printed`. */
  readonly fields: readonly (readonly [key: string, outcome: string])[];
}

type ExplainedPersona = Omit<Persona, 'prompt' | 'permissions'> & {
  readonly permissions: readonly { permission: string; pattern: string; action: string }[] | null;
  readonly promptLength: number;
};

export type ExplainedFinding = Omit<PublicFinding, 'file' | 'also' | 'onlyFades'>;

interface ToExplain {
  readonly file: string;
  readonly entry?: EntryPath;
  /** One view for each path. */
  readonly views: readonly View[];
  /** The places to report, in this order. */
  readonly places: readonly Place[];
  readonly missing: readonly Host[];
}

export function explained({ file, entry, views, places, missing }: ToExplain): ExplainedFile {
  const findings = findingsOf(views);
  const shown = views.flatMap((view) => view.shown());
  const verdicts = places.flatMap((place) => shown.find((one) => one.place === place) ?? []);
  const [first] = verdicts;
  const byHost = new Map<string | undefined, ExplainedFinding[]>();
  for (const finding of findings) {
    // Advice is included only with the first verdict.
    const host = finding.host ?? first?.place.host.id;
    const known = byHost.get(host);
    if (known) known.push(finding);
    else byHost.set(host, [finding]);
  }
  return {
    file,
    ...(entry && { entry: `${entry.key}.${entry.name}` }),
    verdicts: [
      ...verdicts.map((verdict) =>
        explainedVerdict(verdict, byHost.get(verdict.place.host.id) ?? []),
      ),
      ...missing.map(notRead),
    ],
  };
}

function findingsOf(views: readonly View[]): readonly ExplainedFinding[] {
  // Computed lazily, because most files have no findings with a range.
  let lines: Lines | undefined;
  const rangeOf = (span: Span, { outline }: View): Range => {
    lines ??= linesOf(outline.text);
    return lines.rangeOf(span);
  };
  const [first] = views;
  if (!first) return [];
  const budget = budgetForFile(first);
  return views.flatMap((view, index) =>
    findingsPerHost(view.findings())
      // Advice is identical in all views, so it is reported once.
      .filter(({ host }) => host !== null || index === 0)
      .map((finding) => ({
        rule: finding.rule,
        host: finding.host,
        ...kindOfFinding(view, finding),
        severity: finding.severity,
        message: findingText(finding, english),
        range: finding.span && rangeOf(finding.span, view),
        fix:
          bestFixSummary(view, finding, budget)?.safety ??
          (finding.moveTo === undefined ? null : 'review'),
      })),
  );
}

function explainedVerdict(
  verdict: Verdict,
  findings: readonly ExplainedFinding[],
): ExplainedVerdict {
  const { place, outcome, reason, runs, persona, skill, fields, depends } = verdict;
  const kind = subjectAt(place);
  return {
    host: place.host.id,
    hostVersion: versionAt(place),
    ...(place.versionBy !== undefined && { versionBy: english(place.versionBy) }),
    outcome,
    reason,
    runs,
    ...(kind !== 'agent' && { kind }),
    persona: persona && explainedPersona(persona),
    ...(skill && { skill: explainedSkill(skill, verdict) }),
    fields: fields.map(({ key, outcome: field }) => [key, field]),
    depends,
    findings,
  };
}

function explainedPersona(persona: Persona): ExplainedPersona {
  const { id, name, description, model, tools, color, mode, permissions } = persona;
  const { userInvocable, modelInvocable, hidden, prompt } = persona;
  return {
    id,
    name,
    description,
    model,
    tools,
    color,
    mode,
    userInvocable,
    modelInvocable,
    hidden,
    permissions: permissions?.map(ruleOf) ?? null,
    promptLength: prompt.length,
  };
}

const ruleOf = ({ permission, pattern, action }: PermissionRule) => ({
  permission,
  pattern,
  action,
});

const notRead = ({ id, version }: Host): ExplainedVerdict => ({
  host: id,
  hostVersion: version,
  outcome: 'not-read',
  reason: 'not-read',
  runs: false,
  persona: null,
  fields: [],
  depends: [],
  findings: [],
});

/** Cached because the same keys occur in most files. */
const quoted = (key: string): string => {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const made = jsonText(key);
  if (quotedKeys.size < keptKeys) quotedKeys.set(key, made);
  return made;
};

const quotedKeys = new Map<string, string>();
const keptKeys = 1_000;

/** The file as data. Only the text of `printed` keeps the order of fields such as `2`. */
export function asData(one: ExplainedFile): PublicExplained | Unexplained {
  if ('error' in one) return one;
  return {
    ...one,
    verdicts: one.verdicts.map(({ fields, depends, findings, skill, persona, ...rest }) => ({
      ...rest,
      persona: skill ?? persona,
      fields: Object.fromEntries(fields),
      ...{ depends, findings },
    })),
  };
}

/** Formats JSON with the fields in source order. A JavaScript object would place keys such as `2` before all others. */
export function printed(explained: ExplainedFile): string {
  if ('error' in explained) return jsonText(explained);
  const verdicts = explained.verdicts.map((verdict) => {
    const { fields, depends, findings, skill, ...rest } = verdict;
    const head = jsonText(skill ? { ...rest, persona: skill } : rest);
    let pairs = '';
    for (const [key, of] of fields) pairs += `${pairs === '' ? '' : ','}${quoted(key)}:"${of}"`;
    const tail = jsonText({ depends, findings });
    return `${head.slice(0, -1)},"fields":{${pairs}},${tail.slice(1)}`;
  });
  const entry = explained.entry === undefined ? '' : `"entry":${jsonText(explained.entry)},`;
  return `{"file":${jsonText(explained.file)},${entry}"verdicts":[${verdicts.join(',')}]}`;
}
