// The comparison of all hosts: a row for each, with the outcome of the file, its tools and its fields. A row unfolds to the fields.
// It is only requested while it is expanded.
import type {
  HostCard,
  OtherField,
  OutcomeCell,
  OutcomeTable,
  PersonaCard,
} from '../../../server/protocol/protocol';
import { plural, t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';
import { icon } from '../icons';
import { outcomeLabel } from '../labels';

/** Collapsed initially. The content is requested when it is expanded. */
export function comparison(table: OutcomeTable | null, { hosts }: PersonaCard): Markup {
  const scope =
    hosts.length === 1 ? t('this program and all others') : t('these programs and all others');
  return html`<details class="part" id="comparison"><summary><h2>${t('Program comparison')}
    <small>${scope}</small></h2></summary>
    ${table ? rowsOf(table) : nothing}</details>`;
}

type Host = OutcomeTable['hosts'][number];

function rowsOf(table: OutcomeTable): Markup {
  const others = table.hosts.filter(({ isRead }) => !isRead).map(({ hostName }) => hostName);
  return html`<div class="programs">
    <div class="program titles" aria-hidden="true"><span>${t('Program')}</span><span>${t('File')}</span><span>${t('Tools')}</span><span>${t('Fields')}</span></div>
    ${table.hosts.map((host, n) => row(host, n, table))}</div>
  ${others.length === 0 ? nothing : html`<p class="source">${t("{0}: as if the file were in that program's own folder.", others.join(', '))}</p>`}`;
}

function row(host: Host, n: number, { rows }: OutcomeTable): Markup {
  const { hostName, isRead, tone, tools } = host;
  const differing = rows.filter(({ cells }) => cells[n]?.tone !== 'good');
  return html`<details class="host-row" id="program-${host.host}"><summary class="program">
    <span class="host ${isRead ? 'here' : 'elsewhere'}">${hostName}</span>
    ${cell(t('File'), tone, outcomeLabel(host))}
    ${cell(t('Tools'), tools === '' ? 'bad' : host.toolsTone, tools === '' ? t('none') : tools)}
    ${cell(t('Fields'), differing.length === 0 ? 'good' : worstOf(differing, n), differing.length === 0 ? t('all used') : plural(differing.length, '{0} differs', '{0} differ'))}
    </summary>
    <dl class="fields">${rows.map(({ key, line, cells }) => {
      const found = cells[n];
      return html`<div class="field"><dt><button class="plain" data-line="${line}"><code>${key}</code></button></dt>
        <dd>${found ? outcomeText(found) : html`<small>${t('not reached')}</small>`}</dd></div>`;
    })}</dl>
    ${host.needsVersion ? html`<p class="create"><button class="button secondary control" data-version="${host.host}">${t('Create the {0} Version...', hostName)}</button></p>` : nothing}
  </details>`;
}

const cell = (name: string, tone: HostCard['tone'], word: string): Markup =>
  html`<span class="cell"><span class="tone ${tone}">${icon(tone)}</span><span><span class="visually-hidden">${name}: </span>${word}</span></span>`;

const order: readonly HostCard['tone'][] = ['bad', 'unknown', 'changed'];

function worstOf(rows: OutcomeTable['rows'], n: number): HostCard['tone'] {
  const tones = rows.map(({ cells }) => cells[n]?.tone ?? 'unknown');
  return order.find((tone) => tones.includes(tone)) ?? 'changed';
}

// The fields that no other part shows, each with what the shown host does with it.

export function otherFields({ otherFields: all, hostName }: HostCard): Markup {
  if (all.length === 0) return nothing;
  return html`<section class="part" aria-labelledby="other-fields"><h2 id="other-fields">${t('Other Fields')}
    <small>${t('in {0}', hostName)}</small></h2>
    <dl class="fields">${all.map(field)}</dl></section>`;
}

const field = ({ key, value, line, outcome }: OtherField): Markup =>
  html`<div class="field"><dt><button class="plain" data-line="${line}" title="${t('Go to Line {0}', line + 1)}"><code>${key}</code></button></dt>
    <dd class="value"><code>${value}</code></dd><dd>${outcomeText(outcome)}</dd></div>`;

/** An icon and a word, followed by the details where there are any. */
export const outcomeText = ({ tone, word, label }: OutcomeCell): Markup =>
  html`<span class="cell"><span class="tone ${tone}">${icon(tone)}</span><span>${word}${label === '' ? nothing : html` <small>${label}</small>`}</span></span>`;
