import type { Slot } from '../../agent/sketch-types';
import { documented } from '../../hosts/model/evidence';
import type { Field } from '../../hosts/model/field';
import type { Type } from '../../hosts/model/type';
import type { Verdict } from '../../hosts/model/verdict';
import { joined, t } from '../../text/message';
import { entryOf, type Path } from '../../yaml/value';
import { exactly } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';
import { effectOf } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for limits and models that are written below the header of a table.',
  why: 'In TOML, a line below the header of a table belongs to that table, although it looks like a setting of the whole file. The program ignores it there, and the limit does not hold.',
  sources: [
    documented({
      title: 'TOML v1.0.0, section "Table"',
      address: 'https://toml.io/en/v1.0.0#table',
      on: '2026-11-27',
    }),
    { facts: ['folder'] },
    { background: ['values of servers', 'values of model'] },
  ],
};

export const examples = (): RuleExamples => ({
  failing: [
    exactly(
      '.codex/config.toml',
      '[mcp_servers.files]\ncommand = "files"\n\n# Commands change nothing.\nsandbox_mode = "read-only"\n',
    ),
    exactly(
      '.codex/config.toml',
      'model = "gpt-5.5"\n\n[history]\npersistence = "none"\napproval_policy = "on-request"\n',
    ),
    exactly(
      '.codex/agents/reviewer.toml',
      'name = "reviewer"\ndescription = "Reviews changes."\ndeveloper_instructions = "Review the change."\n\n[mcp_servers.files]\ncommand = "files"\nmodel = "gpt-5.5"\n',
    ),
  ],
  passing: [
    exactly(
      '.codex/config.toml',
      'sandbox_mode = "read-only"\n\n[mcp_servers.files]\ncommand = "files"\n\n[mcp_servers.files.env]\nmodel = "large"\n',
    ),
    exactly('.codex/config.toml', '[profiles.careful]\nsandbox_mode = "read-only"\n'),
  ],
});

export const rule: Rule = {
  name: 'key-below-table',
  kind: 'host',
  subjects: ['agent', 'settings'],
  check: ({ outline, verdict }: HostInput): Found[] => {
    // Of a text that is no TOML, nothing is used.
    const isRead = outline.form === 'toml' && outline.errors.length === 0;
    const slots = isRead ? (outline.sketch?.slots ?? []) : [];
    const first = slots.find(({ opens }) => opens);
    return slots.flatMap((slot): Found[] => {
      const { key, level, path } = slot;
      const field = key && fieldOf(verdict, key.text);
      // A key with dots is one of a table of its own.
      if (!first || !field || slot.opens || path.length !== level.path.length + 1) return [];
      if (!lacks(typeAt(verdict, level.path), key.text)) return [];
      if (entryOf(outline.fields, key.text)) return [];
      // An agent keeps the limits of its session.
      const isLimit = field.governs === 'permission' && verdict.dialect.subject === 'settings';
      return [
        {
          span: key.span,
          severity: isLimit ? 'error' : 'warning',
          message: joined([
            t('"{field}" follows the header of the table "{table}", so it belongs to it.', {
              field: key.text,
              table: level.path.join('.'),
            }),
            effectOf(verdict, '{host} ignores it.'),
            t('Move it above the header.'),
          ]),
          ...(isLimit && { losesLimit: true }),
          fixes: [moveAbove(outline.text, slot, first)],
        },
      ];
    });
  },
};

/** A field of the whole file that may be meant in any place: a limit or the model. */
const fieldOf = ({ dialect: { fields } }: Verdict, key: string): Field | undefined => {
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  return field && (field.governs === 'permission' || field.role === 'model') ? field : undefined;
};

/** The type of what is at this path; undefined where it is not declared. */
function typeAt({ dialect: { fields } }: Verdict, [top, ...rest]: Path): Type | undefined {
  let type = typeof top === 'string' && Object.hasOwn(fields, top) ? fields[top]?.type : undefined;
  for (const name of rest) {
    if (type?.type !== 'map') return undefined;
    const { keys = {} } = type;
    type = Object.hasOwn(keys, name) ? keys[name]?.type : type.rest;
  }
  return type;
}

/** Whether a table has keys, of which this is none. */
const lacks = (table: Type | undefined, key: string): boolean =>
  table?.type === 'map' && table.keys !== undefined && !Object.hasOwn(table.keys, key);

/** With its line or lines, as they are. */
const moveAbove = (text: string, { start, indent, end }: Slot, header: Slot): Fix => ({
  title: t('Move it above the first table'),
  safety: 'review',
  edits: () => {
    const from = start - indent;
    const lineEnd = text.indexOf('\n', end);
    const next = lineEnd < 0 ? text.length : lineEnd + 1;
    const line = text.slice(start, next);
    const lineBreak = text.includes('\r\n') ? '\r\n' : '\n';
    const at = header.start - header.indent;
    return [
      { span: { start: at, end: at }, text: `${line.trimEnd()}${lineBreak}${lineBreak}` },
      { span: { start: from, end: next }, text: '' },
    ];
  },
});
