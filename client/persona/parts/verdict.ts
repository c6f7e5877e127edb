// What the shown host does with the file, and what it has to say of it.
import type { CardFinding, HostCard } from '../../../server/protocol';
import { plural, t } from '../../words';
import { type Icon, icon } from '../icons';
import { html, type Markup, nothing } from '../markup';
import { dateWords, severityWords } from '../words';

const icons: Readonly<Record<CardFinding['severity'], Icon>> = {
  error: 'bad',
  warning: 'changed',
  information: 'note',
  hint: 'hint',
};

/** Headline, detail, findings, and how old the knowledge is. */
export function verdict(host: HostCard): Markup {
  return html`<section class="verdict ${host.tone}" aria-label="${t('What {0} does with the file', host.hostName)}">
    <p class="headline"><span class="tone ${host.tone}">${icon(host.tone)}</span>
      <span><strong>${host.headline}</strong> ${host.detail}</span></p>
    ${findings(host.findings)}
    <p class="source">${t('Checked against {0}, {1}.', `${host.hostName} ${host.hostVersion}`, dateWords(host.verified))}</p>
  </section>`;
}

/** What there is to be mended stands open; remarks are folded away where they are many. */
function findings(all: readonly CardFinding[]): Markup {
  const remarks = all.filter(({ severity }) => severity === 'hint' || severity === 'information');
  if (remarks.length <= fewRemarks) return listOf(all);
  const rest = all.filter((one) => !remarks.includes(one));
  return html`${listOf(rest)}<details class="remarks"><summary>${plural(remarks.length, '{0} note', '{0} notes')}</summary>${listOf(remarks)}</details>`;
}

const fewRemarks = 2;

const listOf = (some: readonly CardFinding[]): Markup =>
  some.length === 0 ? nothing : html`<ul class="findings">${some.map(finding)}</ul>`;

function finding({ severity, message, rule, line }: CardFinding): Markup {
  const words = html`<span class="tone ${severity}">${icon(icons[severity])}</span>
    <span class="message"><span class="unseen">${severityWords(severity)}: </span>${message} <small class="rule">${rule}</small></span>`;
  if (line === null) return html`<li class="finding">${words}</li>`;
  return html`<li><button class="finding" data-line="${line}">${words}<small class="place">${t('line {0}', line + 1)}</small></button></li>`;
}
