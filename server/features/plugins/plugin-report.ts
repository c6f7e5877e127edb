// The table of a plugin as text: rows and notes, and both in Markdown.
import type { ExplainedPlugin, PluginPart } from '../../contract/library';
import { maxPluginFiles } from '../../hosts/catalog/plugin-at';
import { formatCount, t } from '../../text/message';
import { english, type Translate } from '../../text/translate';
import { visibleControls } from '../../text/visible-controls';

export type NameOfHost = (id: string) => string;

const notLoaded = 'not loaded';
const loads = 'loads';
const notKnown = 'not known';
const isWords = (cell: string): boolean => [notLoaded, loads, notKnown].includes(cell);

/** The head of the table, with an empty cell above the parts. */
export const headOf = ({ programs }: ExplainedPlugin, nameOf: NameOfHost): readonly string[] => [
  '',
  ...programs.map(({ host, hostVersion }) => `${nameOf(host)} ${hostVersion}`),
];

/** A row for the plugin and one for each part, which is the first cell. */
export const rowsOf = ({ programs, parts }: ExplainedPlugin): readonly (readonly string[])[] => [
  [
    'plugin',
    ...programs.map(({ isKnown, name, fault }) =>
      isKnown ? (fault === null && name !== null ? name : notLoaded) : notKnown,
    ),
  ],
  ...parts.map((part) => [
    titleOf(part),
    ...part.programs.map(({ isLoaded, name }) =>
      isLoaded === null ? notKnown : isLoaded ? (name ?? loads) : notLoaded,
    ),
  ]),
];

const titleOf = ({ kind, file, server }: PluginPart): string =>
  server === undefined ? `${kind} ${file}` : `${kind} ${server} in ${file}`;

/** What is not read, and why something is not loaded: each reason once, with the parts for which it applies. */
export function notesOn(
  { programs, parts, isIncomplete }: ExplainedPlugin,
  nameOf: NameOfHost,
  translate: Translate,
): readonly string[] {
  const maximum = formatCount(maxPluginFiles);
  const unread = isIncomplete
    ? [
        t('The folder has more than {maximum} files. Only the first {maximum} were read.', {
          maximum,
        }),
      ]
    : [];
  const faults = programs.flatMap(({ host, fault }) => {
    const nothing = t('{host} loads nothing from this plugin.', { host: nameOf(host) });
    return fault === null ? [] : [`${translate(nothing)} ${fault}`];
  });
  const refusing = new Set(programs.flatMap(({ host, fault }) => (fault === null ? [] : [host])));
  const reasons = new Map<string, string[]>();
  for (const { file, server, programs: cells } of parts)
    for (const { host, why, deviation } of cells) {
      if (refusing.has(host)) continue;
      const part =
        server === undefined ? file : translate(t('{server} in {file}', { server, file }));
      // What the standard requires is next to what the program does.
      const reason = deviation ?? why;
      if (reason !== null) reasons.set(reason, [...(reasons.get(reason) ?? []), part]);
    }
  return [
    ...unread.map(translate),
    ...faults,
    ...[...reasons].map(([reason, of]) =>
      translate(t('{parts}: {reason}', { parts: of.join(', '), reason })),
    ),
  ];
}

/** The table and the notes in Markdown, in English, for the description of a pull request. */
export function pluginMarkdown(plugin: ExplainedPlugin, nameOf: NameOfHost): string {
  const inLine = (text: string): string =>
    visibleControls(
      text
        .split('\n')
        .map((line) => line.trim())
        .join(' '),
    );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => inLine(cell).replaceAll('|', '\\|')).join(' | ')} |`;
  const code = (text: string): string =>
    text === '' || isWords(text) ? text : `\`${text.replaceAll('`', "'")}\``;
  const head = headOf(plugin, nameOf);
  const notes = notesOn(plugin, nameOf, english);
  return [
    `### Plugin \`${inLine(plugin.folder)}\``,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rowsOf(plugin).map(([part = '', ...cells]) => line([part, ...cells.map(code)])),
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${inLine(note)}`)]),
    '',
  ].join('\n');
}
