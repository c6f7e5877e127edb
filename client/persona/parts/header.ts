// The header of the page: export buttons, name in the color of the agent, file, description, and a tab for each host.
import type {
  AgentCard,
  HostCard,
  LineRange,
  PersonaCard,
} from '../../../server/protocol/protocol';
import { baseNameOf } from '../../file-name';
import { t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';
import { type Icon, icon } from '../icons';
import { initials, outcomeLabel } from '../labels';
import type { PageCommand } from '../messages';
import { splitPlaceholders } from '../prompt/placeholders';
import { lineAttributes, linkToSource } from './facts';

// Descriptions from this length (UTF-16 code units) are folded.
const foldedFrom = 360;

/** The header. If the shown host has no agent, it shows the agent of another host, or the file name. */
export function identity(card: PersonaCard, agent: AgentCard | null): Markup {
  const who = agent ?? card.hosts.find((host) => host.agent)?.agent ?? null;
  const name = who?.name ?? baseNameOf(card.file);
  return html`<header class="identity"${tint(who)}>
    <div class="initials" aria-hidden="true">${initials(name)}</div>
    <div class="title"><h1>${who ? linkToSource(who, 'name', html`${name}`) : name}</h1>
      <button class="quiet file no-highlight" data-line="0" title="${t('Go to File')}">${card.file}</button></div>
    ${description(who)}
  </header>`;
}

// The script of the page sets the color, because a style attribute would need a weaker content security policy.
function tint(agent: AgentCard | null): Markup {
  const hex = agent?.color?.hex;
  return hex && /^#[0-9a-f]{6}$/i.test(hex) ? html` data-tint="${hex}"` : html``;
}

function description(agent: AgentCard | null): Markup {
  const text = agent?.description?.trim();
  if (!agent) return html``;
  if (!text) return html`<p class="description none">${t('No description.')}</p>`;
  const place = agent.lines.description;
  const words = html`<p class="description"${place ? lineAttributes(place) : ''}>${withPlaceholders(text)}</p>${place ? toLine(place) : nothing}`;
  if (text.length < foldedFrom) return words;
  return html`<div class="folding">${words}
    <button class="quiet unfold" aria-expanded="false">${t('Show Full Description')}</button></div>`;
}

/** The description is selected as text and clicked as a whole. This button is its way to the file by key, and shown with the focus. */
const toLine = ({ from, to }: LineRange): Markup =>
  html`<button class="quiet control to-line visually-hidden no-highlight" data-line="${from}" data-to="${to}">${t('Go to Line {0}', from + 1)}</button>`;

/** Marks placeholders, so that the page can show values instead. */
const withPlaceholders = (text: string): Markup[] =>
  splitPlaceholders(text).map(({ text: piece, isPlaceholder }) =>
    isPlaceholder ? html`<mark data-placeholder="${piece}">${piece}</mark>` : html`${piece}`,
  );

/** The icon buttons at the top of the page. */
export const actions = (isLocked: boolean): Markup =>
  html`<div class="actions" role="group" aria-label="${t('Preview')}">
    ${button('lock', isLocked ? t('Unlock the Preview from This File') : t('Lock the Preview to This File'), isLocked ? 'lock' : 'unlock', isLocked)}
    ${button('source', t('Show Source'), 'source')}
    ${button('copy', t('Copy Persona as Markdown'), 'copy')}
    ${button('export', t('Save Persona as HTML'), 'save')}</div>`;

const button = (command: PageCommand, title: string, iconName: Icon, isPressed?: boolean): Markup =>
  html`<button class="action-button" data-command="${command}"${isPressed === undefined ? '' : html` aria-pressed="${isPressed ? 'true' : 'false'}"`} aria-label="${title}" title="${title}">${icon(iconName)}</button>`;

/** Buttons that start a conversation with the agent, where the host and this editor have a way. */
export function start({ start: how }: AgentCard, editorCommands: readonly string[]): Markup {
  const canChat = how?.editor !== undefined && editorCommands.includes(how?.editor?.command ?? '');
  const command = how?.command ?? null;
  if (!canChat && command === null) return nothing;
  return html`<div class="start">
    ${canChat ? html`<button class="button" data-command="openChat">${t('Open Chat with This Agent')}</button>` : nothing}
    ${command === null ? nothing : html`<button class="button secondary" data-command="copyCommand" title="${command}">${t('Copy Command')}</button> <code class="command">${command}</code>`}
  </div>`;
}

/** A tab for each host, with the outcome of the file in it. The arrow keys move in the list, so only the selected tab is a tab stop. */
export function tabs(card: PersonaCard, shown: HostCard): Markup {
  return html`<div class="tabs" role="tablist" aria-label="${t('Programs')}">${card.hosts.map((host) => tab(host, host === shown))}</div>`;
}

function tab(host: HostCard, isSelected: boolean): Markup {
  const { host: id, hostName, tone } = host;
  return html`<button class="tab" role="tab" id="tab-${id}" data-host="${id}" aria-controls="panel"
    aria-selected="${isSelected ? 'true' : 'false'}" tabindex="${isSelected ? 0 : -1}" title="${roleText(host)}">
    <span class="tone ${tone}">${icon(tone)}</span><span class="host">${hostName}</span><span class="outcome">${outcomeLabel(host)}</span></button>`;
}

function roleText({ role, hostName }: HostCard): string {
  return role === 'owner'
    ? t('{0}: the file is in its folder', hostName)
    : t('{0}: also reads this folder', hostName);
}
