// What a rule is: one thing that can be wrong, why it matters, examples that run as tests, and how it is found and
// mended. What a host does stands in its verdict; a rule puts it into words and offers help.
import type { Outline } from '../agent/outline';
import type { BuiltinKind } from '../hosts/builtin';
import type { Verdict } from '../hosts/verdict';
import type { Edit } from '../text/edit';
import type { Span } from '../text/span';
import type { Ignore, IgnoredName } from './ignores';
import type { KnownAgent, Neighbours } from './neighbours';

export const severities = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof severities)[number];

export interface Fix {
  /** An order in a few words: `Remove MultiEdit`. */
  readonly title: string;
  /** Safe: the verdict of no host gets worse by it, nothing more is granted. The rest is for the author to judge. */
  readonly safety: 'safe' | 'review';
  /** Computed when asked for. Empty where there turns out to be nothing to do. */
  readonly edits: () => readonly Edit[];
  /** Where in the finding's file it is offered; absent: at the finding's own place. */
  readonly at?: Span;
  /** It writes words that the author has to look over: taken only when it is asked for. */
  readonly isDraft?: true;
  /** To be offered after every other fix of the finding. */
  readonly isLast?: true;
}

/** Findings that differ in a name only and are reported as one. */
export interface Joining {
  /** What they have in common. */
  readonly by: string;
  readonly name: string;
  /** The message for all of these names. */
  readonly says: (names: readonly string[]) => string;
}

/** What a rule found. */
export interface Found {
  /** Null: the file as a whole. */
  readonly span: Span | null;
  readonly severity: Severity;
  /** What is wrong, what this host does about it, what to do. */
  readonly message: string;
  readonly fixes?: readonly Fix[];
  /** Where the file should lie instead. Its text stays as it is; whether others look for it here is for the author to know. */
  readonly moveTo?: string | undefined;
  /** What of this the editor's own support may say, where that is another kind than the rule's. */
  readonly builtin?: BuiltinKind | undefined;
  readonly tag?: 'unnecessary' | 'deprecated' | undefined;
  readonly related?: readonly Related[] | undefined;
  /** Other places in the file that it is about. */
  readonly also?: readonly Span[] | undefined;
  /** Effects of the same cause that this host reports within this span are part of this finding. */
  readonly covers?: Span | undefined;
  /** It may be the effect of such a cause. */
  readonly isEffect?: boolean | undefined;
  readonly joins?: Joining | undefined;
  /** Another name of the agent takes it away. */
  readonly isAboutName?: boolean | undefined;
  /** Other files, by their paths, in which the same is found from their side: it is to be reported in one of them. */
  readonly twins?: readonly string[] | undefined;
  /** The line that it points at is not to be shown in a log. */
  readonly isConfidential?: true | undefined;
}

export interface Finding extends Found {
  /** The findings that it was gathered from. */
  readonly parts?: readonly Finding[] | undefined;
  readonly rule: string;
  /** Null: advice that is no host's. */
  readonly host: string | null;
  readonly fixes: readonly Fix[];
}

/** What the team allows although hosts do not know it. */
export interface Allowed {
  readonly fields: readonly string[];
  readonly tools: readonly string[];
}

export interface HostInput {
  readonly outline: Outline;
  readonly verdict: Verdict;
  /** The other hosts that are spoken of. */
  readonly besides: readonly Verdict[];
  readonly allowed: Allowed;
}

/**
 * Flaws of the reading, fields that are not there, values that a host does not take, tools that it leaves out, knows by an
 * old name, grants with less of a limit than is written or takes for nothing, keys that it does not know, fields that are
 * old or do nothing, numbers that have bounds, models, permissions that may overrule each other, any rule of permissions,
 * an agent without a tool, a text without a field, tools that are taken away;
 * of an agent among others, what it names.
 */
export type Hearing =
  | 'flaws'
  | 'gaps'
  | 'values'
  | 'lost tools'
  | 'old tools'
  | 'wide tools'
  | 'idle tools'
  | 'strangers'
  | 'idlers'
  | 'ranges'
  | 'models'
  | 'permissions'
  | 'rules'
  | 'no tools'
  | 'no fields'
  | 'denied tools'
  | 'names';

export interface FileInput {
  readonly outline: Outline;
  /** Owners first; judged when asked for. */
  readonly verdicts: () => readonly Verdict[];
}

/** A comment that ignores findings, and what of it does nothing. */
export interface IgnoreState extends Ignore {
  /** Names of rules that do not exist, with the one that was meant. */
  readonly unknown: readonly (IgnoredName & { readonly meant: string | undefined })[];
  /** Names of rules that find nothing there, in any host. */
  readonly idle: readonly IgnoredName[];
}

export interface AuditInput {
  readonly outline: Outline;
  readonly ignores: readonly IgnoreState[];
}

export interface AcrossInput {
  readonly agent: KnownAgent;
  readonly neighbours: Neighbours;
}

/** Another place that a finding speaks of. */
export interface Related {
  readonly path: string;
  /** Null: the file as a whole. */
  readonly span: Span | null;
  readonly says: string;
}

export interface Example {
  /** Path, as if the text lay there. */
  readonly path: string;
  readonly text: string;
  /** Other files of the same workspace. */
  readonly beside?: readonly Example[];
}

/** What documentation shows of a rule. Separate from the rule, so that a bundle that does not need it leaves it out. */
export interface RuleDocs {
  /** One sentence. */
  readonly what: string;
  /** Why an author should care: one paragraph. */
  readonly why: string;
}

/** Examples of a rule, for its page and for the tests. Built on demand: some texts are large. */
export interface RuleExamples {
  /** Each with at least one finding of the rule. */
  readonly failing: readonly Example[];
  /** Each without. */
  readonly passing: readonly Example[];
}

export interface Rule {
  /** Reads well after "allow": `unknown-tool`. */
  readonly name: string;
  /** `host`: what a program does with the file. `advice`: what we think of it. */
  readonly kind: 'host' | 'advice';
  /** The editor's own support may say the same. */
  readonly builtin?: BuiltinKind;
  /** Says nothing until a user or a team gives it a severity: a matter of taste, which working files offend against. */
  readonly off?: true;
  /** Finds nothing that it takes for graver than information. */
  readonly quiet?: true;
  /**
   * Looks at the prompt too; every other rule is asked again only when the frontmatter has changed. `at rest`: reads it from end
   * to end, and is asked when the author pauses; until then what it found is carried over the edits.
   */
  readonly readsBody?: 'at once' | 'at rest';
  /** What alone it speaks of: it is not asked of a verdict or an agent that has none. Most have nothing of the kind. */
  readonly hears?: Hearing;
  /** For every host that reads the file. */
  readonly check?: (input: HostInput) => readonly Found[];
  /** Once for the file. */
  readonly advise?: (input: FileInput) => readonly Found[];
  /** Once for each host that reads the file, when the agents around it are known. */
  readonly across?: (input: AcrossInput) => readonly Found[];
  /** Once all others have found what they find, for files with comments that ignore some of it. */
  readonly audit?: (input: AuditInput) => readonly Found[];
}
