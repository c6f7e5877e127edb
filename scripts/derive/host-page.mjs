// The page of a host: its locations, fields, tools and models, with the source of each.

const cell = (text) => String(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells) => `| ${cells.map(cell).join(' | ')} |`;
const code = (text) => `\`${text}\``;

/** @param facts how each fact of the host is known */
export function hostPage(host, { expectation, formOf, citation, render, facts }) {
  const effect = (message) => render(message, host.name);
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
        accepts: (type) => render(expectation(type, formOf(host.ownFile))),
        known: (id) => sourceOf(id, name, facts, citation),
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

/** Dialects may share a fact: its id then names them, and a fact of one dialect names none where the host has no other. */
const sourceOf = (id, dialect, facts, citation) => {
  const found = facts.find(
    (fact) =>
      (fact.id === id || fact.id.startsWith(`${id} in `)) &&
      (fact.dialects?.includes(dialect) ?? true),
  );
  return found && citation(found);
};

/** One sentence: the source of most entries, then those that are known from elsewhere. */
function sourcesOf(entries, nameOf, known) {
  const bySource = new Map();
  for (const entry of entries) {
    const source = known(nameOf(entry)) ?? 'not known';
    bySource.set(source, [...(bySource.get(source) ?? []), nameOf(entry)]);
  }
  const [[main], ...others] = [...bySource].sort(([, a], [, b]) => b.length - a.length);
  const rest = others.map(([source, names]) => ` ${names.map(code).join(', ')}: ${source}.`);
  return `Source: ${main}.${rest.join('')}`;
}

function dialectPart(name, dialect, host, { accepts, known, citation, effect }) {
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
        known(`field ${key}`) ?? citation(field.evidence),
      ),
    ),
    '',
    `Any other key: ${effect(dialect.unknownField.effect)} (${known('unknown keys') ?? citation(dialect.unknownField.evidence)})`,
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
          sourcesOf(
            available,
            ({ name: tool }) => tool,
            (tool) => known(`tool ${tool}`),
          ),
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
          sourcesOf(
            dialect.models.models,
            ({ id }) => id,
            (id) => known(`model ${id}`),
          ),
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
