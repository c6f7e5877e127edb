// The verdict of the shown host on the file in one sentence, and its findings in one line that unfolds.
import type { CardFinding, HostCard } from '../../../server/protocol/protocol';
import { plural, t } from '../../l10n';
import { html, type Markup, nothing } from '../../webview/markup';
import { type Icon, icon } from '../icons';
import { formattedDate, severityLabel } from '../labels';
import type { Undoable } from '../view';
import { undoRow } from './undo';

const icons: Readonly<Record<CardFinding['severity'], Icon>> = {
  error: 'bad',
  warning: 'changed',
  information: 'note',
  hint: 'hint',
};

export function verdict(host: HostCard, undoable: Undoable | null): Markup {
  return html`<section class="verdict ${host.tone}" aria-label="${t('What {0} does with the file', host.hostName)}">
    <p class="headline"><span class="tone ${host.tone}">${icon(host.tone)}</span>
      <span><strong>${host.headline}</strong> ${host.detail}</span></p>
    ${findings(host)}${undoable?.group === null ? undoRow(undoable) : nothing}
  </section>`;
}

/** The version and date for which the statements were verified. */
export const source = ({
  hostName,
  hostVersion,
  versionBy,
  verified,
  isDocumentedOnly,
}: HostCard): Markup =>
  html`<p class="source">${[
    isDocumentedOnly
      ? t(
          'According to the documentation of {0}, read on {1}. The program was not run.',
          `${hostName} ${hostVersion}`,
          formattedDate(verified),
        )
      : t('Checked against {0}, {1}.', `${hostName} ${hostVersion}`, formattedDate(verified)),
    ...(versionBy === null ? [] : [t('Version from {0}.', versionBy)]),
  ].join(' ')}</p>`;

/** Unfolded at first if the host rejects something. The ID differs between hosts, so that each has its own state. */
function findings({ host, agent, findings: all }: HostCard): Markup {
  const [first] = all;
  if (!first) return nothing;
  return html`<details class="problems" id="findings-${host}"${agent === null || first.severity === 'error' ? html` open=""` : nothing}>
    <summary><span class="tone ${first.severity}">${icon(icons[first.severity])}</span><span>${countsOf(all)}</span></summary>
    <ul class="findings">${all.map(finding)}</ul></details>`;
}

/** `2 warnings, 1 note` */
function countsOf(all: readonly CardFinding[]): string {
  const count = (...severities: readonly CardFinding['severity'][]): number =>
    all.filter(({ severity }) => severities.includes(severity)).length;
  const [errors, warnings, notes] = [
    count('error'),
    count('warning'),
    count('information', 'hint'),
  ];
  return [
    errors === 0 ? '' : plural(errors, '{0} error', '{0} errors'),
    warnings === 0 ? '' : plural(warnings, '{0} warning', '{0} warnings'),
    notes === 0 ? '' : plural(notes, '{0} note', '{0} notes'),
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function finding(
  { severity, message, rule, line, fix, fixTakesFrom }: CardFinding,
  n: number,
): Markup {
  const content = html`<span class="tone ${severity}">${icon(icons[severity])}</span>
    <span class="message"><span class="visually-hidden">${severityLabel(severity)}: </span>${message} <small class="rule">${rule}</small></span>`;
  const shown =
    line === null
      ? html`<div class="finding">${content}</div>`
      : html`<button class="finding" data-line="${line}">${content}<small class="place">${t('line {0}', line + 1)}</small></button>`;
  return html`<li>${shown}${fix === null ? nothing : fixButton(n, fix, html`${fix}`, t('Fix: {0}', fix))}${loss(fixTakesFrom)}</li>`;
}

/** The warning next to a fix that takes tools from the agent in other programs; empty for other fixes. */
export const loss = (programs: string): Markup =>
  programs === ''
    ? nothing
    : html` <small class="loss"><span class="tone changed">${icon('changed')}</span>${t('loses tools in {0}', programs)}</small>`;

/** A button that applies the fix of a finding. */
export const fixButton = (finding: number, title: string, label: Markup, name: string): Markup =>
  html`<button class="quiet control fix" data-fix="${finding}" data-title="${title}" aria-label="${name}" title="${title}">${label}</button>`;
