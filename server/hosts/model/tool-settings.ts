// Settings of a project that apply to all its agents: what they take from them, or allow them.
import type { Evidence } from './evidence';

/** The text of a settings file that is there. */
export interface SettingsText {
  /** Relative to the folder in which the agents' own folder is: `.claude/settings.json`. */
  readonly file: string;
  readonly text: string;
}

/** A rule of a settings file. */
export interface SettingsRule {
  readonly file: string;
  /** The offset of the rule in the file, in UTF-16 units. */
  readonly start: number;
  /** The tool or the permission, as it is written there. */
  readonly name: string;
  /** The uses of it to which the rule applies; `*` for all of them. */
  readonly pattern: string;
  /** `deny`, or what else the program knows. */
  readonly action: string;
}

/** Where a host looks for such rules. */
export interface ToolSettings {
  /** Relative to that folder, from the file with the lowest precedence to the one with the highest. */
  readonly files: readonly string[];
  /** The rules in the order in which the host applies them. None for texts that it does not read. */
  readonly rulesIn: (texts: readonly SettingsText[]) => readonly SettingsRule[];
  readonly evidence: Evidence;
}

/** A rule with its line, from 1. */
export interface RuleAround extends Omit<SettingsRule, 'start'> {
  readonly line: number;
}
