// What the agent works with: its tools by purpose, related agents, skills and MCP servers, and hooks.
import type {
  AgentCard,
  CardFinding,
  HookCard,
  HostCard,
  RelatedItem,
  ToolChip,
  ToolGroup,
} from '../../../server/protocol/protocol';
import { plural, t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';
import type { Undoable } from '../view';
import { undoRow } from './undo';
import { fixButton, loss } from './verdict';

/** The section with the tools. A click on a tool grants or revokes it. Tools that are not granted are shown with the reason. */
export function tools(
  { tools: { summary, groups, areConfigurable, haveCopies } }: AgentCard,
  { findings }: HostCard,
  undoable: Undoable | null,
): Markup {
  const undone = (label: string): Markup =>
    undoable?.group === label ? undoRow(undoable) : nothing;
  const isGone =
    undoable !== null &&
    undoable.group !== null &&
    groups.every(({ label }) => label !== undoable.group);
  return html`<section class="part" aria-labelledby="tools"><div class="head"><h2 id="tools">${t('Tools')} <small>${summary}</small></h2>
    ${areConfigurable ? html`<button class="quiet control" data-command="configureTools">${t('Configure Tools...')}</button>` : nothing}
    ${haveCopies ? html`<button class="quiet control" data-command="configureCopies">${t('Change a Tool in All Copies...')}</button>` : nothing}</div>
    ${isGone ? undoRow(undoable) : nothing}
    ${groups.length === 0 ? nothing : html`<dl class="groups">${groups.map((one) => group(one, findings, undone(one.label)))}</dl>`}
  </section>`;
}

type State = 'granted' | 'unknown' | 'added' | 'lost';

function group(
  { label, granted, unknown, added, lost }: ToolGroup,
  findings: readonly CardFinding[],
  undo: Markup,
): Markup {
  const chips = (all: readonly ToolChip[], state: State): Markup[] =>
    all.map((chip) => tool(chip, state, findings));
  const withReasons = (all: readonly ToolChip[], state: State): Markup[] =>
    byReason(all).map(
      ({ note, chips: some }) =>
        html`<p class="${state}">${chips(some, state)} <small>${note}</small></p>`,
    );
  return html`<div class="group"><dt>${label}</dt><dd>
    ${granted.length === 0 ? nothing : html`<p>${chips(granted, 'granted')}</p>`}
    ${withReasons(unknown, 'unknown')}
    ${withReasons(added, 'added')}
    ${withReasons(lost, 'lost')}
    ${undo}
  </dd></div>`;
}

// Groups the tools by reason, so that each reason is shown once.
function byReason(lost: readonly ToolChip[]): { note: string; chips: ToolChip[] }[] {
  const reasons = new Map<string, ToolChip[]>();
  for (const chip of lost) reasons.set(chip.note, [...(reasons.get(chip.note) ?? []), chip]);
  return [...reasons].map(([note, chips]) => ({ note, chips }));
}

function tool(chip: ToolChip, state: State, findings: readonly CardFinding[]): Markup {
  const { name, detail, finding } = chip;
  const content =
    state === 'lost'
      ? html`<span class="visually-hidden">${t('not granted')}: </span><s>${name}</s>`
      : html`${name}${detail === '' ? nothing : html` <small>(${detail})</small>`}`;
  const about = finding === null ? undefined : findings[finding];
  const fix = about?.fix ?? null;
  const fixing =
    finding === null || fix === null
      ? nothing
      : html`${fixButton(finding, fix, html`${t('Fix')}`, t('Fix "{0}": {1}', name, fix))}${loss(about?.fixTakesFrom ?? '')} `;
  return html`${chipOf(chip, state, content)} ${fixing}`;
}

function chipOf({ name, note, line, toggle }: ToolChip, state: State, content: Markup): Markup {
  if (toggle !== null) {
    const place = line === null ? nothing : html` data-line="${line}"`;
    return html`<button class="tool ${state}" data-tool="${name}" data-toggle="${toggle}"${place} aria-pressed="${toggle === 'revoke' ? 'true' : 'false'}" title="${toggleTitle(name, toggle, line)}">${content}</button>`;
  }
  if (line === null) return html`<span class="tool ${state}" title="${note}">${content}</span>`;
  return html`<button class="tool ${state}" data-line="${line}" title="${t('Go to Line {0}', line + 1)}">${content}</button>`;
}

function toggleTitle(
  name: string,
  toggle: NonNullable<ToolChip['toggle']>,
  line: number | null,
): string {
  const action = toggle === 'grant' ? t('Grant "{0}"', name) : t('Revoke "{0}"', name);
  return line === null
    ? action
    : `${action}\n${t('Alt+Click or Alt+Enter to go to line {0}', line + 1)}`;
}

/** The section with the agents that the agent calls or is referenced by, its skills and its MCP servers. Empty rows are omitted. */
export function around({
  related: { callsNote, calls, calledBy, skills, servers },
}: AgentCard): Markup {
  return html`<section class="part" aria-labelledby="around"><h2 id="around">${t('Works with')}</h2>
    <dl class="groups">
      ${row(t('Delegates to'), calls, callsNote)}
      ${calledBy.length === 0 ? nothing : row(t('Referenced by'), calledBy)}
      ${skills.length === 0 ? nothing : row(t('Skills'), skills)}
      ${servers.length === 0 ? nothing : row(t('MCP servers'), servers)}
    </dl></section>`;
}

const row = (label: string, all: readonly RelatedItem[], note = ''): Markup =>
  html`<div class="group"><dt>${label}</dt><dd>
    ${note === '' ? nothing : html`<p><small>${note}</small></p>`}
    ${all.length === 0 ? nothing : html`<p>${all.map(chip)}</p>`}
  </dd></div>`;

function chip({ name, note, tone, line, uri }: RelatedItem): Markup {
  const content = html`${name}${note === '' ? nothing : html` <small>${note}</small>`}`;
  const className = `tool ${tone}`;
  if (uri !== null)
    return html`<button class="${className}" data-uri="${uri}"${lineAttribute(line)} title="${t('Open {0}', name)}">${content}</button> `;
  if (line !== null)
    return html`<button class="${className}" data-line="${line}">${content}</button> `;
  return html`<span class="${className}">${content}</span> `;
}

const lineAttribute = (line: number | null): Markup =>
  line === null ? nothing : html` data-line="${line}"`;

/** The section with the commands that the host runs on events of the agent; empty if there are none. */
export function hooks(all: readonly HookCard[]): Markup {
  if (all.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="hooks"><h2 id="hooks">${t('Hooks')}
    <small>${plural(all.length, '{0} action runs without confirmation', '{0} actions run without confirmation')}</small></h2>
    <div class="scrolling"><table class="rules">
      <thead class="visually-hidden"><tr><th>${t('Event')}</th><th>${t('Matcher')}</th><th>${t('Action')}</th></tr></thead>
      <tbody>${all.map(hook)}</tbody></table></div></section>`;
}

const hook = ({ event, matcher, action, line, isLost }: HookCard): Markup =>
  html`<tr><td><button class="plain" data-line="${line}">${event}</button></td>
    <td>${matcher === '' ? html`<small>${t('all')}</small>` : html`<code>${matcher}</code>`}</td>
    <td>${isLost ? html`<s>${action}</s> <small>${t('ignored')}</small>` : html`<code>${action}</code>`}</td></tr>`;
