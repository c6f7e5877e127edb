// Agents in which every field contains a text that some output could interpret.
import texts from '../hostile/texts.json';
import { catalog } from './catalog';
import { some } from './share';

/** What Markdown, HTML, terminals, logs, graphs and labels could interpret, by what it tries. */
export const hostileTexts: readonly (readonly [attempt: string, text: string])[] =
  Object.entries(texts);

/** Double-quoted YAML, in which every character can be written. */
const quoted = (text: string): string => JSON.stringify(text);

/**
 * An agent with the text in every field of every host, its body included.
 * @param name the value of `name`; hosts reject most hostile names, and then show nothing else of the file.
 */
export function hostileAgent(text: string, name: string): string {
  const h = quoted(text);
  return [
    '---',
    `name: ${quoted(name)}`,
    `description: ${h}`,
    `model: ${h}`,
    `color: ${h}`,
    `mode: ${h}`,
    `tools: [${h}, Read, read, other]`,
    `disallowedTools: [${h}]`,
    `skills: [${h}]`,
    `agents: [${h}]`,
    `mcpServers: [${h}]`,
    `permissionMode: ${h}`,
    `argument-hint: ${h}`,
    `handoffs: [{ label: ${h}, agent: ${h}, prompt: ${h} }]`,
    `permission: { ${h}: deny, bash: { ${h}: allow, "*": ${h} } }`,
    `hooks: { PreToolUse: [{ matcher: ${h}, hooks: [{ type: command, command: ${h} }] }] }`,
    `${h}: ${h}`,
    '---',
    `Delegate to the ${text} agent. @${text} #tool:${text}`,
    '',
    text,
    '',
  ].join('\n');
}

/** The path of an agent in the folder of each host. */
export const agentFolders: readonly string[] = [
  ...new Set(catalog.mainHosts.map(({ ownFile }) => ownFile)),
];

/** The text as the name of a file. */
export const asFileName = (text: string): string => text.replaceAll(/[/\0]/g, '_').slice(0, 60);

/** A project with every text in agents of every host (or of some, as the share of this run is), in companions and in the names of files. */
export function hostileProject(): Readonly<Record<string, string>> {
  const files: Record<string, string> = {};
  const { length } = agentFolders;
  hostileTexts.forEach(([, text], n) => {
    for (const path of some(agentFolders, n))
      files[path.replace('{name}', `careful-${n}`)] = hostileAgent(text, `careful-${n}`);
    const named = (folder: number): string =>
      (agentFolders[folder % length] ?? '').replace('{name}', () => `${n}${asFileName(text)}`);
    files[named(n)] = hostileAgent(text, text);
    files[named(n + 1)] = plainAgent(text, n);
    files[`.claude/skills/${n}${asFileName(text)}/SKILL.md`] =
      `---\nname: ${quoted(text)}\ndescription: ${quoted(text)}\n---\n${text}\n`;
    files[`.claude/commands/${n}${asFileName(text)}.md`] =
      `---\nagent: ${quoted(text)}\ndescription: ${quoted(text)}\n---\n${text}\n`;
  });
  const members = (value: (text: string) => string): string =>
    hostileTexts.map(([, text]) => `${quoted(text)}: ${value(quoted(text))}`).join(', ');
  return {
    ...files,
    '.mcp.json': `{ "mcpServers": { ${members((text) => `{ "command": ${text} }`)} } }`,
    '.vscode/mcp.json': `{ "servers": { ${members((text) => `{ "command": ${text} }`)} } }`,
    'opencode.json': `{ "agent": { ${members((text) => `{ "description": ${text}, "prompt": ${text} }`)} } }`,
  };
}

/** Only the description, the model and the body are hostile, so that every host loads it. */
const plainAgent = (text: string, n: number): string =>
  `---\nname: plain-${n}\ndescription: ${quoted(text)}\nmodel: ${quoted(text)}\n---\n@careful-${n} ${text}\n`;
