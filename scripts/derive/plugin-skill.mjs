// The skill of the plugin: what a model has to know before it writes an agent, a skill or a command, from the declarations.

const code = (text) => `\`${text}\``;
const list = (names) => names.map(code).join(', ');

const heading = `---
name: write-agent-files
description: Facts about the agent files, skills and commands of Claude Code, VS Code, Copilot CLI, OpenCode, Codex, Gemini CLI and other programs. Use it before writing or changing such a file, because programs silently drop what they do not know.
---

# Write agent files

Programs report little: a wrong field or tool name is dropped silently, a missing field drops the whole agent, and an agent without a valid
limit gets every tool. What follows was measured on the programs by Dossier.

1. Find out which program reads the file: its folder decides. The folder, required fields, fields and tools of each are in
   [programs.md](programs.md). Read the part of that program only.
2. Begin with \`---\` in the first line, close with \`---\`, and quote every value that contains \`: \`, \` #\` or begins with \`[\`, \`{\`, \`*\`,
   \`&\`, \`!\`, \`%\`, \`@\` or a quote.
3. Use the name of the file as the name of the agent, in lowercase letters, digits and hyphens.
4. Write a description that states when to use it. Other agents choose by it alone.
5. Name only tools that are listed. To limit an agent, list the tools that it needs: an empty or misspelled list may grant all.
6. Write no tags, code fences or remarks around the file, and no \`\\n\` for a line break.
7. Files for several programs: write one for each in its own folder, or \`dossier convert PATH --to ID\`.
8. Afterwards run \`dossier check PATH\`, if it is installed. The hook of this plugin reports errors by itself.
`;

/** A glob as the path of one new file. */
const pathIn = (glob, name) =>
  glob
    .replace(/\{,[^}]*\}/g, `${name}/`)
    .replace(/\{([^,}]+),[^}]*\}/g, '$1')
    .replace(/\*\*\/(?=SKILL)/, `${name}/`)
    .replace('**/', '')
    .replace(/\*(?=\/SKILL)/, name)
    .replace('*', name);

const projectOf = (host, subject) =>
  host.locations.find(
    ({ scope, role, isOptional, kind = 'agent' }) =>
      scope === 'project' && role === 'owner' && !isOptional && kind === subject,
  );

const isOffered = ([, field]) => !field.isNeverOffered && !field.deprecated && !field.noEffect;

function fieldLine(dialect) {
  const fields = Object.entries(dialect.fields).filter(isOffered);
  const required = fields.filter(([, { required: is }]) => is?.file).map(([key]) => key);
  const others = fields.map(([key]) => key).filter((key) => !required.includes(key));
  return `${required.length > 0 ? `Without it, the file is not loaded: ${list(required)}. ` : ''}Fields: ${list(others)}.`;
}

function toolLines({ tools: { tools, former } }) {
  const names = tools.filter((one) => one.unavailable === undefined).map(({ name }) => name);
  // A set of tools is enough to find its members.
  const shown = names.filter((name) => !names.includes(name.split('/')[0]) || !name.includes('/'));
  const dropped = former
    .filter(({ mapped, name }) => !mapped && !names.includes(name))
    .map(({ name, now }) => (now.length > 0 ? `${code(name)} (now ${list(now)})` : code(name)));
  return [
    ...(shown.length > 0 ? [`- Tools: ${list(shown)}.`] : []),
    ...(dropped.length > 0 ? [`- Dropped tools: ${dropped.join(', ')}.`] : []),
  ];
}

function meantLine({ unknownField: { meant }, fields }) {
  const pairs = Object.entries(meant).filter(([key]) => !Object.hasOwn(fields, key));
  return pairs.length === 0
    ? []
    : [`- No fields: ${pairs.map(([key, is]) => `${code(key)} (write ${code(is)})`).join(', ')}.`];
}

function programPart(host) {
  const [first] = Object.keys(host.dialects);
  const agent = projectOf(host, 'agent') ?? host.locations.find(({ scope }) => scope === 'project');
  const dialect = host.dialects[agent?.dialect ?? first] ?? host.dialects[first];
  const others = ['skill', 'command'].flatMap((subject) => {
    const location = projectOf(host, subject);
    if (!location) return [];
    return [
      `- ${subject === 'skill' ? 'Skill' : 'Command'}: ${code(pathIn(location.glob, 'NAME'))}. ${fieldLine(host.dialects[location.dialect ?? subject])}`,
    ];
  });
  return [
    `## ${host.name} ${host.version} (${code(host.id)})`,
    '',
    `- Agent: ${code(host.ownFile.replace('{name}', 'NAME'))}. ${fieldLine(dialect)}`,
    ...meantLine(dialect),
    ...toolLines(dialect),
    ...others,
    '',
  ];
}

const description =
  'Reports to the model what programs silently drop or refuse in the agents, skills and commands that it writes.';

const json = (value) => `${JSON.stringify(value, null, 2)}\n`;

/** @returns the manifest of the plugin and the marketplace that offers it, by path. */
export const pluginManifests = ({ name, version, license, publisher }) => ({
  'plugin/.claude-plugin/plugin.json': json({ name, version, description, license }),
  '.claude-plugin/marketplace.json': json({
    name,
    owner: { name: publisher },
    plugins: [{ name, source: './plugin', description }],
  }),
});

/** @returns the texts by path below the plugin. Programs that could not be asked are left out. */
export function pluginSkill(hosts) {
  const asked = hosts.filter((host) => host.package !== undefined && !host.profileOf);
  const folder = 'skills/write-agent-files';
  return {
    [`${folder}/SKILL.md`]: heading,
    [`${folder}/programs.md`]: [
      '# What programs read',
      '',
      ...asked.flatMap(programPart).slice(0, -1),
      '',
    ].join('\n'),
  };
}
