// The rooms and their order, once more beside biome.json: the linter tells at the desk, these tests prove that it does.

/** A room may import itself and the rooms named here. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  text: [],
  agent: ['text'],
  hosts: ['text', 'agent'],
  rules: ['text', 'agent', 'hosts', 'settings'],
  settings: ['text', 'agent', 'hosts', 'rules'],
  workspace: ['text', 'agent', 'hosts', 'rules', 'settings'],
  convert: ['text', 'agent', 'hosts', 'rules', 'settings', 'workspace'],
  features: ['text', 'agent', 'hosts', 'rules', 'settings', 'workspace', 'convert'],
  world: ['text', 'agent', 'hosts', 'rules', 'settings', 'workspace'],
  lsp: ['text', 'agent', 'hosts', 'rules', 'settings', 'workspace', 'convert', 'features'],
  cli: ['text', 'agent', 'hosts', 'rules', 'settings', 'workspace', 'convert', 'features'],
  bin: [
    'text',
    'agent',
    'hosts',
    'rules',
    'settings',
    'workspace',
    'convert',
    'features',
    'world',
    'lsp',
    'cli',
  ],
};

/** Rooms that run everywhere: behind stdio, in a browser's worker, in the command line. */
export const core = [
  'text',
  'agent',
  'hosts',
  'rules',
  'settings',
  'workspace',
  'convert',
  'features',
] as const;

/** Packages of which only types are used; they leave nothing in a bundle. */
export const typesOnly = ['vscode-languageserver-types', 'vscode-languageserver-protocol'];

export const speakLsp = ['lsp', 'bin'];
