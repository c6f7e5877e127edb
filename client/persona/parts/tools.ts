// The tools of the agent by purpose. Tools that are not granted are shown with the reason.
import type { AgentCard, ToolChip, ToolGroup } from '../../../server/protocol';
import { t } from '../../words';
import { html, type Markup, nothing } from '../markup';

/** The section with the tools. */
export function tools({ tools: { says, groups } }: AgentCard): Markup {
  return html`<section class="part" aria-labelledby="tools"><h2 id="tools">${t('Tools')} <small>${says}</small></h2>
    ${groups.length === 0 ? nothing : html`<dl class="groups">${groups.map(group)}</dl>`}
  </section>`;
}

function group({ label, granted, unknown, added, lost }: ToolGroup): Markup {
  return html`<div class="group"><dt>${label}</dt><dd>
    ${granted.length === 0 ? nothing : html`<p>${granted.map((chip) => tool(chip, 'granted'))}</p>`}
    ${byReason(unknown).map(({ says, chips }) => html`<p class="unknown">${chips.map((chip) => tool(chip, 'unknown'))} <small>${says}</small></p>`)}
    ${byReason(added).map(({ says, chips }) => html`<p class="added">${chips.map((chip) => tool(chip, 'added'))} <small>${says}</small></p>`)}
    ${byReason(lost).map(({ says, chips }) => html`<p class="lost">${chips.map((chip) => tool(chip, 'lost'))} <small>${says}</small></p>`)}
  </dd></div>`;
}

// Groups the tools by reason, so that each reason is shown once.
function byReason(lost: readonly ToolChip[]): { says: string; chips: ToolChip[] }[] {
  const reasons = new Map<string, ToolChip[]>();
  for (const chip of lost) reasons.set(chip.says, [...(reasons.get(chip.says) ?? []), chip]);
  return [...reasons].map(([says, chips]) => ({ says, chips }));
}

function tool(
  { name, detail, says, line }: ToolChip,
  kind: 'granted' | 'unknown' | 'added' | 'lost',
): Markup {
  const content =
    kind === 'lost'
      ? html`<span class="unseen">${t('not granted')}: </span><s>${name}</s>`
      : html`${name}${detail === '' ? nothing : html` <small>(${detail})</small>`}`;
  if (line === null) return html`<span class="tool ${kind}" title="${says}">${content}</span> `;
  return html`<button class="tool ${kind}" data-line="${line}" title="${says}">${content}</button> `;
}
