// VS Code's own parser, agent builder and validator, extracted from the program and called like the program calls them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

export interface Agent {
  readonly name: string;
  readonly description?: string;
  readonly model?: readonly string[];
  readonly tools?: readonly string[];
  readonly visibility?: { readonly userInvocable?: boolean; readonly agentInvocable?: boolean };
  readonly agentInstructions: { readonly content: string };
}

export interface Marker {
  readonly severity: number;
  readonly message: string;
}

export interface Tables {
  readonly names: readonly string[];
  readonly renamed: Readonly<Record<string, readonly string[]>>;
  readonly agents: readonly string[];
}

interface Slice {
  readonly PromptFileParser: new () => { parse: (uri: unknown, text: string) => unknown };
  readonly URI: { file: (path: string) => unknown };
  readonly CustomAgent: { fromParsedPromptFile: (parsed: unknown, about: object) => Agent };
  readonly PromptValidator: new (
    ...services: object[]
  ) => {
    validate: (parsed: unknown, kind: string, report: (marker: Marker) => void) => Promise<void>;
  };
}

export interface Program {
  readonly agent: (file: string, text: string) => Agent;
  readonly markers: (file: string, text: string) => Promise<readonly Marker[]>;
}

/** Cuts once, into the folder of the installed program. */
export async function loadProgram(folder: string, tables: Tables): Promise<Program> {
  const out = path.join(folder, 'slice.mjs');
  if (!existsSync(out)) cut(folder, out);
  const slice = (await import(pathToFileURL(out).href)) as Slice;
  const parser = new slice.PromptFileParser();
  const parsed = (file: string, text: string): unknown => parser.parse(slice.URI.file(file), text);
  const validator = new slice.PromptValidator(...services(slice, tables));
  return {
    agent: (file, text) =>
      slice.CustomAgent.fromParsedPromptFile(parsed(file, text), {
        source: { storage: 'local' },
        enabled: true,
      }),
    markers: async (file, text) => {
      const found: Marker[] = [];
      await validator.validate(parsed(file, text), 'agent', (marker) => found.push(marker));
      return found;
    },
  };
}

function cut(folder: string, out: string): void {
  const program = path.join(folder, 'node_modules/code-server/lib/vscode/out');
  const { status } = spawnSync(
    process.execPath,
    [
      '--max-old-space-size=6000',
      path.resolve('test/conformance/oracles/vscode/slice.mjs'),
      folder,
      path.join(program, 'vs/code/browser/workbench/workbench.js'),
      path.join(program, 'nls.messages.json'),
      out,
    ],
    { stdio: 'inherit' },
  );
  if (status !== 0) throw new Error("VS Code's parser could not be cut out of its program");
}

/** The parts of the editor that the validator asks: tools and agents of a plain window, no models, every file there. */
function services({ URI }: Slice, { names, renamed, agents }: Tables): object[] {
  const mode = (name: string): object => ({
    name: { get: () => name },
    description: { get: () => '' },
    label: { get: () => name },
  });
  const old = new Map(Object.entries(renamed).map(([key, now]) => [key, new Set(now)]));
  return [
    {
      getLanguageModelIds: () => ['none'],
      lookupLanguageModelByQualifiedName: () => undefined,
      lookupLanguageModel: () => undefined,
    },
    {
      getFullReferenceNames: () => names,
      getDeprecatedFullReferenceNames: () => old,
      toToolAndToolSetEnablementMap: () => new Map(),
      getToolByFullReferenceName: () => undefined,
    },
    {
      getLocalModes: async () => ({
        builtin: ['agent', 'ask', 'edit'].map(mode),
        custom: agents.map(mode),
      }),
    },
    { exists: async () => true, canCreateFile: async () => true },
    { getUriLabel: (uri: { path: string }) => uri.path },
    {
      getAgentFileURIFromModeFile: (uri: { path: string }) => uri.path,
      getCustomAgents: async () => agents.map((name) => ({ name, enabled: true })),
    },
    { warn: () => {} },
    { getValue: () => undefined },
    { userHome: async () => URI.file('/home') },
  ];
}
