import type { Flaw, FlawCode } from '../../hosts/model/reading';
import { composed, t } from '../../text/message';
import type { Value } from '../../yaml/value';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for YAML of several lines, and for lines without a colon, in files of programs that read each line on its own.',
  why: 'Such a program is not a YAML parser. Only the first line of a multi-line value is read, a nested key is treated as a top-level key, and a line without a colon is ignored. The agent then has another description or name than intended, or no limit.',
  sources: [{ facts: ['flaw cut-value', 'flaw nested-key', 'flaw missing-colon'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.cursor/agents/reviewer.md',
      'name: reviewer\ndescription: >\n  Reviews changes.\n  Use it often.',
    ),
    example(
      '.cursor/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmetadata:\n  name: other',
    ),
    example(
      '.cursor/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nreadonly true',
    ),
  ],
  passing: [
    example('.cursor/agents/reviewer.md', 'name: reviewer\ndescription: Reviews changes.'),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: >\n  Reviews changes.\n  Use it often.',
    ),
  ],
});

export const rule: Rule = {
  name: 'misread-lines',
  kind: 'host',
  subjects: ['agent', 'skill', 'command'],
  check: ({ writer, verdict }: HostInput): Found[] =>
    verdict.flaws.flatMap((flaw): Found[] => {
      const { code, span } = flaw;
      const met = verdict.dialect.flaws[code];
      if (!met || !codes.includes(code)) return [];
      const key = writer.outline.text.slice(span.start, span.end);
      const effect = effectOf(verdict, met.effect);
      if (code === 'nested-key')
        return [
          {
            span,
            severity: 'warning',
            message: composed`${t('"{key}" is inside of another field.', { key })} ${effect} ${t('Rename it or remove it.')}`,
          },
        ];
      const limits =
        verdict.dialect.fields[typeof flaw.message === 'string' ? flaw.message : key]?.governs ===
        'permission';
      const severity = limits ? 'error' : 'warning';
      if (code === 'missing-colon')
        return [
          {
            span,
            severity,
            message: composed`${t('No colon after "{key}".', { key })} ${effect} ${t('Add it.')}`,
            fixes: [addingColon(writer, flaw)],
          },
        ];
      return [
        {
          span,
          severity,
          // What is wrong with the first line.
          merge: {
            covers: verdict.fields.find(({ keySpan }) => keySpan.start === span.start)?.span,
          },
          message: composed`${t('"{key}" has more than one line.', { key })} ${effect} ${t('Write the value on one line.')}`,
          fixes: joining(writer, flaw),
        },
      ];
    }),
};

const codes: readonly FlawCode[] = ['cut-value', 'nested-key', 'missing-colon'];

/** In place of the white space after the key, or of an equals sign. For review, because the line may be a sentence. */
function addingColon({ outline: { text } }: HostInput['writer'], { span: { end } }: Flaw): Fix {
  const [gap = ''] = /^(?:[ \t]*=[ \t]*|[ \t]+)/.exec(text.slice(end)) ?? [];
  return {
    title: t('Add the colon'),
    safety: 'review',
    // The line is no field in any syntax, and one in each of them with the colon.
    edits: () => [{ span: { start: end, end: end + gap.length }, text: ': ' }],
  };
}

function joining(writer: HostInput['writer'], { span }: Flaw): readonly Fix[] {
  const entry = writer.outline.fields.find(({ keySpan }) => keySpan.start === span.start);
  const text = entry && onOneLine(entry.value);
  return entry === undefined || text === undefined
    ? []
    : [
        {
          title: t('Write it on one line'),
          safety: 'safe',
          edits: () => writer.setField(entry, { text }),
        },
      ];
}

/** Undefined for what one line cannot express. */
function onOneLine(value: Value): string | undefined {
  if (value.kind === 'text') {
    const lines = value.text.split('\n').map((line) => line.trim());
    return lines.filter((line) => line !== '').join(' ') || undefined;
  }
  if (value.kind === 'boolean' || value.kind === 'number') return value.source;
  if (value.kind !== 'list') return undefined;
  const names = value.items.map((item) => (item.kind === 'text' ? item.text : undefined));
  return names.some((name) => name === undefined || /[,\n]/.test(name))
    ? undefined
    : names.join(', ');
}
