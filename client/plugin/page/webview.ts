// The script of the plugin webview: a table of the plugin's parts and the programs.
import '../../webview/l10n';
import type { PluginAnswer, PluginFix, PluginPart } from '../../../server/protocol/protocol';
import { t } from '../../l10n';
import { element } from '../../webview/element';
import {
  type Cell,
  changesOf,
  kindLabel,
  partCell,
  partLabel,
  pluginCell,
  summariesOf,
} from '../labels';
import type { FromPage, PluginState, ToPage } from '../messages';

interface VsCodeApi {
  postMessage(message: FromPage): void;
  setState(state: PluginState): void;
}
declare function acquireVsCodeApi(): VsCodeApi;

const vscode = acquireVsCodeApi();

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  if (data.type === 'failed') {
    show(element('p', { class: 'failed' }, data.message));
    announce(data.message);
    return;
  }
  vscode.setState({ uri: data.answer.uri });
  show(...contentOf(data.answer, data.fix));
  announce(
    data.fix === null ? noFix() : summariesOf(data.fix ? afterOf(data) : data.answer).join(', '),
  );
  document.getElementById('fix')?.focus();
});
vscode.postMessage({ type: 'ready' });

/** Replaces the content. The focus stays on the element with the same key. */
function show(...parts: readonly HTMLElement[]): void {
  const key = document.activeElement?.getAttribute('data-key');
  document.getElementById('plugin')?.replaceChildren(...parts);
  if (key)
    for (const one of document.querySelectorAll<HTMLElement>('[data-key]'))
      if (one.dataset.key === key) one.focus();
}

/** Screen readers announce it. */
function announce(text: string): void {
  const region = document.getElementById('live-region');
  if (region && region.textContent !== text) region.textContent = text;
}

const noFix = (): string =>
  t('No change was found after which a program loads more and none loads less.');

/** The answer with the table after the change. */
const afterOf = ({
  answer,
  fix,
}: {
  readonly answer: PluginAnswer;
  readonly fix?: PluginFix | null;
}): PluginAnswer => ({ ...answer, plugin: fix?.after ?? answer.plugin });

/** @param fix null where none was found, undefined where none was looked for */
function contentOf(
  answer: PluginAnswer,
  fix: PluginFix | null | undefined,
): readonly HTMLElement[] {
  const { plugin } = answer;
  const { notes } = answer;
  return [
    element('h1', {}, t('Plugin {0}', plugin.folder)),
    element('p', { class: 'summary' }, summariesOf(answer).join(' · ')),
    element(
      'div',
      { class: 'bar', role: 'group', 'aria-label': t('Actions') },
      button(t('Copy as Markdown'), 'copy', { type: 'copy' }),
      button(t('Load in Every Program...'), 'fix', { type: 'fix' }),
    ),
    ...(fix === undefined ? [] : [fixOf(answer, fix)]),
    element('div', { class: 'scroll' }, tableOf(answer)),
    ...(notes.length === 0
      ? []
      : [
          element('h2', {}, t('Why Parts Are Not Loaded')),
          element('ul', {}, ...notes.map((note) => element('li', {}, note))),
        ]),
  ];
}

/** What the change does, the table after it, and the decision. */
function fixOf(answer: PluginAnswer, fix: PluginFix | null): HTMLElement {
  const after = afterOf({ answer, fix });
  return element(
    'section',
    { id: 'fix', tabindex: -1, 'aria-labelledby': 'fix-title' },
    element('h2', { id: 'fix-title' }, t('Load in Every Program')),
    ...(fix === null
      ? [
          element('p', {}, noFix()),
          element('div', { class: 'bar' }, button(t('Close'), 'cancel', { type: 'cancel' })),
        ]
      : [
          element('ul', {}, ...changesOf(fix).map((one) => element('li', {}, one))),
          ...fix.files.map(({ file, text }) =>
            element(
              'details',
              {},
              element('summary', {}, file),
              element('pre', { tabindex: 0 }, text),
            ),
          ),
          element('h3', {}, t('After the Change')),
          element('p', { class: 'summary' }, summariesOf(after).join(' · ')),
          element('div', { class: 'scroll' }, tableOf(after)),
          element(
            'div',
            { class: 'bar' },
            button(t('Apply'), 'apply', { type: 'apply' }, 'primary'),
            button(t('Cancel'), 'cancel', { type: 'cancel' }),
          ),
        ]),
  );
}

function tableOf({ plugin, hostNames }: PluginAnswer): HTMLElement {
  const heads = plugin.programs.map(({ host, hostVersion }) =>
    element(
      'th',
      { scope: 'col' },
      hostNames[host] ?? host,
      ' ',
      element('span', { class: 'version' }, hostVersion),
    ),
  );
  const rows = [
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, t('Plugin')),
      ...plugin.programs.map((program) => cellOf(pluginCell(program), program.manifest)),
    ),
    ...plugin.parts.map((part) =>
      element(
        'tr',
        {},
        headOf(part),
        ...part.programs.map((program) => cellOf(partCell(program), null)),
      ),
    ),
  ];
  return element(
    'table',
    {},
    element('caption', { class: 'visually-hidden' }, t('What each program loads')),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, t('Part')), ...heads)),
    element('tbody', {}, ...rows),
  );
}

const headOf = (part: PluginPart): HTMLElement =>
  element(
    'th',
    { scope: 'row' },
    element('span', { class: 'kind' }, kindLabel(part.kind)),
    ' ',
    fileButton(partLabel(part), part.file, `${part.kind} ${part.file} ${part.server ?? ''}`),
  );

const symbols = { loaded: '✓', dropped: '✗', unknown: '?' } as const;

/** @param manifest the file that the program reads, which the cell opens */
function cellOf({ label, tone, isName, why }: Cell, manifest: string | null): HTMLElement {
  const text = isName ? element('code', {}, label) : label;
  return element(
    'td',
    { class: tone, title: why ?? undefined },
    element('span', { class: 'symbol', 'aria-hidden': 'true' }, symbols[tone]),
    ' ',
    text,
    ...(manifest === null ? [] : [' ', fileButton(manifest, manifest, `manifest ${manifest}`)]),
  );
}

const fileButton = (label: string, file: string, key: string): HTMLElement =>
  button(label, key, { type: 'open', file }, 'file');

function button(label: string, key: string, message: FromPage, style = 'button'): HTMLElement {
  const created = element('button', { class: style, 'data-key': key }, label);
  created.addEventListener('click', () => vscode.postMessage(message));
  return created;
}
