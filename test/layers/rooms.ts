// The folders of the server and what each may import: the only place where the layers are declared.

/** Folders below `server/`, each with those that it may import besides itself. The longest matching path applies. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  protocol: ['contract'],
  text: [],
  yaml: ['text'],
  toml: ['text', 'yaml'],
  agent: ['text', 'yaml', 'toml'],
  'hosts/model': ['text', 'yaml', 'agent'],
  'hosts/judge': ['text', 'yaml', 'agent', 'hosts/model'],
  'hosts/schema': ['text', 'yaml', 'agent', 'hosts/model', 'hosts/judge'],
  // A host's own folder. Forks share parts with the host they were forked from.
  hosts: ['text', 'yaml', 'agent', 'hosts/model', 'hosts/judge'],
  'hosts/catalog': ['text', 'yaml', 'agent', 'hosts/model', 'hosts/judge', 'hosts'],
  rules: ['text', 'yaml', 'agent', 'hosts'],
  settings: ['text', 'hosts', 'rules'],
  workspace: ['protocol', 'text', 'yaml', 'agent', 'hosts', 'rules'],
  convert: ['text', 'yaml', 'agent', 'hosts', 'rules', 'settings'],
  features: [
    'contract',
    'protocol',
    'text',
    'yaml',
    'agent',
    'hosts',
    'rules',
    'settings',
    'workspace',
  ],
  world: ['text'],
  lsp: [
    'protocol',
    'text',
    'yaml',
    'agent',
    'hosts',
    'rules',
    'settings',
    'workspace',
    'convert',
    'features',
  ],
  contract: [],
  cli: [
    'contract',
    'text',
    'agent',
    'hosts',
    'rules',
    'settings',
    'workspace',
    'convert',
    'features',
  ],
  library: ['contract', 'text', 'hosts', 'settings', 'workspace', 'cli'],
  mcp: ['contract', 'text', 'cli', 'library'],
  bin: ['contract', 'text', 'hosts', 'world', 'lsp', 'cli', 'library', 'mcp'],
};

/** Files of the server that the client may import. */
export const usedByClient = [
  'server/protocol/protocol',
  'server/text/escape-markdown',
  'server/text/inert-label',
  'server/text/visible-controls',
];

/** Folders without Node: they run in a browser's worker too. */
export const core = [
  'text',
  'yaml',
  'toml',
  'agent',
  'hosts',
  'rules',
  'settings',
  'workspace',
  'convert',
  'features',
] as const;

/** Packages of which only types are used; they add nothing to a bundle. */
export const typesOnly = ['vscode-languageserver-types', 'vscode-languageserver-protocol'];

/** Folders that may import the library of the language server protocol. */
export const usesProtocolLibrary = ['lsp', 'bin'];

/** The files that may use the disk: the guarded door, what writes and watches, and the standard streams of the command line. */
export const usesDisk = [
  'server/cli/terminal.ts',
  'server/world/copy-folder.ts',
  'server/world/guarded-disk.ts',
  'server/world/make-folders.ts',
  'server/world/node.ts',
  'server/world/replace.ts',
  'server/world/result-store.ts',
  'server/world/watch.ts',
];

/** `hosts/model` for `server/hosts/model/x.ts`, `hosts` for `server/hosts/kilo/x.ts`; null outside these folders. */
export function roomOf(file: string): string | null {
  const [top, first, second] = file.split('/');
  if (top !== 'server' || first === undefined || second === undefined) return null;
  const nested = `${first}/${second}`;
  return Object.hasOwn(mayImport, nested) ? nested : first;
}

/** Outside of `hosts/`, the folder counts as a whole. */
export function isAllowed(from: string, to: string): boolean {
  if (from === to) return true;
  const allowed = mayImport[from] ?? [];
  return allowed.includes(from.startsWith('hosts') ? to : (to.split('/')[0] ?? to));
}
