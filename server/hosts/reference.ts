// What an agent's file names that lies elsewhere: other agents, skills, MCP servers, files. Each host says which of its
// fields and forms do.
import type { Path } from '../agent/value';
import type { Span } from '../text/span';

export type ReferenceKind =
  /** Another agent, by what this host calls it by. */
  | 'agent'
  | 'skill'
  | 'mcp-server'
  /** Another plugin: by its folder in a list of plugins, or as settings call it. */
  | 'plugin'
  /** A path, relative to the file's folder or to the root. */
  | 'file';

export interface Reference {
  readonly kind: ReferenceKind;
  /** As written, without quotes. */
  readonly name: string;
  /** The name alone, inside whatever it stands in. */
  readonly span: Span;
  /** The way to the field that it stands in; empty in the prompt. */
  readonly path: Path;
  /** What it lets the agent do with the other: `calls` it, `hands over` to it, `asks` for a rule on calling it, `runs` it as a script. */
  readonly how: 'calls' | 'hands-over' | 'rules' | 'mentions' | 'uses' | 'runs';
  /** A pattern for several names. */
  readonly isPattern?: true;
  /** What a rule says of it, where it says one of these. Of several that match a name the last counts. */
  readonly effect?: Effect;
}

export type Effect = 'allow' | 'ask' | 'deny';

export const effectOf = (word: string | undefined): Effect | undefined =>
  word === 'allow' || word === 'ask' || word === 'deny' ? word : undefined;
