// References from an agent's file to other agents, skills, MCP servers, plugins and files. Each host declares which of its
// fields and forms contain references.

import type { Span } from '../../text/span';
import type { Path } from '../../yaml/value';

export type ReferenceKind =
  /** Another agent, by the name that this host uses for it. */
  | 'agent'
  | 'skill'
  | 'mcp-server'
  /** Another plugin, by its folder in a list of plugins or by its name in settings. */
  | 'plugin'
  /** A file, by a path relative to the agent's folder or to the root. */
  | 'file';

export interface Reference {
  readonly kind: ReferenceKind;
  /** As written, without quotes. */
  readonly name: string;
  /** The span of the name alone. */
  readonly span: Span;
  /** The path of the field; empty in the prompt. */
  readonly path: Path;
  /** What the agent does with the target; `rules` for a permission rule on calling it, `runs` for a script. */
  readonly how: 'calls' | 'hands-over' | 'rules' | 'mentions' | 'uses' | 'runs';
  /** The name is a pattern. */
  readonly isPattern?: true;
  /** The action of a permission rule, where valid. Of several rules that match a name, the last counts. */
  readonly effect?: Effect;
}

export type Effect = 'allow' | 'ask' | 'deny';

export const effectOf = (word: string | undefined): Effect | undefined =>
  word === 'allow' || word === 'ask' || word === 'deny' ? word : undefined;
