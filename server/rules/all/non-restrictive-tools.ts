import type { Outline } from '../../agent/outline';
import type { Writer } from '../../agent/writer';
import { capabilitiesOf, privilegesAmong } from '../../hosts/judge/tools/capabilities';
import type { AllowList } from '../../hosts/model/dialect';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Privilege } from '../../hosts/model/privileges';
import { availableTools, capabilityOf } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import type { Edit } from '../../text/edit';
import { type Message, t } from '../../text/message';
import { scalar } from '../../yaml/scalar';
import type { Entry, MapValue } from '../../yaml/value';
import { example } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hasPermissionNames } from '../tools/named-permissions';
import { convertToRules } from '../tools/old-rules';
import { actionsOf, hostName } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for lists of allowed tools in programs that also allow every tool that is not listed.',
  why: 'In most programs an agent has only the tools in its list. OpenCode adds the list to rules that allow nearly everything, so an agent that lists only "read" and "grep" can still edit files and run commands.',
  sources: [{ facts: ['field of tools', 'values of permission'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  read: true\n  grep: true',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  read: true\n  grep: true',
      'You are read-only: you report, and change nothing.',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  read: allow\n  glob: allow',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  read: true\n  bash: true\n  grep: true',
    ),
  ],
  passing: [
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  "*": false\n  read: true\n  grep: true',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  read: true\n  edit: false\n  bash: false',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Builds.\ntools:\n  read: true\n  edit: true\n  write: true\n  bash: true',
    ),
    // The configuration may disable this tool, so the entry enables it.
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  "docs_*": true',
    ),
  ],
});

export const rule: Rule = {
  name: 'non-restrictive-tools',
  kind: 'host',
  check: ({ writer, verdict }: HostInput): Found[] => {
    const { persona, dialect } = verdict;
    const { allowList } = dialect;
    const rules = persona?.permissions ?? [];
    if (!persona || !allowList || allowList.asList || rules.length === 0) return [];
    // An author who denies something knows that the rest is allowed.
    if (rules.some(({ permission, action }) => permission === '*' || action !== allowList.named))
      return [];
    const listed = privilegesListed(verdict);
    // Commands can change files too, but an author who allows them and leaves out the tools that edit means a limit.
    const able = capabilitiesOf(persona.tools, dialect.tools);
    const gained = listed && privilegesAmong(able).filter((one) => !listed.includes(one));
    const field = verdict.fields.find((one) => hasPermissionNames(one) && one.value.kind === 'map');
    if (!gained || gained.length === 0 || !field || field.value.kind !== 'map') return [];
    return [
      {
        span: field.keySpan,
        severity: isDescribedAsReadOnly(persona.description ?? '', persona.prompt)
          ? 'error'
          : 'warning',
        losesLimit: true,
        message: messageFor(verdict, field, { gained, allowList }),
        fixes: [
          ...limiting(writer, field, { map: field.value, allowList }),
          ...convertToRules(writer, verdict, field, allowList.others),
        ],
      },
    ];
  },
};

/** What the listed tools let an agent do; null where the list cannot be meant as complete because no tool in it reads. */
function privilegesListed({ fields, tools, dialect }: Verdict): readonly Privilege[] | null {
  const keys = fields.filter(hasPermissionNames).map(({ key }) => key);
  const granted = tools
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ names, instead = [] }) => [...names, ...instead]);
  const given = availableTools(dialect.tools);
  const known = dialect.tools.tools.filter(({ name }) => granted.includes(name));
  if (
    !known.some(
      (tool) => given.includes(tool.name) && ['read', 'search'].includes(capabilityOf(tool)),
    )
  )
    return null;
  const listed = { all: false, granted, denied: [], always: [], unverified: [], lost: [] };
  return privilegesAmong(capabilitiesOf(listed, dialect.tools));
}

const messageFor = (
  verdict: Verdict,
  { key }: FieldVerdict,
  { gained, allowList }: { gained: readonly Privilege[]; allowList: AllowList },
): Message => {
  const [others, denied] = allowList.others;
  return t(
    '"{key}" allows these tools but denies no others, so the agent can still {actions} in {host}. Add {line} as the first line.',
    {
      key,
      actions: actionsOf(gained),
      host: hostName(verdict),
      line: `"${others}": ${key === allowList.field ? denied : 'false'}`,
    },
  );
};

/** Inserts the rule for all other tools first, because the last matching rule wins. */
function limiting(
  writer: Writer,
  { key }: FieldVerdict,
  { map, allowList }: { map: MapValue; allowList: AllowList },
): readonly Fix[] {
  const [others, denied] = allowList.others;
  const value = key === allowList.field ? denied : 'false';
  const line = `${scalar(others, 'double')}: ${value}`;
  const edits = writer.inYaml(firstEntry(writer.outline, map, line));
  return edits === null || edits.length === 0
    ? []
    : [
        {
          title: t('Add {line} as the first line', { line }),
          safety: 'review',
          edits: () => edits,
        },
      ];
}

function firstEntry({ text, eol }: Outline, map: MapValue, line: string): readonly Edit[] {
  const first: Entry | undefined = map.entries[0];
  if (!first) return [];
  const at = first.keySpan.start;
  const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (map.flow || /\S/.test(indent)) return [{ span: { start: at, end: at }, text: `${line}, ` }];
  return [{ span: { start: at, end: at }, text: `${line}${eol}${indent}` }];
}

// Recognizes English phrases that describe an agent as read-only.
const patterns: readonly RegExp[] = [
  /\bread[- ]only (?:agent|subagent|access|mode|reviewer|role|analysis|tools?)\b/i,
  /\byou (?:are|have|operate in|work in|run in) (?:a |an )?(?:strictly )?read[- ]only\b/i,
  /^[^\w\n\r\u2028\u2029]*read[- ]only\b/im,
  /\b(?:never|do not|don't|must not|cannot|may not|should not) (?:ever )?(?:edit|modify|change|write|alter)(?:,? (?:or )?(?:create|edit|modify|change|write|delete))* (?:any |the |to |source |project |code |these )*(?:files?|code|anything)\b/i,
  /\bwithout (?:making|any) changes\b/i,
  /\bchang(?:e|es|ing) nothing\b/i,
];

/** How much of a prompt is searched, in UTF-16 units. Such phrases are near its beginning. */
const searchLength = 20_000;

const isDescribedAsReadOnly = (description: string, prompt: string): boolean => {
  const start = prompt.length > searchLength ? prompt.slice(0, searchLength) : prompt;
  return patterns.some((pattern) => pattern.test(description) || pattern.test(start));
};
