// One document as every feature sees it: the outline, the places, the verdicts, the settings. Made once a version;
// verdicts are judged when the first feature asks.
import { type Outline, outlineOf } from '../agent/outline';
import type { Builtin } from '../hosts/builtin';
import { type Context, defaultContext } from '../hosts/context';
import type { DisabledHost } from '../hosts/folder-settings';
import type { Host } from '../hosts/host';
import { noBuiltin } from '../hosts/no-builtin';
import type { Place } from '../hosts/place';
import type { Verdict } from '../hosts/verdict';
import { gathered } from '../rules/gather';
import { ignoresIn } from '../rules/ignores';
import { heed } from '../rules/ignores-heed';
import { alone, type Neighbours } from '../rules/neighbours';
import type { Finding } from '../rules/rule';
import {
  inOrder,
  isAudit,
  type Run,
  runAudits,
  runHeadRules,
  runOnly,
  runPromptRules,
  runQuickBodyRules,
  runRules,
} from '../rules/run';
import { runAcross } from '../rules/run-across';
import type { Settings } from '../settings/settings';
import { shifted, type TextChange } from '../text/shift';
import { isLongerThan } from '../text/utf8';
import type { Found } from '../workspace/index';
import { knownAgent } from '../workspace/known-agents';
import type { NeighbourPlace } from '../workspace/neighbours/files';
import { readBeside } from '../workspace/neighbours/read';
import { type Lane, lanesOf } from './lanes';

export type { Lane } from './lanes';

/** What is found when it is first asked for, and holds for every view that shares it. */
interface Kept {
  findings: readonly Finding[] | undefined;
}

/** What is a function is called on the view; `shown` and `findings` may be handed on by themselves. */
export interface View {
  readonly path: string;
  readonly outline: Outline;
  /** Owners first. Empty: no host reads the file. */
  readonly places: readonly Place[];
  /** Hosts that would read the file here, and that a setting keeps from it. */
  readonly disabled: readonly DisabledHost[];
  readonly settings: Settings;
  readonly context: Context;
  /** The agents around the file. */
  readonly neighbours: Neighbours;
  /** What is found by them, and by which state of them. */
  readonly around: { readonly revision: number; readonly findings: () => readonly Finding[] };
  /** What it names and configures as a file beside the agents; null where it is none, or is not readable as such. */
  beside(): Found | null;
  /** What the editor's own support shows for this document already. */
  readonly builtin: Builtin;
  /** The hosts that alone are spoken of, where some were chosen. */
  readonly only: readonly Host[] | undefined;
  /** Every place, whether it is spoken of or not. */
  readonly allLanes: readonly Lane[];
  /** Every place, judged. */
  verdicts(): readonly Verdict[];
  /** Those verdicts that somebody has asked for already. */
  judged(): readonly Verdict[];
  /** Owners, and the guests that were asked for. */
  readonly lanes: readonly Lane[];
  /** The verdicts of the lanes. */
  readonly shown: () => readonly Verdict[];
  /** Findings of owners and of the guests that were asked for. */
  readonly findings: () => readonly Finding[];
  /** What one rule finds, whether it is ignored or not. */
  findingsOf(rule: string): readonly Finding[];
  /** The frontmatter is that of the view before: nothing found in it has changed. */
  readonly sharesHead: boolean;
  /** What the rules find that look at the frontmatter only. */
  readonly inHead: Kept;
  /** What the rules find that look at the prompt. */
  readonly inPrompt: Kept;
  /** What is found in the prompt was found before the last edit, and carried over it: without fixes, and nothing new. */
  readonly isCarried: boolean;
  /** What the rules find that look at the agents around, in that state of them. */
  readonly inOthers: Kept & { readonly revision: number };
}

export interface ViewInput {
  readonly path: string;
  readonly text: string;
  readonly places: readonly Place[];
  readonly disabled?: readonly DisabledHost[];
  /** The hosts that read it beside their agents: a command, a skill, a configuration. */
  readonly besidePlaces?: readonly NeighbourPlace[];
  readonly settings: Settings;
  readonly context?: Context;
  /** Absent: nobody is known around. */
  readonly neighbours?: Neighbours;
  /** It may hang on what the text says. */
  readonly builtin?: Builtin | ((outline: Outline) => Builtin);
  /** Speak of these hosts alone; the others still have a say in what is safe to fix. */
  readonly only?: readonly Host[] | undefined;
  /** The view of the text as it was, so that an unchanged frontmatter is not parsed again. */
  readonly previous?: View | undefined;
  /** The one edit since then: after one in the prompt its findings are carried over, which no rule has to be asked for. */
  readonly change?: TextChange | undefined;
}

export function viewOf(input: ViewInput): View {
  const { text, previous } = input;
  const outline = outlineOf(text, previous?.outline);
  return new Seen(input, outline, sharesHead(previous, outline, input) ? previous : undefined);
}

/** A view is made at every key: nothing is made before somebody asks, and nothing leads back to the view before. */
class Seen implements View {
  readonly path: string;
  readonly outline: Outline;
  readonly places: readonly Place[];
  readonly disabled: readonly DisabledHost[];
  readonly settings: Settings;
  readonly context: Context;
  readonly neighbours: Neighbours;
  readonly builtin: Builtin;
  readonly only: readonly Host[] | undefined;
  readonly allLanes: readonly Lane[];
  readonly lanes: readonly Lane[];
  readonly sharesHead: boolean;
  readonly inHead: Kept;
  readonly inOthers: View['inOthers'];
  readonly inPrompt: Kept;
  readonly isCarried: boolean;
  private verdictsShown: readonly Verdict[] | undefined = undefined;
  private asked: Run | undefined = undefined;
  /** What this file alone is the reason for. */
  private own: readonly Finding[] | undefined = undefined;
  private found: readonly Finding[] | undefined = undefined;
  private readonly besidePlaces: readonly NeighbourPlace[];
  private besideRead: Found | null | undefined = undefined;
  private byRule: Map<string, readonly Finding[]> | undefined = undefined;

  constructor(input: ViewInput, outline: Outline, before: View | undefined) {
    const { path, places, settings, context = defaultContext, neighbours = alone, only } = input;
    const { builtin = noBuiltin, disabled = [] } = input;
    const { revision } = neighbours;
    this.path = path;
    this.outline = outline;
    this.places = places;
    this.disabled = disabled;
    this.settings = settings;
    this.context = context;
    this.neighbours = neighbours;
    this.builtin = typeof builtin === 'function' ? builtin(outline) : builtin;
    this.only = only;
    this.besidePlaces = input.besidePlaces ?? nowhere;
    this.allLanes = lanesOf(places, outline, context, before?.allLanes);
    this.lanes = this.allLanes.filter(({ place }) =>
      only ? only.includes(place.host) : isShown(place, settings),
    );
    this.sharesHead = before !== undefined;
    this.inHead = before?.inHead ?? { findings: undefined };
    const { change } = input;
    const carried = change && before?.inPrompt.findings;
    this.isCarried = carried !== undefined;
    this.inPrompt = { findings: carried && carriedOver(carried, change) };
    // A key in the prompt changes nothing of what others make of the file.
    const isAsBefore = before?.neighbours === neighbours && before.inOthers.revision === revision;
    this.inOthers = isAsBefore ? before.inOthers : { revision, findings: undefined };
  }

  get around(): View['around'] {
    return { revision: this.inOthers.revision, findings: () => this.findingsAround() };
  }

  verdicts(): readonly Verdict[] {
    return this.allLanes.map((lane) => lane.verdict());
  }

  judged(): readonly Verdict[] {
    return this.allLanes.flatMap(({ made }) => made ?? []);
  }

  beside(): Found | null {
    if (this.besidePlaces.length === 0) return null;
    if (this.besideRead === undefined)
      this.besideRead = readBeside(this.outline.text, this.besidePlaces);
    return this.besideRead;
  }

  readonly shown = (): readonly Verdict[] => {
    this.verdictsShown ??= this.lanes.map((lane) => lane.verdict());
    return this.verdictsShown;
  };

  readonly findings = (): readonly Finding[] => {
    this.found ??= this.places[0]?.isFormer ? this.findingsOf('unread-location') : this.find();
    return this.found;
  };

  findingsOf(rule: string): readonly Finding[] {
    // What there is to say of the author's comments hangs on what all others find.
    const known = isAudit(rule) ? this.findings() : this.own;
    // Where all were asked already, none is asked again.
    if (known) return known.filter((one) => one.rule === rule);
    this.byRule ??= new Map();
    const found = this.byRule.get(rule) ?? runOnly(rule, this.run());
    this.byRule.set(rule, found);
    return found;
  }

  private find(): readonly Finding[] {
    const { outline, inHead } = this;
    const run = this.run();
    inHead.findings ??= runHeadRules(run);
    this.inPrompt.findings ??= runPromptRules(run);
    const inBody = joined(runQuickBodyRules(run), this.inPrompt.findings);
    const own = joined(inHead.findings, inBody);
    this.own = own;
    const findings = joined(own, this.findingsAround());
    const { path } = this.places[0] ?? this;
    if (ignoresIn(outline).length === 0) return gathered(inOrder(findings), path);
    const left = inOrder(
      heed({
        outline,
        findings,
        everywhere: () => runRules({ ...run, verdicts: () => this.verdicts(), chosen: {} }),
        audit: (ignores) => runAudits(run, ignores),
      }),
    );
    return gathered(left, path);
  }

  private findingsAround(): readonly Finding[] {
    const { inOthers, neighbours } = this;
    inOthers.findings ??= isAlone(neighbours)
      ? nothing
      : runAcross(
          this.run(),
          this.shown().map((verdict) => knownAgent(this.outline, verdict, this.context)),
          neighbours,
        );
    return inOthers.findings;
  }

  /** Rules ask for verdicts when they run; most keys in a prompt make none run. */
  private run(): Run {
    const { outline, shown, settings } = this;
    this.asked ??= {
      outline,
      verdicts: shown,
      allowed: { fields: settings.allowedFields, tools: settings.allowedTools },
      chosen: settings.rules,
      strict: settings.hosts,
    };
    return this.asked;
  }
}

/** Findings carried over an edit. One whose text was replaced is dropped; fixes belong to the text before, so none is kept. */
const carriedOver = (findings: readonly Finding[], change: TextChange): readonly Finding[] =>
  findings.flatMap((finding) => {
    if (finding.span === null) return [{ ...finding, fixes: [] }];
    const { start, end } = finding.span;
    const [from, to] = [shifted(start, [change]), shifted(end, [change])];
    if (from === null || to === null || to - from !== end - start) return [];
    return [{ ...finding, fixes: [], span: { start: from, end: to } }];
  });

const nothing: readonly Finding[] = [];

const nowhere: readonly NeighbourPlace[] = [];

/** A single file has nobody around, as far as is known. */
const isAlone = (others: Neighbours): boolean =>
  others.size < 2 && !others.seesAll && !others.seesAround;

const joined = (some: readonly Finding[], more: readonly Finding[]): readonly Finding[] =>
  more.length === 0 ? some : [...some, ...more];

/** An edit in the prompt alone: nothing that was found in the frontmatter can have changed. */
const sharesHead = (
  previous: View | undefined,
  outline: Outline,
  { places, settings, context = defaultContext }: ViewInput,
): previous is View =>
  previous !== undefined &&
  outline.shape === 'closed' &&
  previous.outline.shape === 'closed' &&
  previous.outline.fields === outline.fields &&
  previous.outline.errors === outline.errors &&
  previous.outline.opening?.start === outline.opening?.start &&
  previous.places === places &&
  previous.settings === settings &&
  previous.context === context &&
  places.every(({ host }) => !host.readsPrompt) &&
  fitsAll(previous.outline.text, places) === fitsAll(outline.text, places);

const fitsAll = (text: string, places: readonly Place[]): boolean =>
  places.every(({ host }) => host.maxBytes === undefined || !isLongerThan(text, host.maxBytes));

/** Owners always; guests where the user asked for them. */
export const isShown = ({ role, host }: Place, { hosts, guests }: Settings): boolean =>
  role === 'owner' || guests === 'all' || guests.includes(host.id) || hosts.includes(host.id);
