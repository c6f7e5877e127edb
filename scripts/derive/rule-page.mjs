// The page of a rule: what, why, examples, and where its statements come from.

const generated = '<!-- Generated from the rule by scripts/derive.mjs. -->';
const longest = 2000;

/** Nothing on the page depends on the hosts, so that a new host or tool changes no page of a rule. */
export function rulePage({ name, what, why, kind, off, failing, passing, sources }) {
  return [
    generated,
    `# ${name}`,
    '',
    what,
    '',
    why,
    '',
    kind === 'host'
      ? 'The severity follows what the program does: *error* where it refuses or drops the file, stops, or loses a limit; *warning* where it changes something; *information* and *hint* for the rest.'
      : 'This is advice that concerns no particular program.',
    ...(off ? ['', 'It is off until it is given a severity: see below.'] : []),
    '',
    '## Found',
    '',
    ...failing.map(example),
    '## Not found',
    '',
    ...passing.map(example),
    '## Sources',
    '',
    ...sourcesPart(sources),
    '## Setting',
    '',
    `${settingPart(name, off)}${failing.every(isJson) ? '' : ` For one place: \`# dossier-ignore ${name}: reason\` on the line above.`}`,
    '',
  ].join('\n');
}

const settingPart = (name, off) =>
  `In \`dossier.config.json\`, \`rules\`, or in the settings of an editor, \`dossier.rules\`: \`{ "${name}": "${off ? 'hint' : 'off'}" }\`, or one of ${off ? '' : 'hint, '}information, warning, error.`;

/** JSON has no comments. */
const isJson = ({ path }) => path.endsWith('.json');

/** Kinds of facts, then pages, then what is an opinion. */
function sourcesPart(sources) {
  const kinds = sources.flatMap(({ facts = [], background = [] }) => [...facts, ...background]);
  return [
    ...(kinds.length > 0
      ? [
          'What hosts do follows from facts that they declare. [How this is known](../conformance.md#facts-of-rules) has the hosts with',
          'such facts and how many of them were executed, read or documented:',
          '',
          ...kinds.map((kind) => `- ${kind}`),
          '',
        ]
      : []),
    ...sources.flatMap(({ source }) =>
      source === undefined
        ? []
        : [`[${source.title}](${source.address}), read on ${source.on}.`, ''],
    ),
    ...sources.flatMap(({ opinion }) =>
      opinion === undefined ? [] : [`The opinion of this project: ${opinion}`, ''],
    ),
  ];
}

function example({ path, text }) {
  const shown =
    text.length > longest
      ? `${text.slice(0, 200)}\n... (${text.length.toLocaleString('en')} characters)\n`
      : text;
  const fence = '~'.repeat(3);
  return `\`${path}\`\n\n${fence}markdown\n${shown.replace(/\n?$/, '\n')}${fence}\n`;
}
