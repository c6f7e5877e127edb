// What a row of the Agents view says, by eye and by ear. Pure.
import type { AgentItem } from '../../server/protocol';
import { headlineOf } from '../persona/words';
import { plural, t } from '../words';
import type { AgentRow, GroupRow } from './rows';

/** A codicon and the theme's colour for it: shapes differ, so that no meaning hangs on colour alone. */
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

export function iconOf({ tone, fate, shadowedBy, sharesName }: AgentItem): Icon {
  if (tone === 'bad') return fate === 'ignored' ? icons.unused : icons.bad;
  if (shadowedBy !== null) return icons.unused;
  return sharesName === null ? icons[tone] : icons.changed;
}

/** Behind the name: what is wrong with it comes before its model. */
export function detailOf({ item }: AgentRow): string {
  const { lost, hostName, model, shadowedBy, sharesName } = item;
  if (lost !== '') return `${hostName}: ${lost}`;
  return [
    ...(shadowedBy === null ? [] : [t('shadowed by {0}', shadowedBy)]),
    ...(sharesName === null ? [] : [t('same name as {0}', sharesName)]),
    ...(model === null ? [] : [model]),
  ].join(' · ');
}

/** For ears: its name, what becomes of it, then the rest. */
export const spokenOf = (row: AgentRow): string =>
  [
    row.item.name,
    ...row.items.map((item) => headlineOf(item).replace(/\.$/, '')),
    // The headline of a lost one has said it.
    ...(row.item.lost === '' ? [detailOf(row)] : []),
  ]
    .filter((part) => part !== '')
    .join(', ');

export const spokenOfGroup = ({ label, detail, count }: GroupRow): string =>
  [label, detail, plural(count, '{0} agent', '{0} agents')]
    .filter((part) => part !== '')
    .join(', ');

/** Markdown; a coloured dot is the only HTML in it. */
export function tooltipOf({ item, items }: AgentRow): string {
  const { name, description, color, model, path } = item;
  const facts = [
    ...(model === null ? [] : [t('Model {0}', code(model))]),
    ...(color === null ? [] : [`${dot(color.hex)}${escaped(color.name)}`]),
  ];
  return [
    `**${escaped(name)}**`,
    ...items.map((one) => escaped(headlineOf(one))),
    ...new Set(items.flatMap(({ nameSays }) => (nameSays === '' ? [] : [escaped(nameSays)]))),
    ...(description === null ? [] : ['---', escaped(description)]),
    ...(facts.length === 0 ? [] : ['---', facts.join(' · ')]),
    code(path),
  ].join('\n\n');
}

const dot = (hex: string | null): string =>
  hex !== null && /^#[0-9a-f]{6}$/.test(hex) ? `<span style="color:${hex};">●</span> ` : '';

/** Words of a file are words, whatever Markdown or HTML makes of them. */
const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(/[\\`*_{}[\]()#+\-.!|~$>:@]/g, '\\$&');

/** In fences longer than any inside. */
const code = (text: string): string => {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
};
