// What a host needs to know and a single file cannot say. Each value has a stated default (see contract).

export interface Context {
  readonly platform: 'linux' | 'macos' | 'windows';
  /** A subagent that runs in the background is offered fewer tools by some hosts. */
  readonly background: boolean;
  readonly trust: boolean;
  readonly online: boolean;
  /** Names of the MCP servers that the host has. */
  readonly mcp: readonly string[];
  /** Names of tools that only the running editor can know (extensions, MCP). */
  readonly editorTools: readonly string[];
  /** Models that the running editor has, by the names of its picker: `GPT-5 (copilot)`. */
  readonly editorModels: readonly string[];
  /** The session's model, where one is chosen. */
  readonly model: string | null;
}

/** The contexts that a verdict may depend on; the words of `depends`. */
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
