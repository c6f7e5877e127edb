// The verdict of the shown host on the file, and its findings.
import type { CardFinding, HostCard } from '../../../server/protocol';
import { plural, t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';
import { type Icon, icon } from '../icons';
import { formattedDate, severityLabel } from '../labels';

const icons: Readonly<Record<CardFinding['severity'], Icon>> = {
  error: 'bad',
  warning: 'changed',
  information: 'note',
  hint: 'hint',
};

/** Headline, detail, findings, and the version and date they were verified for. */
export function verdict(host: HostCard): Markup {
  return html`<section class="verdict ${host.tone}" aria-label="${t('What {0} does with the file', host.hostName)}">
    <p class="headline"><span class="tone ${host.tone}">${icon(host.tone)}</span>
      <span><strong>${host.headline}</strong> ${host.detail}</span></p>
    ${findings(host.findings)}
    <p class="source">${t('Checked against {0}, {1}.', `${host.hostName} ${host.hostVersion}`, formattedDate(host.verified))}</p>
  </section>`;
}

/** Shows errors and warnings, and folds hints and information if there are many. */
function findings(all: readonly CardFinding[]): Markup {
  const notes = all.filter(({ severity }) => severity === 'hint' || severity === 'information');
  if (notes.length <= maxUnfolded) return listOf(all);
  const problems = all.filter((one) => !notes.includes(one));
  return html`${listOf(problems)}<details class="remarks"><summary>${plural(notes.length, '{0} note', '{0} notes')}</summary>${listOf(notes)}</details>`;
}

const maxUnfolded = 2;

const listOf = (items: readonly CardFinding[]): Markup =>
  items.length === 0 ? nothing : html`<ul class="findings">${items.map(finding)}</ul>`;

function finding({ severity, message, rule, line }: CardFinding): Markup {
  const content = html`<span class="tone ${severity}">${icon(icons[severity])}</span>
    <span class="message"><span class="visually-hidden">${severityLabel(severity)}: </span>${message} <small class="rule">${rule}</small></span>`;
  if (line === null) return html`<li class="finding">${content}</li>`;
  return html`<li><button class="finding" data-line="${line}">${content}<small class="place">${t('line {0}', line + 1)}</small></button></li>`;
}
