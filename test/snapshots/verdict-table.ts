// What our verdicts on the recorded cases of a host state besides what its program answers: effects, reasons, what they depend on, the
// places of names. Each row is one statement with the number of cases in which it is made, and the first of them.
import type { FieldVerdict } from '../../server/hosts/model/field-verdict';
import type { Host } from '../../server/hosts/model/host';
import type { ToolVerdict } from '../../server/hosts/model/persona';
import type { Verdict } from '../../server/hosts/model/verdict';
import type { Sentence } from '../../server/text/message';
import { caseFilesOf } from '../conformance/cases';
import { entryVerdictsOn, verdictOn } from '../conformance/hosts/verdict-on';
import { isServers } from '../conformance/question';
import { shown } from '../conformance/shown';
import { words } from '../support/words';

interface Row {
  times: number;
  readonly first: string;
}

export function verdictTable(host: Host): string {
  const rows = new Map<string, Row>();
  for (const [group, { cases }] of caseFilesOf(host.id))
    for (const one of cases) {
      const place = verdictOn(host, one);
      const entries = isServers(one) ? null : entryVerdictsOn(host, one);
      const verdicts = entries ?? (place ? [place] : []);
      const stated = verdicts.flatMap((verdict) => statementsOf(verdict, one.text));
      for (const statement of new Set(stated)) {
        const row = rows.get(statement) ?? { times: 0, first: `${group} ${one.id}` };
        row.times++;
        rows.set(statement, row);
      }
    }
  const lines = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([statement, { times, first }]) => `${times} ${statement}  <- ${first}`);
  return `${lines.join('\n')}\n`;
}

const statementsOf = (verdict: Verdict, text: string): readonly string[] => {
  const { outcome, reason, runs, runsNot, depends, flaws, missing } = verdict;
  return [
    `file: ${joined(outcome, reason, `runs ${String(runs)}`, sentence(runsNot))}`,
    `depends: ${depends.join(', ') || 'nothing'}`,
    ...flaws.map(({ code, fatal }) => `flaw: ${joined(code, fatal && 'fatal')}`),
    ...missing.map(({ key }) => `missing: ${key}`),
    ...verdict.fields.flatMap((field) => ofField(field, text)),
    ...verdict.tools.flatMap((tool) => ofTool(tool, text)),
  ];
};

function ofField(verdict: FieldVerdict, text: string): readonly string[] {
  const { key, keySpan, outcome, otherwise, problems, field } = verdict;
  const name = field ? key : '(unknown key)';
  const written = text.slice(keySpan.start, keySpan.end);
  return [
    `field ${name}: ${joined(outcome, ...problems.map(({ kind }) => kind), sentence(otherwise?.effect))}`,
    ...(isName(written, key) ? [] : [`field ${name}: not at its name`]),
  ];
}

function ofTool(tool: ToolVerdict, text: string): readonly string[] {
  const { key, written, span, outcome, why, names, instead, voids } = tool;
  const place = text.slice(span.start, span.end);
  const details = [
    names.length > 1 && 'several tools',
    sentence(tool.effect),
    tool.wider !== undefined && `wider: ${sentence(tool.wider)}`,
    instead && (instead.length > 0 ? 'has a substitute' : 'has no substitute'),
    tool.renamed && 'renamed',
    tool.sometimes && 'sometimes',
    voids && 'voids others',
    tool.voided && 'voided',
  ];
  return [
    `tool in ${key}: ${joined(outcome, why, ...details)}`,
    ...(isName(place, written) ? [] : [`tool in ${key}: not at its name`]),
  ];
}

/** Whether the text at a place is the name, perhaps in quotes or in another letter case. */
const isName = (place: string, name: string): boolean =>
  place.toLowerCase() === name.toLowerCase() ||
  (/^(["']).*\1$/s.test(place) && place.slice(1, -1).toLowerCase() === name.toLowerCase());

const sentence = (effect: Sentence | undefined): string =>
  effect === undefined ? '' : shown(words(effect, 'it')).lines.replaceAll('\n', '\\n');

const joined = (...parts: readonly (string | false | null | undefined)[]): string =>
  parts.filter(Boolean).join(' | ');
