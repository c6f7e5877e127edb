import { hasComment } from '../../agent/outline';
import { allEdits } from '../../agent/writer';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { computeFieldVerdict, judge } from '../../hosts/judge/compute-verdict';
import type { FieldRole } from '../../hosts/model/field';
import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Host } from '../../hosts/model/host';
import { documentKindOf, placeInOwnFolder, subjectAt } from '../../hosts/model/place';
import type { Capability } from '../../hosts/model/tool-purposes';
import type { Verdict } from '../../hosts/model/verdict';
import { composed, joined, type Message, t } from '../../text/message';
import { type Entry, textOf, type Value } from '../../yaml/value';
import { exactly, example } from '../example';
import { isToolLimit } from '../limits/limits';
import { denial, limitingField, lostLimit, remainingActions } from '../limits/lost-limit';
import { findMeantField, hostsOf, offered } from '../names/meant-field';
import { otherGenerationFinding } from '../names/other-generation';
import { hasInvisible, withoutInvisible } from '../prose/invisible';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { lostRules } from '../tools/misplaced-rules';
import { effectOf, hostName, listed, quotedList } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for keys that are not fields of the program.',
  why: 'Programs silently ignore unknown keys or pass them to the model provider. This is harmless for metadata, but if a field that limits the agent is misspelled, the agent has every tool.',
  sources: [{ facts: ['unknown keys'] }],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly(
      '.codex/agents/reviewer.toml',
      'name = "reviewer"\n"descriptin" = "Reviews changes."\ndeveloper_instructions = "You review."\n',
    ),
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
    exactly('.claude/settings.json', '{\n  "permission": { "deny": ["Bash"] }\n}\n'),
    exactly('.claude/settings.json', '{\n  "permision": { "allow": ["Bash"] }\n}\n'),
    exactly(
      '.vscode/mcp.json',
      '{\n  "servers": { "files": { "command": "files" } },\n  "mcpServers": { "search": { "command": "search" } }\n}\n',
    ),
    // The author expects the agent to have a skill because of it.
    example('.opencode/agent/reviewer.md', 'description: Reviews changes.\nskills: [style]'),
  ],
  passing: [
    // A newer version may know it.
    exactly('.claude/settings.json', '{\n  "newerSetting": true\n}\n'),
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
  subjects: ['agent', 'skill', 'command', 'settings', 'manifest'],
  builtin: 'unknown-field',
  check: (input: HostInput): Found[] => {
    const { catalog, verdict, besides, allowed } = input;
    if (verdict.dialect.unknownField.outcome === 'unknown') return [];
    const found: Found[] = [];
    for (const field of verdict.fields) {
      // Another rule reports keys that the host rejects.
      if (field.field || field.otherwise || allowed.fields.includes(field.key)) continue;
      if (isStrict(verdict)) {
        if (!isExplained(verdict, field)) found.push(rejection(input, field));
        continue;
      }
      // In a file for several hosts, a field that only one of them has is intended for that host.
      if (besides.some(({ dialect }) => Object.hasOwn(dialect.fields, field.key))) continue;
      if (isExplained(verdict, field) || isWithoutValue(catalog, verdict, field)) continue;
      if (isDocumentedOption(verdict, field) || isMeantElsewhere(input, field)) continue;
      // A newer version may have more settings: only a misspelled one is certain.
      const mayHaveMore = ['settings', 'manifest'].includes(subjectAt(verdict.place));
      if (mayHaveMore && findMeantField(catalog, field.key, verdict) === undefined) continue;
      found.push(finding(input, field));
    }
    return found;
  },
};

/** Whether one unknown key is enough that the host does not load the file. */
const isStrict = ({ dialect }: Verdict): boolean => dialect.unknownField.file !== undefined;

/** In a host that does not load the file because of the key. */
function rejection({ catalog, writer, verdict }: HostInput, field: FieldVerdict): Found {
  const { key, keySpan } = field;
  const meant = findMeantField(catalog, key, verdict);
  const fixes = meant === undefined ? [] : renaming(writer, verdict, field, meant);
  const isRenamed = meant !== undefined && fixes.length > 0;
  return {
    span: keySpan,
    // The field that is missing because of it.
    merge: {
      covers: keySpan,
      ...(!isRenamed && {
        joins: {
          by: 'rejected',
          name: key,
          message: (keys: readonly string[]) =>
            joined([
              t('{keys} are not fields in {host}.', {
                keys: quotedList(keys),
                host: hostName(verdict),
              }),
              effectOf(verdict, verdict.dialect.unknownField.effect),
              t('Remove them.'),
            ]),
        },
      }),
    },
    severity: 'error',
    message: joined([
      t('"{key}" is not a field in {host}.', { key, host: hostName(verdict) }),
      effectOf(verdict, verdict.dialect.unknownField.effect),
      isRenamed ? t('Did you mean "{meant}"?', { meant }) : t('Remove it.'),
    ]),
    fixes: isRenamed ? fixes : [removal(writer, field)],
  };
}

/** The key of a field with an invisible character in it, which another rule reports as the cause. */
const isExplained = ({ dialect }: Verdict, { key }: FieldVerdict): boolean =>
  hasInvisible(key) && Object.hasOwn(dialect.fields, withoutInvisible(key));

/** Whether the value is an empty string, which sets nothing under the correct key either, except in a limit. */
function isWithoutValue(
  catalog: HostCatalog,
  verdict: Verdict,
  { key, value }: FieldVerdict,
): boolean {
  if (value.kind !== 'text' || value.text.trim() !== '') return false;
  const meant = findMeantField(catalog, key, verdict);
  return meant !== undefined && !isToolLimit(verdict.dialect.fields[meant]);
}

/** Whether the host's documentation describes this key as an option for the model provider. */
const isDocumentedOption = ({ dialect }: Verdict, { key }: FieldVerdict): boolean =>
  dialect.unknownField.options?.keys.includes(key) === true;

/** Whether it is a misspelled field of another host of this file, which reports it, and of none in this host. */
const isMeantElsewhere = ({ catalog, verdict, besides }: HostInput, field: FieldVerdict): boolean =>
  findMeantField(catalog, field.key, verdict) === undefined &&
  besides.some((other) => findMeantField(catalog, field.key, other) !== undefined) &&
  lostLimit(catalog, verdict, field).length === 0;

/** The part of a finding that depends on the key alone. */
interface KeyFinding extends Pick<Found, 'severity' | 'message' | 'tag'> {
  /** The field that was meant by it. */
  readonly meant?: string;
}

function finding({ catalog, writer, verdict }: HostInput, field: FieldVerdict): Found {
  const { key, keySpan } = field;
  const elsewhere = otherGenerationFinding(catalog, verdict, field);
  if (elsewhere) return { span: keySpan, ...elsewhere };
  const loss = lossOf(catalog, verdict, field);
  // For the other kinds of loss the host's own permission rules were evaluated.
  const lost = loss === 'unknown' || loss === 'default' ? lostLimit(catalog, verdict, field) : [];
  if (lost.length > 0) return lostFinding(writer, verdict, field, lost);
  const used = loss === 'unknown' ? usedInstead(catalog, verdict, key) : undefined;
  if (used !== undefined)
    return {
      span: keySpan,
      severity: 'information',
      message: t('"{key}" is not a field in {host}, which uses "{used}" instead. Remove "{key}".', {
        key,
        host: hostName(verdict),
        used,
      }),
      tag: 'unnecessary',
      fixes: [removal(writer, field)],
    };
  const { severity, message, tag, meant } = keyFinding(catalog, key, verdict, loss);
  const fixes: readonly Fix[] =
    meant === undefined ? [removal(writer, field)] : renaming(writer, verdict, field, meant);
  return {
    span: keySpan,
    severity,
    message,
    tag,
    onlyFades:
      severity === 'hint' &&
      meant === undefined &&
      isMetadata(catalog, writer.outline, verdict, field),
    fixes,
    ...(severity === 'hint' &&
      meant === undefined && {
        merge: { joins: { by: 'unknown', name: key, message: noneOf(verdict) } },
      }),
  };
}

const removal = (writer: HostInput['writer'], field: FieldVerdict): Fix => ({
  title: t('Remove "{key}"', { key: field.key }),
  safety: 'review',
  edits: () => writer.removeField(field),
});

/**
 * Whether the key is the author's own metadata: the host ignores it, and neither the key nor the value suggests that a
 * program uses it, as a map or a list of maps does.
 */
function isMetadata(
  catalog: HostCatalog,
  outline: HostInput['outline'],
  verdict: Verdict,
  field: FieldVerdict,
): boolean {
  const { key, value, outcome } = field;
  if (outcome !== 'ignored' || limitingWord.test(key) || !isPlainValue(value)) return false;
  const others = hostsOf(catalog, key, verdict.place);
  return others.every((host) => isWithoutLoss(key, host, outline, verdict));
}

const isPlainValue = (value: Value): boolean =>
  value.kind === 'list'
    ? value.items.every((item) => item.kind !== 'list' && isPlainValue(item))
    : value.kind !== 'map';

/** An author may expect a key with one of these words to limit the agent. */
const limitingWord =
  /allow|approv|block|confirm|den(?:y|ied)|disabl|forbid|guard|limit|max|permission|prohibit|read.?only|restrict|safe|sandbox|tool/i;

/** Whether the field of the other host only describes the agent, or sets what applies here as well. */
function isWithoutLoss(
  key: string,
  host: Host,
  outline: HostInput['outline'],
  { persona, place }: Verdict,
): boolean {
  const fields = offered(host)[subjectAt(place)].get(key) ?? [];
  const isAll = (roles: ReadonlySet<FieldRole>): boolean =>
    fields.every(({ role }) => role !== undefined && roles.has(role));
  if (fields.every(({ isForDisplay }) => isForDisplay) || isAll(descriptive)) return true;
  if (!isAll(invoking)) return false;
  const own = placeInOwnFolder(host, place.path);
  const there = own && judge(outline, own).persona;
  if (!there || !persona) return false;
  return (
    there.userInvocable === persona.userInvocable && there.modelInvocable === persona.modelInvocable
  );
}

const descriptive: ReadonlySet<FieldRole> = new Set(['name', 'description', 'color']);
const invoking: ReadonlySet<FieldRole> = new Set([
  'mode',
  'user-invocable',
  'model-invocable',
  'hidden',
]);

/** The correct field, where the file has it too. Permission rules are excluded because they may add to each other. */
function usedInstead(catalog: HostCatalog, verdict: Verdict, key: string): string | undefined {
  const meant = findMeantField(catalog, key, verdict);
  const own = verdict.fields.find((field) => field.key === meant);
  // A list of which the host loses a name still applies.
  const isUsed = own !== undefined && (own.outcome === 'kept' || own.outcome === 'coerced');
  return isUsed && own.field && own.field.role !== 'permission' ? meant : undefined;
}

const noneOf =
  (verdict: Verdict) =>
  (names: readonly string[]): Message => {
    const args = { keys: quotedList(names), host: hostName(verdict) };
    return verdict.dialect.unknownField.outcome === 'passed-on'
      ? t(
          '{keys} are not fields in {host}, which sends them to the model provider as options.',
          args,
        )
      : t('{keys} are not fields in {host}, which ignores them.', args);
  };

/** A limit for another host that does not apply here. */
function lostFinding(
  writer: HostInput['writer'],
  verdict: Verdict,
  lostField: FieldVerdict,
  lost: readonly Capability[],
): Found {
  const { key, keySpan } = lostField;
  const field = limitingField(verdict);
  const args = { key, host: hostName(verdict), actions: listed(remainingActions(lost)) };
  return {
    span: keySpan,
    severity: 'error',
    message:
      field === undefined
        ? t(
            '"{key}" is not a field in {host}, so the limit does not apply and the agent can {actions}. Remove it.',
            args,
          )
        : t(
            '"{key}" is not a field in {host}, so the limit does not apply and the agent can {actions}. Use "{field}" to limit it.',
            { ...args, field },
          ),
    fixes: denial(writer, verdict, lostField, lost),
  };
}

/**
 * What is lost because the host ignores the key. `default`: nothing, because the value is the default. `unknown`: the value
 * does not show it, so the purpose of the intended field decides.
 */
type Loss = 'limit' | 'servers' | 'grant' | 'nothing' | 'default' | 'unknown';

/** Decided by the value where the host evaluates permission rules: a value that only allows limits nothing. */
function lossOf(catalog: HostCatalog, verdict: Verdict, field: FieldVerdict): Loss {
  const meant = findMeantField(catalog, field.key, verdict);
  const known = meant === undefined ? undefined : verdict.dialect.fields[meant];
  const { value } = field;
  const written = value.kind === 'boolean' ? String(value.boolean) : textOf(value);
  if (known && (written === 'true' || written === 'false') && written === known.absent)
    return 'default';
  const kind = documentKindOf(verdict.place);
  if (kind.subject === 'settings' && meant !== undefined) {
    const guards = kind.guards([{ ...field, key: meant }]);
    if (guards.some((guard) => guard.kind === 'server')) return 'servers';
    return guards.some((guard) => guard.kind !== 'hook') ? 'limit' : 'grant';
  }
  if (meant === undefined || known?.role !== 'permission' || !fits(verdict, field, meant))
    return 'unknown';
  const lost = lostRules(verdict, field, meant);
  if (!lost) return 'unknown';
  return lost.limit ? 'limit' : lost.grant ? 'grant' : 'nothing';
}

/** Whether the host accepts the value under the other key. */
function fits({ dialect }: Verdict, field: FieldVerdict, key: string): boolean {
  const { problems, otherwise } = computeFieldVerdict({ ...field, key }, dialect);
  return problems.length === 0 && otherwise === undefined;
}

function keyFinding(catalog: HostCatalog, key: string, verdict: Verdict, loss: Loss): KeyFinding {
  const { unknownField, fields } = verdict.dialect;
  const host = hostName(verdict);
  const notAField = t('"{key}" is not a field in {host}.', { key, host });
  const effect = effectOf(verdict, unknownField.effect);
  const others = hostsOf(catalog, key, verdict.place);
  const meant = findMeantField(catalog, key, verdict);
  const known = meant === undefined ? undefined : fields[meant];
  if (meant !== undefined && known) {
    const isLimit = loss === 'unknown' ? isToolLimit(known) : loss === 'limit';
    return {
      meant,
      severity:
        isLimit || loss === 'servers'
          ? 'error'
          : loss === 'default'
            ? 'hint'
            : loss === 'nothing'
              ? 'information'
              : 'warning',
      message: joined([
        notAField,
        effect,
        ...(isLimit ? [t('The limit does not apply.')] : []),
        // Only the author knows how to join the two.
        verdict.fields.some((field) => field.key === meant)
          ? t('Move its content to "{meant}".', { meant })
          : t('Did you mean "{meant}"?', { meant }),
      ]),
    };
  }
  const instead = Object.hasOwn(unknownField.expected ?? {}, key)
    ? unknownField.expected?.[key]
    : undefined;
  if (instead !== undefined)
    return {
      severity: 'warning',
      message: composed`${notAField} ${effect} ${effectOf(verdict, instead)}`,
    };
  if (others.length > 0) {
    // A value that limits the agent was reported before.
    const isElsewhere = t('"{key}" is a field in {hosts}, not in {host}.', {
      key,
      hosts: someOf(others),
      host,
    });
    return { tag: 'unnecessary', severity: 'hint', message: composed`${isElsewhere} ${effect}` };
  }
  // A hint at most: a third of real files have metadata of their own.
  return { tag: 'unnecessary', severity: 'hint', message: composed`${notAField} ${effect}` };
}

/** Whether a setting decides what may be done without asking, or what is run, or may make a program load a plugin. */
const isGoverning = ({ place, dialect }: Verdict, key: string): boolean =>
  subjectAt(place) === 'manifest' ||
  (subjectAt(place) === 'settings' && dialect.fields[key]?.governs !== undefined);

function renaming(
  writer: HostInput['writer'],
  verdict: Verdict,
  field: FieldVerdict,
  meant: string,
): Fix[] {
  if (verdict.fields.some((other) => other.key === meant)) return [];
  // Under the correct key it would cost the whole file.
  const { otherwise } = computeFieldVerdict({ ...field, key: meant }, verdict.dialect);
  if (subjectAt(verdict.place) === 'settings' && otherwise?.file !== undefined) return [];
  // A value in another form is invalid under the correct key too.
  if (verdict.dialect.fields[meant]?.role === 'permission' && !fits(verdict, field, meant))
    return renamingWithActions(writer, verdict, field, meant);
  return [
    {
      title: t('Rename to "{name}"', { name: meant }),
      // For review where the host does not accept the value under the correct key either, or would then allow more or run commands.
      safety: fits(verdict, field, meant) && !isGoverning(verdict, meant) ? 'safe' : 'review',
      edits: () => writer.renameKey(field, meant),
    },
  ];
}

/** Replaces `{ "*": action }` with the action where the host accepts no patterns and would reject the file. */
function renamingWithActions(
  writer: HostInput['writer'],
  verdict: Verdict,
  field: FieldVerdict,
  meant: string,
): Fix[] {
  const { value } = field;
  if (value.kind !== 'map') return [];
  const plain = new Map<Entry, Value>();
  for (const entry of value.entries) {
    const action = onlyAction(entry.value);
    if (!action || hasComment(writer.outline.text, entry.value)) continue;
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
      title: t('Rename to "{name}" and replace unsupported patterns with actions', { name: meant }),
      safety: 'review',
      edits: () =>
        allEdits(
          writer.renameKey(field, meant),
          writer.inYaml(
            [...plain].map(([entry, action]) => ({
              span: {
                start: entry.keySpan.end,
                end: entry.keySpan.end + untilEnd(writer.outline.text, entry).length,
              },
              text: `: ${textOf(action) ?? ''}`,
            })),
          ),
        ),
    },
  ];
}

/** From after the key to the end of the value, without the line break at the end. */
const untilEnd = (text: string, { keySpan, value }: Entry): string =>
  text.slice(keySpan.end, value.span.end).trimEnd();

/** The action of a map of patterns whose only pattern is `*`. */
function onlyAction(value: Value): Value | undefined {
  if (value.kind !== 'map' || value.entries.length !== 1) return undefined;
  const [only] = value.entries;
  return only?.key === '*' && textOf(only.value) !== undefined ? only.value : undefined;
}

const someOf = (hosts: readonly Host[]): Message => {
  const names = hosts.map(({ name }) => name);
  return listed(names.length > 3 ? [...names.slice(0, 2), t('others')] : names);
};
