import type { Outline } from '../../agent/outline';
import type { Entry, MapValue } from '../../agent/value';
import { scalar } from '../../agent/write';
import { abilityBits } from '../../hosts/abilities';
import type { AllowList } from '../../hosts/host';
import { gainedBy, type Power, powersAmong } from '../../hosts/powers';
import { givenTools } from '../../hosts/tools';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import type { Edit } from '../../text/edit';
import { example } from '../example';
import { isRuled } from '../named-permissions';
import { asRules } from '../old-rules';
import { saysReadOnly } from '../read-only-words';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { deeds, hostName } from '../words';

export const docs: RuleDocs = {
  what: 'A list of allowed tools in a host where everything that is not listed is allowed too.',
  why: 'In most programs a list of tools is the whole list. In OpenCode it is a map of rules on top of rules that allow nearly everything: listing read and grep limits nothing, and the agent still edits files and runs commands.',
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
    // Switched on where the configuration switches it off.
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\ntools:\n  "docs_*": true',
    ),
  ],
});

export const rule: Rule = {
  name: 'open-list',
  kind: 'host',
  readsBody: 'at rest',
  hears: 'rules',
  check: ({ outline, verdict }: HostInput): Found[] => {
    const { persona, dialect } = verdict;
    const { allowList } = dialect;
    const rules = persona?.permissions ?? [];
    if (!persona || !allowList || allowList.asList || rules.length === 0) return [];
    // Who denies something knows that the rest is allowed.
    if (rules.some(({ permission, action }) => permission === '*' || action !== allowList.named))
      return [];
    const listed = powersListed(verdict);
    const gained =
      listed && gainedBy(listed, powersAmong(abilityBits(persona.tools, dialect.tools)));
    const field = verdict.fields.find((one) => isRuled(one) && one.value.kind === 'map');
    if (!gained || gained.length === 0 || !field || field.value.kind !== 'map') return [];
    return [
      {
        span: field.keySpan,
        severity: saysReadOnly(persona.description ?? '', persona.prompt) ? 'error' : 'warning',
        message: message(verdict, field, { gained, allowList }),
        fixes: [
          ...limiting(outline, field, { map: field.value, allowList }),
          ...asRules(outline, verdict, field, allowList.others),
        ],
      },
    ];
  },
};

/** What the listed tools let an agent do; null where it does not look like the whole list: no tool in it reads. */
function powersListed({ fields, tools, dialect }: Verdict): readonly Power[] | null {
  const keys = fields.filter(isRuled).map(({ key }) => key);
  const granted = tools
    .filter(({ key }) => keys.includes(key))
    .flatMap(({ names, instead = [] }) => [...names, ...instead]);
  const given = givenTools(dialect.tools);
  const known = dialect.tools.tools.filter(({ name }) => granted.includes(name));
  if (
    !known.some(({ name, does }) => given.includes(name) && (does === 'read' || does === 'search'))
  )
    return null;
  const listed = { all: false, granted, denied: [], always: [], unverified: [], lost: [] };
  return powersAmong(abilityBits(listed, dialect.tools));
}

const message = (
  verdict: Verdict,
  { key }: FieldVerdict,
  { gained, allowList }: { gained: readonly Power[]; allowList: AllowList },
): string => {
  const rest = `${allowList.others[0]}": ${key === allowList.field ? allowList.others[1] : 'false'}`;
  return `"${key}" allows these tools and denies no other. In ${hostName(verdict)} the agent can still ${deeds(gained)}. Add "${rest} as its first line.`;
};

/** Everything else first: the last rule that matches wins. */
function limiting(
  outline: Outline,
  { key }: FieldVerdict,
  { map, allowList }: { map: MapValue; allowList: AllowList },
): readonly Fix[] {
  const [others, denied] = allowList.others;
  const value = key === allowList.field ? denied : 'false';
  const edits = firstEntry(outline, map, `${scalar(others, 'double')}: ${value}`);
  return edits.length === 0
    ? []
    : [{ title: `Add "${others}": ${value} first`, safety: 'review', edits: () => edits }];
}

function firstEntry({ text, eol }: Outline, map: MapValue, line: string): readonly Edit[] {
  const first: Entry | undefined = map.entries[0];
  if (!first) return [];
  const at = first.keySpan.start;
  const indent = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  if (map.flow || /\S/.test(indent)) return [{ span: { start: at, end: at }, text: `${line}, ` }];
  return [{ span: { start: at, end: at }, text: `${line}${eol}${indent}` }];
}
