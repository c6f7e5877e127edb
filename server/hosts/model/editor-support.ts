// Support for agent files that is built into an editor (VS Code's own). What it already reports, completes or explains is
// not repeated by this server.

/** For every other editor, and for documents that the editor treats as plain Markdown. */
export const noBuiltin: EditorSupport = {
  triggers: [],
  tools: [],
  completesFields: [],
  offers: {},
  reports: {},
  fixableKinds: [],
  checks: [],
  hovers: [],
  body: false,
};

/** Kinds of findings that an editor's built-in support may report, independent of our rules. */
export type EditorFindingKind =
  | 'unknown-field'
  | 'missing-field'
  | 'ineffective-field'
  | 'deprecated-field'
  | 'invalid-type'
  | 'invalid-value'
  | 'empty'
  | 'yaml'
  | 'unknown-tool'
  | 'renamed-tool'
  | 'model'
  | 'unknown-agent'
  | 'missing-link'
  | 'body-tool'
  | 'chatmode';

export interface EditorSupport {
  /** The only characters at which VS Code asks it for completions while typing. */
  readonly triggers: readonly string[];
  /** Names of fields that it completes. */
  readonly completesFields: readonly string[];
  /** The tools that it completes in every window; others depend on installed extensions and on the account. */
  readonly tools: readonly string[];
  /** By field: the values that it completes; `everything` where it completes all possible values. */
  readonly offers: Readonly<Record<string, readonly string[] | 'everything'>>;
  /** By host id: the kinds of findings that it reports for that host. */
  readonly reports: Readonly<Record<string, readonly EditorFindingKind[]>>;
  /** Kinds of findings for which it also offers a fix. */
  readonly fixableKinds: readonly EditorFindingKind[];
  /** Fields whose type and values it checks: it reports `invalid-type`, `invalid-value` and `empty` for these only. */
  readonly checks: readonly string[];
  /** Fields for which it shows a hover, on the key and on the value. */
  readonly hovers: readonly string[];
  /** Whether it completes and colors `#tool:` and `#file:` in the prompt. */
  readonly body: boolean;
  /** Fields of files that are not agents (prompt files) whose value names an agent of `host`: where it offers Go to Definition and hovers. */
  readonly namesAgents?: {
    readonly host: string;
    readonly leads: readonly string[];
    readonly explains: readonly string[];
  };
}

/** The properties of an open document that decide what an editor's built-in support does with it. */
export interface EditorDocument {
  /** The editor's version, such as `1.139.1`. Absent where unknown: the newest is assumed. */
  readonly version?: string;
  readonly languageId: string;
  readonly path: string;
  /** The value of the field `target`. */
  readonly target?: string;
}
