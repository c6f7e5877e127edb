// The interface of a rule: one kind of problem, why it matters, examples that run as tests, and how it is found and fixed.
// The verdict describes what a host does; a rule turns it into messages and fixes.

import type { Outline } from '../agent/outline';
import type { Edits, Writer } from '../agent/writer';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Definable } from '../hosts/model/companion';
import type { EditorFindingKind } from '../hosts/model/editor-support';
import type { Subject } from '../hosts/model/host';
import type { Place } from '../hosts/model/place';
import type { Skill } from '../hosts/model/skill';
import type { Expected, Problem } from '../hosts/model/type';
import type { Verdict } from '../hosts/model/verdict';
import type { Message } from '../text/message';
import type { Span } from '../text/span';
import type { Ignore, IgnoredName } from './ignores/ignores';
import type { Merging } from './merging';
import type { RuleSource } from './source';
import type { KnownAgent, KnownName, WorkspaceView } from './workspace-view';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export interface Fix {
  /** Imperative, in sentence case, without a full stop: `Remove "MultiEdit"`. */
  readonly title: Message;
  /** `safe`: no host's verdict gets worse and nothing more is granted. `review`: the author has to decide. */
  readonly safety: 'safe' | 'review';
  /** Computed on demand. Empty if the fix does not apply, null if a host of the file could not read the result. */
  readonly edits: () => Edits;
  /** Where in the file it is offered; by default at the place of the finding. */
  readonly at?: Span;
  /** It drafts text that the author has to review, so it is applied only when it is selected. */
  readonly isDraft?: true;
  /** Offered after all other fixes of the finding. */
  readonly isLast?: true;
}

/** A problem that a rule found. */
export interface Found {
  /** Null: the file as a whole. */
  readonly span: Span | null;
  readonly severity: Severity;
  /** The problem, its effect in this host, and what to do: whole sentences. */
  readonly message: Message;
  readonly fixes?: readonly Fix[];
  /** The path to which the file should be moved, unchanged. */
  readonly moveTo?: string | undefined;
  /** The kind of the editor's own diagnostic for this problem, if it is not that of the rule. */
  readonly builtin?: EditorFindingKind | undefined;
  readonly tag?: 'unnecessary' | 'deprecated' | undefined;
  /** Whether something that looks like a limit limits nothing. Errors do not need it: the agent is then shown as changed anyway. */
  readonly losesLimit?: true | undefined;
  /**
   * Harmless and without need for action: the editor fades the text and explains it in a hover. Reported as a hint with the
   * tag `unnecessary`, and not on the command line, unless the user sets a severity for the rule.
   */
  readonly onlyFades?: boolean | undefined;
  readonly related?: readonly Related[] | undefined;
  /** Other places in the file with the same problem. */
  readonly also?: readonly Span[] | undefined;
  /** Where it is merged with findings on other names: the fixes for all of them at once, offered before those of the single names. */
  readonly fixesForAll?: (() => readonly Fix[]) | undefined;
  /** How it is merged with others. */
  readonly merge?: Merging | undefined;
  /** The name that it is about, where a program may have several findings of the rule at one place, such as missing fields. */
  readonly about?: string | undefined;
  /** Whether renaming the agent resolves it. */
  readonly isAboutName?: boolean | undefined;
  /** The paths of other files in which the same problem is found. It is reported in one of them. */
  readonly sharedWith?: readonly string[] | undefined;
  /** It does not hold where a companion file of the host defines one of these names. */
  readonly unlessDefined?: readonly Definable[] | undefined;
  /** It does not hold where one of these files exists. */
  readonly unlessFiles?: readonly string[] | undefined;
  /** It holds only where this file exists and the system does not run it directly. */
  readonly unlessExecutable?: string | undefined;
  /** The line must not appear in a log, because it contains a secret. */
  readonly isConfidential?: true | undefined;
  /** For advice that reports what one host does: its verdict. The finding is then one of this host. */
  readonly verdict?: Verdict | undefined;
}

export interface Finding extends Omit<Found, 'verdict'> {
  /** The findings that were merged into it. */
  readonly parts?: readonly Finding[] | undefined;
  /** Whether the parts differ only in a name (`MergeKey`). An editor shows each of them at its own place. */
  readonly isJoined?: true | undefined;
  /** The ids of all hosts of its parts, where it is the one row of several hosts (`merge-programs.ts`). */
  readonly programs?: readonly string[];
  readonly rule: string;
  /** The id of the host; null for advice that does not depend on a host. */
  readonly host: string | null;
  readonly fixes: readonly Fix[];
}

/** Names that the user allows although hosts do not know them. */
export interface Allowed {
  readonly fields: readonly string[];
  readonly tools: readonly string[];
}

export interface HostInput {
  /** The hosts that this run knows. */
  readonly catalog: HostCatalog;
  readonly outline: Outline;
  /** Writes what every host of the file can read. */
  readonly writer: Writer;
  readonly verdict: Verdict;
  /** The verdicts of the other hosts that are reported. */
  readonly besides: readonly Verdict[];
  readonly allowed: Allowed;
}

export interface FileInput {
  readonly catalog: HostCatalog;
  readonly outline: Outline;
  /** Writes what every host of the file can read. */
  readonly writer: Writer;
  /** Of the hosts that read the file. Owners first. */
  readonly places: readonly Place[];
  /** In the order of the places. Computed on demand. */
  readonly verdicts: () => readonly Verdict[];
  /** The ids of the hosts that the user selected; empty for all hosts. */
  readonly chosenHosts: readonly string[];
}

/** A comment that ignores findings, and which of its names have no effect. */
export interface IgnoreState extends Ignore {
  /** Names that are no rules, with the rule that was probably meant. */
  readonly unknown: readonly (IgnoredName & { readonly meant: string | undefined })[];
  /** Names of rules that report nothing there, in any host. */
  readonly idle: readonly IgnoredName[];
}

export interface IgnoresInput {
  readonly outline: Outline;
  readonly ignores: readonly IgnoreState[];
  /** The first comment that has no effect because the file has too many of them. */
  readonly excess: Span | null;
}

export interface WorkspaceInput {
  readonly catalog: HostCatalog;
  readonly agent: KnownAgent;
  readonly workspace: WorkspaceView;
  /** Writes what every host of the file can read. Undefined where the text of the file is not known. */
  readonly writer?: Writer | undefined;
}

export interface SkillInput {
  readonly verdict: Verdict;
  /** The verdicts of all reported hosts that have a skill or a command of the file, this one included. */
  readonly verdicts: readonly Verdict[];
  readonly skill: Skill;
  readonly workspace: WorkspaceView;
  /** Writes what every host of the file can read. */
  readonly writer: Writer;
}

export interface CompanionInput {
  /** With the span of the name itself, without quotes. */
  readonly name: KnownName;
  readonly workspace: WorkspaceView;
  /** The host reads the file as it is declared: the project does not use another generation of it. */
  readonly isJudged: boolean;
}

/** Another place that is related to a finding. */
export interface Related {
  readonly path: string;
  /** Null: the file as a whole. */
  readonly span: Span | null;
  readonly message: Message;
}

export interface Example {
  /** The path of the file in a workspace. */
  readonly path: string;
  readonly text: string;
  /** Other files of the same workspace. */
  readonly companions?: readonly Example[];
  /** Of a passing example: the rule's page shows it as what to write instead, because it keeps what the author meant better than the fix does. */
  readonly isInstead?: true;
}

/** The documentation of a rule. Separate from the rule, so that bundles without documentation are smaller. */
export interface RuleDocs {
  /** What the rule checks: one sentence. */
  readonly what: string;
  /** Why it is a problem: one or two sentences. */
  readonly why: string;
  /** Facts of the hosts for what a host does; for advice a page, or that it is an opinion. */
  readonly sources: readonly [RuleSource, ...RuleSource[]];
}

/** Examples of a rule, for its page and for the tests. Built on demand because some texts are large. */
export interface RuleExamples {
  /** Each has at least one finding of the rule. */
  readonly failing: readonly Example[];
  /** None has a finding of the rule. */
  readonly passing: readonly Example[];
}

export interface Rule {
  /** Names the problem, as users type it in settings and comments: `unknown-tool`. */
  readonly name: string;
  /** `host`: reports what a host does with the file. `advice`: does not depend on a host. */
  readonly kind: 'host' | 'advice';
  /** What the documents define that it checks. Absent: agents. */
  readonly subjects?: readonly Subject[];
  /** The kind of the editor's own diagnostic for the same problem. */
  readonly builtin?: EditorFindingKind;
  /** Disabled until the user sets a severity, because it reports a matter of style in working files. */
  readonly off?: true;
  /** Its findings may be effects of a more severe finding on the same list or field, which is then reported alone. */
  readonly isEffect?: true;
  /** Runs for each host that reads the file. */
  readonly check?: (input: HostInput) => readonly Found[];
  /** Runs once for the file. */
  readonly advise?: (input: FileInput) => readonly Found[];
  /** Runs for each host that reads the file, once the other agents of the workspace are known. */
  readonly across?: (input: WorkspaceInput) => readonly Found[];
  /** Runs for each host that has a skill or a command of the file, once the other files of the workspace are known. */
  readonly acrossSkills?: (input: SkillInput) => readonly Found[];
  /** Runs for each name of an agent or a model in a file that is no agent, such as a command or a configuration. */
  readonly inCompanion?: (input: CompanionInput) => readonly Found[];
  /** Runs after all other rules, for files with ignore comments. */
  readonly audit?: (input: IgnoresInput) => readonly Found[];
}

// Which kind of value a problem asks for, where a fix depends on it.

/** A string, perhaps among other kinds. */
export const expectsString = ({ expected }: Problem): boolean => isString(expected);

/** A list of anything but maps. */
export const expectsList = ({ expected }: Problem): boolean =>
  expected.type === 'list' && !expected.nonEmpty && expected.of.type !== 'map';

/** A number and nothing else. */
export const expectsNumber = ({ expected }: Problem): boolean =>
  expected.type === 'number' || expected.type === 'integer';

/** One word, and no list or map. */
export const expectsWord = ({ expected }: Problem): boolean => isWord(expected);

const isString = (expected: Expected): boolean =>
  expected.type === 'text' || (expected.type === 'any-of' && expected.types[0]?.type === 'text');

const isWord = (expected: Expected): boolean =>
  isString(expected) ||
  expected.type === 'one-of' ||
  expected.type === 'words' ||
  (expected.type === 'any-of' && expected.types.every(isWord));
