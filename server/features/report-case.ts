// A case for a bug report: the smallest text that still gets this verdict, its place, the host, and our verdict. It has the form
// of the recorded cases, so that it can be added to them once the host itself was run. Everything from the file is code, in which an issue
// has no mentions, references or HTML.
import { outlineOfFile } from '../agent/outline';
import { judge } from '../hosts/judge/compute-verdict';
import { type Place, versionAt } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import { markdownCode } from '../text/escape-markdown';
import { formatCount } from '../text/message';
import { lengthWithoutRuns, visible } from '../text/one-line';
import { english } from '../text/translate';
import { verdictLabel } from './verdict-labels';
import { WorkBudget } from './view/work-budget';

/** UTF-16 units of the text that a report contains: an issue on GitHub has room for twice as many. */
const maxCharacters = 30_000;

/** Markdown, ready to be pasted. The path is shortened to the part that matters to the host. */
export function reportCase(verdict: Verdict, text: string): string {
  const { place } = verdict;
  const { host, location, below } = place;
  const small = shrink(text, place, factsOf(verdict).join('\n'));
  const isTooLong = small.length > maxCharacters && lengthWithoutRuns(small) > maxCharacters;
  const cut = isTooLong ? small.length - maxCharacters : 0;
  const written = visible(small.slice(0, small.length - cut));
  const folder = place.path
    .slice(0, place.path.length - below.length)
    .split('/')
    .slice(-4)
    .join('/');
  const fence = '~'.repeat(
    Math.max(4, 1 + Math.max(0, ...[...written.text.matchAll(/^~+/gm)].map(([run]) => run.length))),
  );
  return [
    `# ${host.id} ${versionAt(place)}`,
    '',
    '## reported',
    '',
    `${markdownCode(`${folder.replace(/^\//, '')}${below}`)}${location.scope === 'project' ? '' : ` (${location.scope})`}`,
    '',
    `${fence}${written.escaped ? 'escaped' : ''}`,
    written.text,
    fence,
    '',
    ...(cut > 0 ? [`${formatCount(cut)} more characters follow.`, ''] : []),
    `Dossier reports: ${markdownCode(english(verdictLabel(verdict)))}`,
    '',
    ...factsOf(judge(outlineOfFile(place.path, small), place)).map(
      (fact) => `- ${markdownCode(fact)}`,
    ),
    '',
    `What ${host.name} did instead: `,
    '',
  ].join('\n');
}

/** The facts that must stay the same while the text shrinks; the prompt is not one of them. */
function factsOf({ outcome, reason, runs, persona, fields }: Verdict): string[] {
  const facts = [`fate: ${outcome}`, `reason: ${reason ?? 'none'}`];
  if (!persona) return facts;
  const { tools, model } = persona;
  return [
    ...facts,
    `starts: ${runs === null ? 'unknown' : runs ? 'yes' : 'no'}`,
    `name: ${persona.name}`,
    `description: ${persona.description ?? 'none'}`,
    `model: ${model.effective ?? 'unknown'}`,
    `tools: ${tools.all ? `all${tools.denied.length > 0 ? ` but ${tools.denied.join(', ')}` : ''}` : tools.granted.join(', ') || 'none'}`,
    `lost: ${tools.lost.map(({ written, why }) => `${written} (${why})`).join(', ') || 'none'}`,
    `color: ${persona.color ?? 'none'}`,
    `mode: ${persona.mode ?? 'none'}`,
    `permissions: ${persona.permissions?.map((rule) => `${rule.permission} ${rule.pattern} ${rule.action}`).join(', ') || 'none'}`,
    `fields: ${fields.map((field) => `${field.key} ${field.outcome}`).join(', ') || 'none'}`,
  ];
}

/** Of longer texts only the first lines are shrunk, as every attempt needs a verdict. */
const maxLines = 400;

/** Characters that may be judged to shrink a case. */
const shrinkBudget = 80_000;

/** Removes lines as long as the verdict stays the same. */
function shrink(text: string, place: Place, facts: string): string {
  const budget = new WorkBudget(shrinkBudget);
  const same = (lines: readonly string[]): boolean => {
    const outline = outlineOfFile(place.path, lines.join('\n'));
    return budget.spend({ outline }, 1) && factsOf(judge(outline, place)).join('\n') === facts;
  };
  let lines = text.split('\n');
  if (lines.length > maxLines) {
    const head = lines.slice(0, maxLines);
    if (!same(head)) return text;
    lines = head;
  }
  for (let size = lines.length >> 1; size > 0; size >>= 1) {
    for (let at = lines.length - size; at >= 0; at -= size) {
      const fewer = lines.toSpliced(at, size);
      if (same(fewer)) lines = fewer;
    }
  }
  return lines.join('\n');
}
