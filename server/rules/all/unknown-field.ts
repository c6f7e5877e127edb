import { removeField, renameKey } from '../../agent/write';
import type { Field, Host } from '../../hosts/host';
import { hosts } from '../../hosts/registry';
import type { FieldVerdict, Verdict } from '../../hosts/verdict';
import { example } from '../example';
import { nearest } from '../nearest';
import type { Fix, Found, HostInput, Rule } from '../rule';
import { hostName } from '../words';

export const rule: Rule = {
  name: 'unknown-field',
  what: 'A key that the host does not know.',
  why: 'Hosts ignore keys they do not know, or pass them on, without a word. Free metadata is harmless; a misspelt key that was to limit the agent is not: the agent then has every tool.',
  kind: 'host',
  builtin: 'unknown-field',
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
  check: ({ outline, verdict, besides, allowed }: HostInput): Found[] =>
    verdict.fields.flatMap((field) => {
      if (field.field || allowed.fields.includes(field.key)) return [];
      const reader = besides.find(({ dialect }) => Object.hasOwn(dialect.fields, field.key));
      if (reader) return forAnother(verdict, field, reader);
      return finding(outline, verdict, field) ?? [];
    }),
};

/** One file for several hosts: a field that only one of them has is meant for that one. */
const forAnother = (verdict: Verdict, { key, keySpan }: FieldVerdict, reader: Verdict): Found => ({
  span: keySpan,
  severity: 'hint',
  message: `"${key}" is there for ${hostName(reader)}: ${hostName(verdict)} ${verdict.dialect.unknownField.says}.`,
});

function finding(
  outline: HostInput['outline'],
  verdict: Verdict,
  field: FieldVerdict,
): Found | null {
  const { key, keySpan } = field;
  const { unknownField, fields } = verdict.dialect;
  const host = hostName(verdict);
  const base = { span: keySpan, tag: 'unnecessary' } as const;
  const other = hostOf(key, verdict.place.host);
  const meant =
    (Object.hasOwn(unknownField.meant, key) ? unknownField.meant[key] : undefined) ??
    // A field of another host is spelt as it was meant to be.
    (other ? undefined : nearest(key, Object.keys(fields)));
  const known = meant === undefined ? undefined : fields[meant];
  if (meant !== undefined && known) {
    const limit = limits(known);
    return {
      span: keySpan,
      severity: limit ? 'error' : 'warning',
      message: `"${key}" is not a field of ${host}, which ${unknownField.says}${limit ? ': the limit it was to set does not hold' : ''}. Did you mean "${meant}"?`,
      fixes: renaming(outline, verdict, field, meant),
    };
  }
  const fixes: Fix[] = [
    { title: `Remove ${key}`, safety: 'review', edits: () => removeField(outline, field) },
  ];
  if (other) {
    return {
      ...base,
      severity: isLimitOf(key, other) ? 'warning' : 'information',
      message: `"${key}" is a field of ${other.name}, not of ${host}, which ${unknownField.says}${isLimitOf(key, other) ? ': the limit it was to set does not hold' : ''}.`,
      fixes,
    };
  }
  // Free metadata stands in one of three real files, on purpose: it is spoken of only where something comes of it.
  if (unknownField.fate === 'ignored') return null;
  return {
    ...base,
    severity: 'hint',
    message: `"${key}" is not a field of ${host}, which ${unknownField.says}.`,
    fixes,
  };
}

/** Fields that say what the agent may not do. */
const limits = ({ role }: Field): boolean =>
  role === 'tools' || role === 'denied-tools' || role === 'permission';

function renaming(
  outline: HostInput['outline'],
  verdict: Verdict,
  field: FieldVerdict,
  meant: string,
): Fix[] {
  if (verdict.fields.some((other) => other.key === meant)) return [];
  return [
    { title: `Rename to ${meant}`, safety: 'safe', edits: () => renameKey(outline, field, meant) },
  ];
}

const isLimitOf = (key: string, { dialects }: Host): boolean =>
  Object.values(dialects).some(({ fields }) => {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    return field !== undefined && limits(field);
  });

const hostOf = (key: string, besides: Host): Host | undefined =>
  hosts.find(
    (host) =>
      host !== besides &&
      Object.values(host.dialects).some(({ fields }) => {
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
        return field !== undefined && !field.unoffered;
      }),
  );
