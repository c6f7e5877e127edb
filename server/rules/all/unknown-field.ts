import { hasComment } from '../../agent/comments';
import { type Entry, textOf, type Value } from '../../agent/value';
import { removeField, renameKey } from '../../agent/write';
import type { Capability } from '../../hosts/capabilities';
import type { Field, Host } from '../../hosts/host';
import { judgeField } from '../../hosts/judge';
import { mainHosts } from '../../hosts/places';
import { keysOf, remembered } from '../../hosts/remembered';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { hasInvisible, withoutInvisible } from '../invisible';
import { isToolLimit } from '../limits';
import { denial, limitingField, lostLimit, stillDone } from '../lost-limit';
import { lostRules } from '../misplaced-rules';
import { nearest } from '../nearest';
import { ofOtherGeneration } from '../other-generation';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { hostName, listed } from '../words';

export const docs: RuleDocs = {
  what: 'A key that the host does not know.',
  why: 'Hosts ignore keys they do not know, or pass them on, without a word. Free metadata is harmless; a misspelt key that was to limit the agent is not: the agent then has every tool.',
};

export const examples = (): RuleExamples => ({
  failing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nallowed-tools: Read',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodle: haiku',
    ),
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nreadonly: true',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermissions:\n  edit: deny',
    ),
  ],
  passing: [
    example(
      '.claude/agents/reviewer.md',
      'name: reviewer\ndescription: Reviews changes.\nmodel: haiku',
    ),
    example(
      '.opencode/agent/reviewer.md',
      'description: Reviews changes.\npermission:\n  edit: deny',
    ),
  ],
});

export const rule: Rule = {
  name: 'unknown-field',
  kind: 'host',
  builtin: 'unknown-field',
  hears: 'strangers',
  check: ({ outline, verdict, besides, allowed }: HostInput): Found[] => {
    const found: Found[] = [];
    for (const field of verdict.fields) {
      // One that the host does mind is another rule's.
      if (field.field || field.otherwise || allowed.fields.includes(field.key)) continue;
      // In one file for several hosts, a field that only one of them has is meant for that one.
      if (besides.some(({ dialect }) => Object.hasOwn(dialect.fields, field.key))) continue;
      if (isExplained(verdict, field) || isWithoutValue(verdict, field)) continue;
      found.push(finding(outline, verdict, field));
    }
    return found;
  },
};

/** The key of a field with an invisible character in it, which another rule reports as the cause. */
const isExplained = ({ dialect }: Verdict, { key }: FieldVerdict): boolean =>
  hasInvisible(key) && Object.hasOwn(dialect.fields, withoutInvisible(key));

/** Under the right key an empty string sets nothing either, other than in a limit. */
function isWithoutValue(verdict: Verdict, { key, value }: FieldVerdict): boolean {
  if (value.kind !== 'text' || value.text.trim() !== '') return false;
  const meant = meantBy(key, verdict);
  return meant !== undefined && !isToolLimit(verdict.dialect.fields[meant]);
}

/** What there is to say of a key, wherever it stands. */
interface Word extends Pick<Found, 'severity' | 'message' | 'tag'> {
  /** The field that was meant by it. */
  readonly meant?: string;
}

function finding(outline: HostInput['outline'], verdict: Verdict, field: FieldVerdict): Found {
  const { key, keySpan } = field;
  const elsewhere = ofOtherGeneration(verdict, field);
  if (elsewhere) return { span: keySpan, ...elsewhere };
  const effect = effectOf(verdict, field);
  // Of the host's own rules it is known what they come to.
  const lost = effect === 'unknown' || effect === 'default' ? lostLimit(verdict, field) : [];
  if (lost.length > 0) return lostFinding(outline, verdict, field, lost);
  const overruling = effect === 'unknown' ? overrulingField(verdict, key) : undefined;
  if (overruling !== undefined)
    return {
      span: keySpan,
      severity: 'information',
      message: `"${key}" is not a field of ${hostName(verdict)}, where "${overruling}" decides. Delete "${key}".`,
      tag: 'unnecessary',
      fixes: [
        { title: `Remove ${key}`, safety: 'review', edits: () => removeField(outline, field) },
      ],
    };
  const { severity, message, tag, meant } = wordOn(key, verdict, effect);
  const fixes: readonly Fix[] =
    meant === undefined
      ? [{ title: `Remove ${key}`, safety: 'review', edits: () => removeField(outline, field) }]
      : renaming(outline, verdict, field, meant);
  return {
    span: keySpan,
    severity,
    message,
    tag,
    fixes,
    ...(severity === 'hint' &&
      meant === undefined && { joins: { by: 'unknown', name: key, says: noneOf(verdict) } }),
  };
}

/** The field that was meant, where the file has it as well; rules of permissions may add to each other. */
function overrulingField(verdict: Verdict, key: string): string | undefined {
  const meant = meantBy(key, verdict);
  const own = verdict.fields.find((field) => field.key === meant);
  return own?.field && own.field.role !== 'permission' && own.fate === 'kept' ? meant : undefined;
}

const noneOf =
  (verdict: Verdict) =>
  (names: readonly string[]): string =>
    `${listed(names.map((name) => `"${name}"`))} are not fields of ${hostName(verdict)}, which ${verdict.dialect.unknownField.fate === 'passed-on' ? 'sends them to the model provider as options' : 'ignores them'}.`;

/** A limit of another program, which does not hold here. */
function lostFinding(
  outline: HostInput['outline'],
  verdict: Verdict,
  field: FieldVerdict,
  lost: readonly Capability[],
): Found {
  const own = limitingField(verdict);
  const action = own === undefined ? 'Remove it.' : `Limit the agent with "${own}".`;
  return {
    span: field.keySpan,
    severity: 'error',
    message: `"${field.key}" is not a field of ${hostName(verdict)}, so the limit is lost and the agent can ${listed(stillDone(lost))}. ${action}`,
    fixes: denial(outline, verdict, field, lost),
  };
}

/** The same keys stand in file after file. */
function wordOn(key: string, verdict: Verdict, effect: Effect): Word {
  const words = wordsOf(verdict.dialect);
  const name = `${effect} ${key}`;
  const known = words.get(name);
  if (known) return known;
  if (words.size >= keep) words.clear();
  const made = makeWord(key, verdict, effect);
  words.set(name, made);
  return made;
}

const wordsOf = remembered((_: Verdict['dialect']) => new Map<string, Word>());
const keep = 1_000;

/** What is lost with the key. `default`: the value is what holds anyway. `unknown`: whatever its field is for, for the value does not tell. */
type Effect = 'limit' | 'grant' | 'nothing' | 'default' | 'unknown';

/** By the value, where the host weighs rules: one that only allows limits nothing. */
function effectOf(verdict: Verdict, field: FieldVerdict): Effect {
  const meant = meantBy(field.key, verdict);
  const known = meant === undefined ? undefined : verdict.dialect.fields[meant];
  const { value } = field;
  const written = value.kind === 'boolean' ? String(value.boolean) : textOf(value);
  if (known && (written === 'true' || written === 'false') && written === known.absent)
    return 'default';
  if (meant === undefined || known?.role !== 'permission' || !fits(verdict, field, meant))
    return 'unknown';
  const lost = lostRules(verdict, field, meant);
  if (!lost) return 'unknown';
  return lost.limit ? 'limit' : lost.grant ? 'grant' : 'nothing';
}

/** Whether the host takes the value under the other key. */
function fits({ dialect }: Verdict, field: FieldVerdict, key: string): boolean {
  const { problems, otherwise } = judgeField({ ...field, key }, dialect);
  return problems.length === 0 && otherwise === undefined;
}

const meantBy = (key: string, { dialect, place }: Verdict): string | undefined =>
  (Object.hasOwn(dialect.unknownField.meant, key) ? dialect.unknownField.meant[key] : undefined) ??
  // A field of another host is spelt as it was meant to be.
  (hostsOf(key, place.host).length > 0 ? undefined : nearest(key, keysOf(dialect.fields)));

function makeWord(key: string, verdict: Verdict, effect: Effect): Word {
  const { unknownField, fields } = verdict.dialect;
  const host = hostName(verdict);
  const others = hostsOf(key, verdict.place.host);
  const meant = meantBy(key, verdict);
  const known = meant === undefined ? undefined : fields[meant];
  if (meant !== undefined && known) {
    const limit = effect === 'unknown' ? isToolLimit(known) : effect === 'limit';
    return {
      meant,
      severity: limit
        ? 'error'
        : effect === 'default'
          ? 'hint'
          : effect === 'nothing'
            ? 'information'
            : 'warning',
      message: `"${key}" is not a field of ${host}, which ${unknownField.says}${limit ? ': the limit it was to set does not hold' : ''}. Did you mean "${meant}"?`,
    };
  }
  if (others.length > 0) {
    // One that limits the agent by its value is reported before.
    return {
      tag: 'unnecessary',
      severity: 'hint',
      message: `"${key}" is a field of ${someOf(others)}, not of ${host}, which ${unknownField.says}.`,
    };
  }
  // Free metadata stands in one of three real files, on purpose: no more than a hint.
  return {
    tag: 'unnecessary',
    severity: 'hint',
    message: `"${key}" is not a field of ${host}, which ${unknownField.says}.`,
  };
}

function renaming(
  outline: HostInput['outline'],
  verdict: Verdict,
  field: FieldVerdict,
  meant: string,
): Fix[] {
  if (verdict.fields.some((other) => other.key === meant)) return [];
  // What is written in another form stays wrong under the right key.
  if (verdict.dialect.fields[meant]?.role === 'permission' && !fits(verdict, field, meant))
    return renamingWithActions(outline, verdict, field, meant);
  return [
    {
      title: `Rename to ${meant}`,
      // A value that the host would drop under the right name as well is for the author to write again.
      safety: fits(verdict, field, meant) ? 'safe' : 'review',
      edits: () => renameKey(outline, field, meant),
    },
  ];
}

/** Writes `{ "*": action }` as the action where the host accepts no patterns, so that it does not refuse the file. */
function renamingWithActions(
  outline: HostInput['outline'],
  verdict: Verdict,
  field: FieldVerdict,
  meant: string,
): Fix[] {
  const { value } = field;
  if (value.kind !== 'map') return [];
  const plain = new Map<Entry, Value>();
  for (const entry of value.entries) {
    const action = onlyAction(entry.value);
    if (!action || hasComment(outline.text, entry.value)) continue;
    const alone = { ...field, value: { ...value, entries: [entry] } };
    if (!fits(verdict, alone, meant)) plain.set(entry, action);
  }
  const entries = value.entries.map((entry) => ({
    ...entry,
    value: plain.get(entry) ?? entry.value,
  }));
  if (plain.size === 0 || !fits(verdict, { ...field, value: { ...value, entries } }, meant))
    return [];
  return [
    {
      title: `Rename to ${meant}, with actions instead of patterns where it takes none`,
      safety: 'review',
      edits: () => [
        ...renameKey(outline, field, meant),
        ...[...plain].map(([entry, action]) => ({
          span: {
            start: entry.keySpan.end,
            end: entry.keySpan.end + untilEnd(outline.text, entry).length,
          },
          text: `: ${textOf(action) ?? ''}`,
        })),
      ],
    },
  ];
}

/** From after the key to the end of the value, without the line break that follows. */
const untilEnd = (text: string, { keySpan, value }: Entry): string =>
  text.slice(keySpan.end, value.span.end).trimEnd();

/** The action of a map of patterns that has one for every subject and no other. */
function onlyAction(value: Value): Value | undefined {
  if (value.kind !== 'map' || value.entries.length !== 1) return undefined;
  const [only] = value.entries;
  return only?.key === '*' && textOf(only.value) !== undefined ? only.value : undefined;
}

/** As many as a person reads. */
const someOf = (hosts: readonly Host[]): string => {
  const names = hosts.map(({ name }) => name);
  return listed(names.length > 3 ? [...names.slice(0, 2), 'others'] : names);
};

const hostsOf = (key: string, besides: Host): readonly Host[] =>
  mainHosts.filter((host) => host !== besides && offered(host).has(key));

/** By key the fields of all dialects of a host. */
const offered = remembered(({ dialects }: Host): ReadonlyMap<string, readonly Field[]> => {
  const found = new Map<string, Field[]>();
  for (const { fields } of Object.values(dialects))
    for (const [key, field] of Object.entries(fields))
      if (!field.unoffered) found.set(key, [...(found.get(key) ?? []), field]);
  return found;
});
