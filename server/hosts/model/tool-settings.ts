// Settings of a project that take tools from all its agents, whatever their files contain.
import type { Evidence } from './evidence';

/** A rule of a settings file. */
export interface SettingsRule {
  /** The name or the permission that is denied, as it is written there. */
  readonly name: string;
  /** The offset of the rule in the file, in UTF-16 units. */
  readonly start: number;
}

/** Where a host looks for such rules. */
export interface ToolSettings {
  /** Relative to the folder in which the agents' own folder is. */
  readonly files: readonly string[];
  /** The rules in the text of such a file that deny a whole tool. Empty for a text that the host does not read. */
  readonly deniedIn: (text: string) => readonly SettingsRule[];
  readonly evidence: Evidence;
}

/** A rule, with its place for people. */
export interface DeniedAround extends Pick<SettingsRule, 'name'> {
  /** Relative to the same folder: `.claude/settings.json`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
}
