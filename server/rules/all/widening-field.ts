import { capabilitiesOf } from '../../hosts/judge/tools/capabilities';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Persona } from '../../hosts/model/persona';
import { capabilityOf } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { t } from '../../text/message';
import { example } from '../example';
import { denyingField } from '../limits/lost-limit';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for fields that add tools to the list of an agent that cannot change files without them.',
  why: 'A list of tools that only read is a limit. A field with another purpose, such as a memory, may add tools that change files, and the program does not report it.',
  sources: [{ facts: ['field', 'tool'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Grep\nmemory: project',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools:\n  - Read\nmemory: user\ndisallowedTools: Write',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\ntools: Read, Grep\nmemory: project\ndisallowedTools: Write, Edit',
    ),
    example(
      '.claude/agents/fixer.md',
      'name: fixer\ndescription: Fixes bugs.\ntools: Read, Edit\nmemory: project',
    ),
    // Commands can change files too.
    example(
      '.claude/agents/tester.md',
      'name: tester\ndescription: Runs tests.\ntools: Read, Bash\nmemory: project',
    ),
    example('.claude/agents/helper.md', 'name: helper\ndescription: Helps.\nmemory: project'),
  ],
});

export const rule: Rule = {
  name: 'widening-field',
  kind: 'host',
  check: ({ writer, verdict }: HostInput): Found[] => {
    const { persona, fields } = verdict;
    if (!persona || persona.tools.all) return [];
    return fields.flatMap((field): Found[] => {
      const names = addedBy(field, verdict, persona);
      if (names.length === 0) return [];
      return [
        {
          span: field.keySpan,
          severity: 'error',
          message: t(
            '"{field}" adds {tools} to the listed tools, so the agent can change files in {host}. Deny these tools, or remove "{field}".',
            { field: field.key, tools: quotedList(names), host: hostName(verdict) },
          ),
          fixes: [
            ...denying(writer, verdict, names),
            {
              title: t('Remove "{key}"', { key: field.key }),
              safety: 'review',
              edits: () => writer.removeField(field),
            },
          ],
        },
      ];
    });
  },
};

/** The tools that change files and that the agent has only because of the field; empty where it can change files anyway. */
function addedBy(
  { field, outcome }: FieldVerdict,
  { fields, tools, dialect }: Verdict,
  persona: Persona,
): readonly string[] {
  const adds = outcome === 'kept' ? field?.adds : undefined;
  const list = adds && fields.find((one) => one.field?.role === 'tools');
  if (!list) return [];
  const listed = tools.flatMap(({ key, names }) => (key === list.key ? names : []));
  const isAdded = (name: string): boolean => adds.includes(name) && !listed.includes(name);
  const { granted } = persona.tools;
  const own = { ...persona.tools, granted: granted.filter((name) => !isAdded(name)) };
  const able = capabilitiesOf(own, dialect.tools);
  if (able.has('write') || able.has('run')) return [];
  return dialect.tools.tools.flatMap((tool) =>
    granted.includes(tool.name) && isAdded(tool.name) && capabilityOf(tool) === 'write'
      ? [tool.name]
      : [],
  );
}

/** Denies the tools in a field of its own. Empty where the file has such a field, to which the author adds them. */
function denying(
  writer: HostInput['writer'],
  verdict: Verdict,
  names: readonly string[],
): readonly Fix[] {
  const key = denyingField(verdict);
  if (key === undefined || verdict.fields.some((one) => one.key === key)) return [];
  const text = names.join(', ');
  return [
    {
      title: t('Add "{line}"', { line: `${key}: ${text}` }),
      safety: 'review',
      edits: () => writer.insertField(key, text),
    },
  ];
}
