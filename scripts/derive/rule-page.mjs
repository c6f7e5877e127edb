// The page of a rule: what, why, examples.

const generated = '<!-- Generated from the rule by scripts/derive.mjs. -->';
const longest = 2000;

export function rulePage({ name, what, why, kind, off, failing, passing }) {
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
    '## Setting',
    '',
    `In \`dossier.config.json\`, \`rules\`, or in the settings of an editor, \`dossier.rules\`: \`{ "${name}": "${off ? 'hint' : 'off'}" }\`, or one of ${off ? '' : 'hint, '}information, warning, error. For one place: \`# dossier-ignore ${name}: reason\` on the line above.`,
    '',
  ].join('\n');
}

function example({ path, text }) {
  const shown =
    text.length > longest
      ? `${text.slice(0, 200)}\n... (${text.length.toLocaleString('en')} characters)\n`
      : text;
  const fence = '~'.repeat(3);
  return `\`${path}\`\n\n${fence}markdown\n${shown.replace(/\n?$/, '\n')}${fence}\n`;
}

export const rulesIndex = (rules) =>
  [
    generated,
    '# Rules',
    '',
    '| rule | what |',
    '| --- | --- |',
    ...rules.map(({ name, what }) => `| [${name}](${name}.md) | ${what.replaceAll('|', '\\|')} |`),
    '',
  ].join('\n');
