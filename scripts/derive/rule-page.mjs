// The page of a rule: what, why, an example with its diagnostics and the text after its fix, programs, options and sources.

const generated = '<!-- Generated from the rule by scripts/derive.mjs. -->';
const longest = 2000;
/** An example with more of them needs many, and one shows what they are. */
const mostCompanions = 4;

/** @param reported each failing example with what an editor shows of it, in their order. */
export function rulePage({ name, what, why, kind, off, failing, passing, sources }, reported) {
  const [first, ...others] = reported;
  return [
    generated,
    `# ${name}`,
    '',
    '## What it does',
    '',
    what,
    '',
    '## Why is this bad?',
    '',
    why,
    '',
    '## Example',
    '',
    ...wrong(first, name),
    '## Use instead',
    '',
    ...instead(first, passing),
    ...folded('More examples', [
      ...others.flatMap((one) => wrong(one, name)),
      ...(passing.length > 0 ? ['Not reported:', '', ...separated(passing)] : []),
    ]),
    '## Programs',
    '',
    ...programsPart(kind, reported),
    '## Options',
    '',
    `${optionsPart(name, off)}${failing.every(isJson) ? '' : ` To ignore one finding, write \`# dossier-ignore ${name}: reason\` on the line above it.`}`,
    '',
    ...folded('Sources', sourcesPart(sources)),
  ].join('\n');
}

const optionsPart = (name, off) =>
  `${off ? 'Off by default. ' : ''}Set the severity in \`dossier.config.json\` (\`rules\`) or in the settings of an editor (\`dossier.rules\`): \`{ "${name}": "${off ? 'hint' : 'off'}" }\`, or one of ${off ? '' : 'hint, '}information, warning, error.`;

/** JSON has no comments. */
const isJson = ({ path }) => path.endsWith('.json');

const folded = (title, lines) =>
  lines.length === 0
    ? []
    : ['<details>', `<summary>${title}</summary>`, '', ...lines, '</details>', ''];

/** The files of a failing example, and its diagnostics. */
const wrong = ({ example, reports }, name) => [
  ...files(example),
  ...reports.flatMap((report, index) => [...(index > 0 ? ['>'] : []), diagnostic(report, name)]),
  '',
];

/** With what the other programs of the row do, as an editor lists it below. */
const diagnostic = ({ severity, message, line, source, others }, name) =>
  [
    `> **${severity}**${line === null ? '' : `, line ${line}`}: ${inert(message)} *${source}(${name})*`,
    ...others.flatMap((other) => ['>', `> - ${inert(other)}`]),
  ].join('\n');

/** Messages repeat what a file contains, which is no Markdown. */
const inert = (message) => message.replaceAll(/[\\`*_{}[\]<>#|~]/g, '\\$&');

function instead({ example, fixed }, passing) {
  const meant = passing.find(({ isInstead }) => isInstead);
  if (meant) return files(meant);
  if (fixed && fixed.text !== example.text)
    return [`After the fix *${inert(fixed.title)}*:`, '', file({ ...example, text: fixed.text })];
  return passing.length > 0 ? files(passing[0]) : [];
}

/** Programs report the same rule with different severities. */
function programsPart(kind, reported) {
  const found = reported.flatMap(({ programs }) => programs);
  const names = [...new Set(found.flatMap(({ program }) => program ?? []))].sort();
  const severities = (name) =>
    [...new Set(found.filter(({ program }) => program === name).map((one) => one.severity))].sort();
  const general = [
    ...new Set(found.filter((one) => one.program === null).map((one) => one.severity)),
  ];
  return [
    ...(kind === 'host'
      ? [
          'The severity follows what the program does: *error* if it rejects or ignores the file, stops, or does not apply a limit;',
          '*warning* if the behavior changes; *information* and *hint* for the rest.',
        ]
      : ['This is advice that concerns no particular program.']),
    '',
    ...(names.length > 0 ? ['In these examples:', ''] : []),
    ...names.map((name) => `- ${name}: ${severities(name).join(', ')}`),
    ...(general.length > 0 ? [`- every program: ${general.sort().join(', ')}`] : []),
    '',
  ];
}

/** Kinds of facts, then pages, then what is an opinion. */
function sourcesPart(sources) {
  const kinds = sources.flatMap(({ facts = [], background = [] }) => [...facts, ...background]);
  return [
    ...(kinds.length > 0
      ? [
          'Based on these facts about each program. [How this is known](../conformance.md#facts-of-rules) shows the programs with such',
          'facts, and how many of them were executed, read or documented:',
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
    ...sources.flatMap(({ opinion }) => (opinion === undefined ? [] : [`Opinion: ${opinion}`, ''])),
  ];
}

/** An example and the other files of its workspace. */
function files(example) {
  const { companions = [] } = example;
  const shown = companions.length > mostCompanions ? companions.slice(0, 1) : companions;
  const more = companions.length - shown.length;
  return [
    ...[example, ...shown].map(file),
    ...(more > 0 ? [`And ${more} more such files.`, ''] : []),
  ];
}

/** With a line between examples of several files, so that each file is seen to belong to one of them. */
const separated = (examples) =>
  examples.flatMap((example, index) =>
    index > 0 && examples.some(({ companions = [] }) => companions.length > 0)
      ? ['---\n', ...files(example)]
      : files(example),
  );

const languages = { json: 'json', jsonc: 'jsonc', toml: 'toml' };

function file({ path, text }) {
  const shown =
    text.length > longest
      ? `${text.slice(0, 200)}\n... (${text.length.toLocaleString('en')} characters)\n`
      : text;
  const fence = '~'.repeat(3);
  const language = languages[path.split('.').at(-1)] ?? 'markdown';
  return `\`${path}\`\n\n${fence}${language}\n${shown.replace(/\n?$/, '\n')}${fence}\n`;
}

/** What each rule reports in its examples, for `dossier rules`: the severities, and whether it has fixes. */
export function reportedData(reported) {
  const rows = reported.map(([{ name }, examples]) => {
    const found = new Set(
      examples.flatMap(({ programs }) => programs.map(({ severity }) => severity)),
    );
    const fixes = examples.map(({ safety }) => safety);
    return [
      name,
      {
        severities: ['error', 'warning', 'information', 'hint'].filter((one) => found.has(one)),
        fix: ['safe', 'review'].find((one) => fixes.includes(one)) ?? null,
      },
    ];
  });
  return `{\n${rows.map(([name, row]) => `  ${JSON.stringify(name)}: ${JSON.stringify(row)}`).join(',\n')}\n}\n`;
}
