// What Codex does with its files.

import type { Dialect, FlawOutcome } from '../model/dialect';
import type { DocumentKind, HostBehavior } from '../model/host';
import { lost } from '../model/name-precedence';
import type { FlawCode } from '../model/reading';
import { configFile } from './companions';
import { conversion } from './conversion';
import { ran } from './evidence';
import { fields } from './fields';
import { refused } from './judges';
import { models } from './models';
import { persona } from './persona';
import { reader } from './reader';
import { givenByTable, tableDialect, tableKind } from './tables';

const flaws: Readonly<Partial<Record<FlawCode, FlawOutcome>>> = {
  toml: { outcome: 'refused', reason: 'toml', effect: refused.effect },
};

const agent: Dialect = {
  fields,
  unknownField: {
    outcome: 'refused',
    file: 'refused',
    effect: refused.effect,
    meant: {
      prompt: 'developer_instructions',
      system_prompt: 'developer_instructions',
      effort: 'model_reasoning_effort',
      reasoning_effort: 'model_reasoning_effort',
      sandbox: 'sandbox_mode',
      mcpServers: 'mcp_servers',
      'mcp-servers': 'mcp_servers',
      nicknames: 'nickname_candidates',
    },
    evidence: ran,
  },
  // No role has a list of tools.
  tools: { tools: [], former: [], forms: [], separators: ',', evidence: ran },
  models,
  colors: [],
  flaws,
};

/** The agents that are part of the program. */
const builtIn: readonly string[] = ['default', 'explorer', 'worker'];

const agentFiles: DocumentKind = {
  reader,
  given: givenByTable,
  syntax: 'toml',
  persona,
  sameName: {
    rank: ({ location: { scope, glob } }) =>
      (scope === 'project' ? 2 : 0) + (glob === configFile ? 1 : 0),
    wins: '{host} prefers agents of the project to those of the user, and tables in config.toml to files.',
    within: {
      // Folder by folder, so that "a/b.toml" precedes "a-b.toml".
      order: ({ path }) => path.replaceAll('/', '\0'),
      effect: '{host} uses the first one in the order of their paths.',
    },
    behind: lost,
    own: (id) => (builtIn.includes(id) ? 'replaced' : null),
    evidence: ran,
  },
  skeleton: [
    'name = "${1:name}"',
    'description = "${2:Use it when}"',
    'developer_instructions = """',
    '${3:You are}$0',
    '"""',
    '',
  ].join('\n'),
};

export const behavior = (): HostBehavior => ({
  dialects: { agent, table: tableDialect(agent) },
  // The file that a table names.
  missing: { file: { effect: refused.effect, evidence: ran } },
  conversion,
  kinds: { agent: agentFiles, table: tableKind(agentFiles) },
});
