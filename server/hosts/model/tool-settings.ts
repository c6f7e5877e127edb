// Settings of a project that apply to all its agents: what they take from them, or allow them.
import type { Span } from '../../text/span';
import type { Entry } from '../../yaml/value';
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
  /** The agents that these texts define, which the host merges with files of the same name. Absent where it does not. */
  readonly definitionsIn?: (texts: readonly SettingsText[]) => readonly SettingsDefinition[];
  readonly evidence: Evidence;
}

/** An agent that settings define. The spans of its entries are offsets in the settings. */
export interface SettingsDefinition {
  readonly name: string;
  /** The fields that a file of that name overrides. */
  readonly under: readonly Entry[];
  /** The fields that override those of the file. */
  readonly over: readonly Entry[];
  /** The settings file of each entry, by the object that is its span. */
  readonly fileOf: ReadonlyMap<Span, string>;
}

/** A definition with the place of each of its entries. */
export interface DefinitionAround extends Pick<SettingsDefinition, 'name' | 'under' | 'over'> {
  /** Undefined for an entry of another file. */
  readonly sourceOf: (span: Span) => SettingsPlace | undefined;
}

/** A line of a settings file, from 1. */
export interface SettingsPlace {
  readonly file: string;
  readonly line: number;
}

/** A rule with its line, from 1. */
export interface RuleAround extends Omit<SettingsRule, 'start'> {
  readonly line: number;
}
