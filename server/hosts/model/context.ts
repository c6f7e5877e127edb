// What a verdict depends on besides the file: the session, the machine, the editor. Every value has a default, which the
// contract documents.

export interface Context {
  readonly platform: 'linux' | 'macos' | 'windows';
  /** Whether the agent runs in the background: some hosts give such agents fewer tools. */
  readonly background: boolean;
  readonly trust: boolean;
  readonly online: boolean;
  /** Names of the MCP servers that are configured in the host. */
  readonly mcp: readonly string[];
  /** Names of tools that only the running editor knows: those of extensions and MCP servers. */
  readonly editorTools: readonly string[];
  /** Models of the running editor, as its model picker shows them: `GPT-5 (copilot)`. */
  readonly editorModels: readonly string[];
  /** The model selected for the session; null if none is. */
  readonly model: string | null;
}

/** The parts of the context that a verdict may depend on, as `depends` lists them. */
export type ContextKey = keyof Context;

export const defaultContext: Context = {
  platform: 'linux',
  background: false,
  trust: true,
  online: true,
  mcp: [],
  editorTools: [],
  editorModels: [],
  model: null,
};
