// Labels, tooltips and icons of the rows in the Agents view, including the labels for screen readers.
import type { AgentItem } from '../../server/protocol/protocol';
import { escapeMarkdown, markdownCode } from '../../server/text/escape-markdown';
import { plural, t } from '../l10n';
import { headlineOf } from '../persona/labels';
import type { AgentRow, GroupRow, Row } from './rows';

/** A codicon and its theme color. The shapes differ, so that no meaning depends on color alone. */
export interface Icon {
  readonly name: string;
  readonly color: string | null;
}

const icons = {
  good: { name: 'pass', color: 'testing.iconPassed' },
  changed: { name: 'warning', color: 'problemsWarningIcon.foreground' },
  bad: { name: 'error', color: 'problemsErrorIcon.foreground' },
  unknown: { name: 'question', color: 'disabledForeground' },
  unused: { name: 'circle-slash', color: 'disabledForeground' },
} as const satisfies Record<string, Icon>;

export function iconOf({ tone, outcome, shadowedBy, sameNameAs }: AgentItem): Icon {
  if (tone === 'bad') return outcome === 'ignored' ? icons.unused : icons.bad;
  if (shadowedBy !== null) return icons.unused;
  return sameNameAs === null ? icons[tone] : icons.changed;
}

/** Description after the name: the file, if others have the same name, then problems, then the model or who can call it. */
export function detailOf({ item, fileName, isBelowHost }: AgentRow): string {
  const { problem, hostName, model, callers, shadowedBy, sameNameAs } = item;
  const file = fileName === null ? [] : [fileName];
  if (problem !== '')
    return [...file, isBelowHost ? problem : `${hostName}: ${problem}`].join(' · ');
  return [
    ...file,
    ...(shadowedBy === null ? [] : [t('shadowed by {0}', shadowedBy)]),
    ...(sameNameAs === null ? [] : [t('same name as {0}', sameNameAs)]),
    ...(model === null ? [] : [model]),
    ...(callers === '' ? [] : [callers]),
  ].join(' · ');
}

/** Label for screen readers: name, outcome, then further details. */
export const ariaLabelOf = (row: AgentRow): string =>
  [
    row.item.name,
    ...row.items.map((item) => headlineOf(item).replace(/\.$/, '')),
    // The headline of an agent that does not load already contains the detail.
    ...(row.item.problem === '' ? [detailOf(row)] : []),
  ]
    .filter((part) => part !== '')
    .join(', ');

export const groupAriaLabelOf = (row: GroupRow): string =>
  [row.title, row.detail, countLabel(row)].filter((part) => part !== '').join(', ');

const countLabel = (row: GroupRow): string =>
  holdsSkills(row)
    ? plural(row.count, '{0} file', '{0} files')
    : plural(row.count, '{0} agent', '{0} agents');

const holdsSkills = (row: Row): boolean =>
  row.kind === 'agent' ? row.item.kind !== 'agent' : row.rows.some(holdsSkills);

/** Tooltip as Markdown. The only HTML in it is a colored dot. */
export function tooltipOf({ item, items }: AgentRow): string {
  const { name, description, color, model, path } = item;
  const facts = [
    ...(model === null ? [] : [t('Model {0}', markdownCode(model))]),
    ...(color === null ? [] : [`${dot(color.hex)}${escapeMarkdown(color.name)}`]),
  ];
  return [
    `**${escapeMarkdown(name)}**`,
    ...items.map((one) => escapeMarkdown(headlineOf(one))),
    ...new Set(
      items.flatMap(({ nameConflict }) =>
        nameConflict === '' ? [] : [escapeMarkdown(nameConflict)],
      ),
    ),
    ...(description === null ? [] : ['---', escapeMarkdown(description)]),
    ...(facts.length === 0 ? [] : ['---', facts.join(' · ')]),
    markdownCode(path),
  ].join('\n\n');
}

const dot = (hex: string | null): string =>
  hex !== null && /^#[0-9a-f]{6}$/.test(hex) ? `<span style="color:${hex};">●</span> ` : '';
