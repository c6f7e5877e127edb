// The first part about the agent itself: whether it can do what is hard to undo or leaves the project, each with what decides it.
import type { AgentCard, HostCard, RiskCard } from '../../../server/protocol/protocol';
import { t } from '../../l10n';
import { fillTemplate, html, type Markup, nothing } from '../../webview/markup';
import { type Icon, icon } from '../icons';

interface Look {
  readonly icon: Icon;
  readonly tone: HostCard['tone'];
  readonly word: () => string;
}

/** An icon and a word for each, so that nothing depends on the color. */
const looks: Readonly<Record<RiskCard['action'], Look>> = {
  allow: { icon: 'changed', tone: 'bad', word: () => t('allowed') },
  ask: { icon: 'ask', tone: 'changed', word: () => t('asks first') },
  deny: { icon: 'deny', tone: 'good', word: () => t('denied') },
  unknown: { icon: 'unknown', tone: 'unknown', word: () => t('not known') },
};

/** `allowed`, `asks first`, `denied`, `not known`. */
export const riskWord = ({ action }: Pick<RiskCard, 'action'>): string => looks[action].word();

export function risks({ risks: all }: AgentCard): Markup {
  if (all.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="risks"><h2 id="risks">${t('What Can It Do?')}
    <small>${t('without MCP servers')}</small></h2>
    <ul class="risks">${all.map(cell)}</ul>
    <details class="reasons" id="risk-reasons"><summary>${t('Reasons')}</summary>
      <dl class="groups">${all.map(reason)}</dl></details></section>`;
}

function cell(risk: RiskCard): Markup {
  const { label, action } = risk;
  const { icon: name, tone, word } = looks[action];
  return html`<li class="risk ${tone}"><span class="what">${label}</span>
    <span class="state"><span class="tone ${tone}">${icon(name)}</span>${word()}</span>
    ${decidedBy(risk)}</li>`;
}

/** The rule, and the way to it where the file has it. */
function decidedBy({ rule, by, line }: RiskCard): Markup {
  if (rule === null && by === '') return nothing;
  const place =
    line === null
      ? html`<small>${by}</small>`
      : html`<button class="quiet" data-line="${line}" title="${t('Go to Line {0}', line + 1)}">${by}</button>`;
  return rule === null
    ? html`<span class="by">${place}</span>`
    : html`<span class="by"><code>${rule}</code> ${place}</span>`;
}

function reason({ label, example, explanation }: RiskCard): Markup {
  const tried =
    example === '' ? nothing : html`${fillTemplate(t('For {0}.'), html`<code>${example}</code>`)} `;
  return html`<div class="group"><dt>${label}</dt><dd>${tried}${explanation}</dd></div>`;
}
