import type { Outline } from '../../agent/outline';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import { subjectAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, type Message, t } from '../../text/message';
import { type Span, touches } from '../../text/span';
import { exactly, example } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf, hostName, quotedList } from '../words';
import { faultSpan, quotesAction, yamlFixes } from '../yaml/yaml-fixes';
import { yamlAction, yamlProblem } from '../yaml/yaml-problems';

export const docs: RuleDocs = {
  what: 'Checks for frontmatter that the program can read only after repairing it.',
  why: 'The repair may turn comments into parts of values and lists into strings, and other programs reject the file. Another error, or CRLF line endings, can make the repair fail, and the agent is not loaded.',
  sources: [{ facts: ['flaw yaml-repaired'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example('.opencode/agent/reviewer.md', 'mode: subagent\ndescription: Use this: after changes'),
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: Use this: after changes'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Use this: after changes\nmodel: haiku # cheap',
    ),
    example(
      '.qwen/agents/reviewer.md',
      'name: reviewer\ndescription: Use this: after\n  changes of the code',
    ),
    example(
      '.qwen/commands/review.md',
      'description: Reviews.\nargument-hint: "[--mode "x"]"\narguments:\n  - name: a\n    description: First.',
    ),
  ],
  passing: [
    example('.claude/agents/reviewer.md', 'name: reviewer\ndescription: "Use this: after changes"'),
    exactly(
      '.claude/agents/reviewer.md',
      '---\nname: reviewer\ndescription: Use this\n---\nNote: all is well.\n',
    ),
  ],
});

export const rule: Rule = {
  name: 'repaired-yaml',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  check: ({ catalog, outline, writer, verdict }: HostInput): Found[] => {
    const flaw = verdict.flaws.find(({ code }) => code === 'yaml-repaired');
    const met = flaw && verdict.dialect.flaws[flaw.code];
    if (!flaw || !met) return [];
    const hasCommentInValue = (flaw.repairs ?? []).some(
      ({ span }) =>
        !isProse(verdict, span) && shortThenComment.test(outline.text.slice(span.start, span.end)),
    );
    const misread = misreadFields(outline.text, verdict);
    const cut = cutFields(outline, verdict);
    const nested = nestedFields(outline, verdict);
    const subject = subjectAt(verdict.place);
    const isAsWritten = !hasCommentInValue && [...misread, ...cut, ...nested].length === 0;
    return [
      {
        span: faultSpan(catalog, outline, flaw, subject),
        // A program that rejects the file has a finding of its own.
        severity: isAsWritten ? 'information' : 'warning',
        message: joined([
          yamlProblem(flaw.message),
          effectOf(verdict, met.effect),
          ...(hasCommentInValue ? [t('A comment becomes part of a value.')] : []),
          ...cut.map(({ key }) =>
            t('{host} reads only the first line of "{field}".', {
              host: hostName(verdict),
              field: key,
            }),
          ),
          ...nested.map(({ key }) =>
            t('{host} takes "{field}" from an indented line.', {
              host: hostName(verdict),
              field: key,
            }),
          ),
          ...lossesOf(verdict, misread),
          ...(isAsWritten ? [t('Other programs may reject the file.')] : []),
          quotesAction(catalog, outline, flaw.span, subject) ??
            yamlAction(flaw.message, writer.isYaml) ??
            t('Quote the value.'),
        ]),
        fixes: yamlFixes(catalog, writer, flaw.span, subject),
        // Their brackets are no part of a name once the file is valid YAML.
        merge: { replaces: misread.map(({ span }) => span) },
      },
    ];
  },
};

/** Fields whose list or map is read as a string, so that brackets become part of the names in it. */
const misreadFields = (text: string, { fields, tools }: Verdict): readonly FieldVerdict[] =>
  fields.filter(({ key, value, field, outcome }) => {
    if (
      !field ||
      field.noEffect ||
      value.kind !== 'text' ||
      !/[[{]/.test(text.charAt(value.span.start))
    )
      return false;
    const hasBrackets = tools.some((tool) => tool.key === key && /^[[{]|[\]}]$/.test(tool.written));
    return hasBrackets || outcome !== 'kept';
  });

/** Strings of several lines of which the host reads only the first one. */
const cutFields = ({ text, head }: Outline, { fields }: Verdict): readonly FieldVerdict[] =>
  fields.filter(({ field, keySpan, value }) => {
    if (!field || field.noEffect || value.kind !== 'text') return false;
    const [first = '', ...more] = text.slice(keySpan.end + 1, head.end).split('\n');
    const indent = indentOf(text, keySpan);
    const next = more.findIndex(
      (line) => /^ *(?:- +)?[\w-]+:(?:\s|$)/.test(line) && line.search(/\S/) <= indent,
    );
    const below = more.slice(0, next < 0 ? undefined : next);
    const rest = singleSpaced(below.filter((line) => !/^\s*#/.test(line)).join('\n'));
    // Escapes and doubled quotes make a quoted string differ from its source.
    return !/^\s*["']/.test(first) && !singleSpaced(value.text).includes(rest);
  });

/** Fields that the host finds inside of another one, where it reads line by line. */
const nestedFields = (
  { text, fields: [first] }: Outline,
  { fields }: Verdict,
): readonly FieldVerdict[] =>
  fields.filter(
    ({ field, keySpan }) =>
      field &&
      !field.noEffect &&
      first !== undefined &&
      indentOf(text, keySpan) > indentOf(text, first.keySpan),
  );

/** The number of spaces before the key. */
const indentOf = (text: string, { start }: Span): number =>
  start - (text.lastIndexOf('\n', start - 1) + 1);

const singleSpaced = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

function lossesOf(verdict: Verdict, misread: readonly FieldVerdict[]): readonly Message[] {
  if (misread.length === 0) return [];
  const names = misread.map(({ key }) => key);
  const [field = ''] = names;
  const hasTools = misread.some((one) => one.field?.role === 'tools');
  return [
    names.length === 1
      ? t('"{field}" becomes a string, brackets included.', { field })
      : t('{fields} become strings, brackets included.', { fields: quotedList(names) }),
    ...(hasTools && verdict.runs === false && verdict.runsNot
      ? [effectOf(verdict, verdict.runsNot)]
      : []),
  ];
}

/** A value of a few words and a comment: `haiku # cheap`. In longer text and in `PR #12`, the "#" is part of the text. */
const shortThenComment = /^[^\n#]{1,40}[ \t]# /;

const isProse = ({ fields }: Verdict, span: Span): boolean =>
  fields.some(
    ({ field, value }) => field?.role === 'description' && touches(value.span, span.start),
  );
