// The page of a host: its locations, fields, tools and models, with the source of each.

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const code = (text) => `\`${text}\``;

export function hostPage(host, { expectation, formOf, citation, render }) {
  const effect = (message) => render(message, { host: host.name });
  return [
    '<!-- Generated from the declaration of the host by scripts/derive.mjs. -->',
    `# ${host.name}`,
    '',
    host.package === undefined
      ? `Based on the documentation of version ${host.version}, read on ${host.verified}. The program was not run.`
      : `Checked against version ${host.version} (\`${host.package}\`) on ${host.verified}.`,
    '',
    '## Locations',
    '',
    row('files', 'scope', 'role', ''),
    row('---', '---', '---', '---'),
    ...host.locations.map((one) => row(code(one.glob), one.scope, one.role, one.summary)),
    '',
    ...settingPart(host.folderSettings),
    ...alsoReadPart(host),
    ...Object.entries(host.dialects).flatMap(([name, dialect]) =>
      dialectPart(name, dialect, host, {
        accepts: (type) => expectation(type, formOf(host.ownFile)),
        citation,
        effect,
      }),
    ),
  ].join('\n');
}

const settingPart = (setting) =>
  setting ? [`${code(setting.key)} in ${code(setting.file)}: ${setting.summary}`, ''] : [];

const alsoReadPart = ({ alsoReadBy = [], name }) =>
  alsoReadBy.flatMap((one) => [
    `${one.name} reads the project's files too. Its documentation allows ${one.maxPrompt} characters of prompt, a limit that ${name} does not have.`,
    '',
  ]);

/** Agents in a configuration have a dialect of their own. */
const headingOf = (name, { companionFiles = [] }) =>
  companionFiles.some(({ entries }) => entries?.dialect === name)
    ? '## In configuration files'
    : `## In ${name} files`;

function dialectPart(name, dialect, host, { accepts, citation, effect }) {
  const several = Object.keys(host.dialects).length > 1;
  const level = several ? '###' : '##';
  const fields = Object.entries(dialect.fields).filter(([, field]) => !field.isNeverOffered);
  const available = dialect.tools.tools.filter((tool) => tool.unavailable === undefined);
  return [
    ...(several ? [headingOf(name, host), ''] : []),
    `${level} Fields`,
    '',
    row('field', 'what', 'accepts', 'if absent', 'any other value', 'source'),
    row('---', '---', '---', '---', '---', '---'),
    ...fields.map(([key, field]) =>
      row(
        code(key),
        field.summary +
          (field.deprecated ? ` *Deprecated. ${effect(field.deprecated.effect)}*` : '') +
          (field.noEffect ? ` *No effect. ${effect(field.noEffect)}*` : ''),
        accepts(field.type),
        field.absent,
        effect(field.otherwise.effect),
        citation(field.evidence),
      ),
    ),
    '',
    `Any other key: ${effect(dialect.unknownField.effect)} (${citation(dialect.unknownField.evidence)})`,
    '',
    ...(available.length === 0
      ? []
      : [
          `${level} Tools`,
          '',
          row('tool', 'what'),
          row('---', '---'),
          ...available.map((tool) => row(code(tool.name), tool.means)),
          '',
          `Source: ${citation(dialect.tools.evidence)}.`,
          '',
        ]),
    ...(dialect.tools.former.length === 0
      ? []
      : [
          'Former names:',
          '',
          row('name', 'now', ''),
          row('---', '---', '---'),
          ...dialect.tools.former.map((one) =>
            row(
              code(one.name),
              one.now.map(code).join(', ') || 'removed',
              one.mapped ? 'still understood' : 'no longer understood',
            ),
          ),
          '',
        ]),
    ...(dialect.models.models.length === 0
      ? []
      : [
          `${level} Models`,
          '',
          row('model', 'what', 'means'),
          row('---', '---', '---'),
          ...dialect.models.models.map((model) =>
            row(code(model.id), model.means, model.standsFor ? code(model.standsFor) : ''),
          ),
          '',
          `Source: ${citation(dialect.models.evidence)}.`,
          '',
        ]),
    ...(Object.keys(dialect.flaws).length === 0
      ? []
      : [
          `${level} Faulty files`,
          '',
          row('flaw', 'outcome', ''),
          row('---', '---', '---'),
          ...Object.entries(dialect.flaws).map(([flaw, met]) =>
            row(flaw, met.outcome, effect(met.effect)),
          ),
          '',
        ]),
  ];
}
