// One version of a document as every feature sees it: the outline, the places, the verdicts, the settings. Verdicts and findings
// are made when a feature first requests them.

import { entryOutline } from '../agent/entry-outline';
import { formOf, type Outline, outlineOf } from '../agent/outline';
import { writerFor } from '../agent/write-for';
import type { Writer } from '../agent/writer';
import type { DisabledHost } from '../hosts/catalog/folder-settings';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { exactNameSpan, referencesOf } from '../hosts/judge/reference-builders';
import { type Context, defaultContext } from '../hosts/model/context';
import { type EditorSupport, noBuiltin } from '../hosts/model/editor-support';
import type { Host } from '../hosts/model/host';
import { rootOf } from '../hosts/model/located-file';
import { documentKindOf, type Place } from '../hosts/model/place';
import type { Verdict } from '../hosts/model/verdict';
import type { OnFault } from '../rules/fault';
import { ignoresIn } from '../rules/ignores';
import { applyIgnores, isIgnored } from '../rules/ignores-apply';
import { mergeFindings } from '../rules/merge-findings';
import type { Finding } from '../rules/rule';
import {
  inOrder,
  isIgnoreRule,
  type Run,
  runHeadRules,
  runIgnoreRules,
  runOnly,
  runPromptRules,
  runQuickBodyRules,
  runRules,
} from '../rules/run';
import { runCompanionRules, runWorkspaceRules } from '../rules/run-workspace-rules';
import {
  alone,
  type Definitions,
  isHolding,
  type KnownAgent,
  type KnownName,
  type WorkspaceView,
  withNames,
} from '../rules/workspace-view';
import { entriesInUse } from '../settings/chosen';
import type { Settings } from '../settings/settings';
import type { TextChange } from '../text/edit';
import { isLongerInUtf8 } from '../text/file-text';
import { type EntryHolder, entryPlace, roleAt } from '../workspace/companions/entries';
import type { CompanionPlace } from '../workspace/companions/files';
import { readCompanion } from '../workspace/companions/read';
import type { Found } from '../workspace/index';
import { knownAgent } from '../workspace/known-agents';
import { carriedOver } from './carried-findings';
import { EntryViews } from './entry-views';
import { type Lane, lanesOf } from './lanes';
import { inProgramOrder, isChosen, isPersonal, type Programs, programsOf } from './program-order';

export type { Lane } from './lanes';

/** Findings that are made once and shared between views. */
interface Kept {
  findings: readonly Finding[] | undefined;
}

/** Methods need the view as `this`; `shown` and `findings` can be passed on as plain functions. */
export interface View {
  /** The hosts that this run knows. */
  readonly catalog: HostCatalog;
  readonly path: string;
  readonly outline: Outline;
  /** Writes what every host that reads the file can read. */
  readonly writer: Writer;
  /** Owners first. Empty: no host reads the file. */
  readonly places: readonly Place[];
  /** Hosts that would read the file here if a setting did not disable the folder. */
  readonly disabled: readonly DisabledHost[];
  readonly settings: Settings;
  readonly context: Context;
  /** The other agents of the workspace, and the files next to them. */
  readonly workspace: WorkspaceView;
  /** Findings that depend on the workspace, and the revision of the workspace they were made for. */
  readonly around: { readonly revision: number; readonly findings: () => readonly Finding[] };
  /** The names in a companion file such as a command or settings; null where it is none, or cannot be read as one. */
  companionNames(): Found | null;
  /** The agents in a configuration file, each as a document of its own with the offsets of the file. */
  entries(): readonly View[];
  /** The hosts that this file configures as they declare it, without guests that the user did not choose. */
  configuredHosts(): readonly Host[];
  /** The hosts that judge them. */
  readonly entryHolders: () => readonly EntryHolder[];
  /** The agent of a configuration file that contains the offset, also in incomplete text; otherwise this view. */
  at(offset: number): View;
  /** The agents that were requested already. */
  madeEntries(): readonly View[];
  /** Findings that were made already, including those that do not hold because of what is defined. */
  madeFindings(): readonly Finding[] | undefined;
  /** What companion files define, and this file itself. */
  definitions(): Definitions;
  /** What the editor's own support shows for this document already. */
  readonly builtin: EditorSupport;
  /** The hosts to report on, where some were chosen. */
  readonly only: readonly Host[] | undefined;
  /** The programs of the user and of the editor, which come first in everything that lists programs. */
  readonly programs: Programs;
  /** The verdicts of every place, the user's programs first. */
  ranked(): readonly Verdict[];
  /** The program that faded text, inlay hints and colors refer to; undefined where no program is reported on. */
  first(): Verdict | undefined;
  /** Receives the bugs of rules and hosts; without it they are thrown. */
  readonly onFault: OnFault;
  /** A lane for every place, reported on or not. */
  readonly allLanes: readonly Lane[];
  /** The verdicts of every place. */
  verdicts(): readonly Verdict[];
  /** Owners, and the guests that the user chose. */
  readonly lanes: readonly Lane[];
  /** The verdicts of the lanes. */
  readonly shown: () => readonly Verdict[];
  /** The agents in it, one for each verdict that is shown; none where hosts no longer read the location. */
  agents(): readonly KnownAgent[];
  /** Findings of owners and of the guests that the user chose. Only the first program fades text. */
  readonly findings: () => readonly Finding[];
  /**
   * The same findings for one program, including what would be faded for it, and those that concern no program. A guest that the
   * user did not choose has findings of its own here.
   */
  findingsFor(host: string): readonly Finding[];
  /** The findings of one rule, ignored or not. */
  findingsOf(rule: string): readonly Finding[];
  /** The frontmatter is that of the previous view, so its findings are unchanged. */
  readonly sharesHead: boolean;
  /** Findings of rules that read only the frontmatter. */
  readonly inHead: Kept;
  /** Findings of rules that read the prompt. */
  readonly inPrompt: Kept;
  /** The findings in the prompt are from before the last edit, with shifted offsets and without fixes. */
  readonly isCarried: boolean;
  /** Findings of rules that look at the workspace, for one revision of it. */
  readonly inOthers: Kept & { readonly revision: number };
}

export interface ViewInput {
  readonly catalog: HostCatalog;
  readonly path: string;
  readonly text: string;
  readonly places: readonly Place[];
  readonly disabled?: readonly DisabledHost[];
  /** The hosts that read it as a companion file: a command, a skill, a configuration. */
  readonly companionPlaces?: () => readonly CompanionPlace[];
  /** The hosts that judge the agents in it, where it is a configuration file. */
  readonly entryHolders?: () => readonly EntryHolder[];
  readonly settings: Settings;
  readonly context?: Context;
  /** Absent: no other agents are known. */
  readonly workspace?: WorkspaceView;
  /** Whether `agents()` includes the names in their prompts, which no rule reads. Default: true. */
  readonly namesInPrompt?: boolean;
  /** What `agents()` returns, where it is known already. */
  readonly agentsInText?: readonly KnownAgent[];
  /** A function where it depends on the text. */
  readonly builtin?: EditorSupport | ((outline: Outline) => EditorSupport);
  /** Report on these hosts only; the others still count when a fix is checked for safety. */
  readonly only?: readonly Host[] | undefined;
  /** The id of the host that is the running editor. Default: none is. */
  readonly editor?: string | null;
  readonly onFault?: OnFault;
  /** The view of the previous version, so that an unchanged frontmatter is not parsed again. */
  readonly previous?: View | undefined;
  /** What companion files define, besides this file. Default: those of the workspace. */
  readonly definitions?: () => Definitions;
  /** Its findings, where an edit elsewhere in the file left it unchanged. */
  readonly carried?: readonly Finding[];
  /** The one edit since then. After an edit in the prompt its findings are shifted and the rules are not run. */
  readonly change?: TextChange | undefined;
}

export function viewOf(input: ViewInput): View {
  const { text, previous, places } = input;
  const entry = places[0]?.entry;
  const outline = entry
    ? entryOutline(text, entry, input.path)
    : outlineOf(text, previous?.outline, formOf(input.path));
  return new DocumentView(
    input,
    outline,
    sharesHead(previous, outline, input) ? previous : undefined,
  );
}

/** Made at every keystroke, so everything is lazy, and no view references the one before, which would keep it in memory. */
class DocumentView implements View {
  readonly catalog: HostCatalog;
  readonly path: string;
  readonly outline: Outline;
  readonly writer: Writer;
  readonly places: readonly Place[];
  readonly disabled: readonly DisabledHost[];
  readonly settings: Settings;
  readonly context: Context;
  readonly workspace: WorkspaceView;
  readonly builtin: EditorSupport;
  readonly only: readonly Host[] | undefined;
  readonly programs: Programs;
  readonly onFault: OnFault;
  readonly allLanes: readonly Lane[];
  readonly lanes: readonly Lane[];
  readonly sharesHead: boolean;
  readonly inHead: Kept;
  readonly inOthers: View['inOthers'];
  readonly inPrompt: Kept;
  readonly isCarried: boolean;
  private verdictsShown: readonly Verdict[] | undefined = undefined;
  private currentRun: Run | undefined = undefined;
  /** Findings that do not depend on the workspace. */
  private own: readonly Finding[] | undefined = undefined;
  private found: readonly Finding[] | undefined = undefined;
  /** Those and the ones that do not hold because of what is defined. */
  private made: readonly Finding[] | undefined;
  /** The findings before merging, including those that would fade text for another program than the first. */
  private unmerged: readonly Finding[];
  private readonly readsPrompt: boolean;
  private knownAgents: readonly KnownAgent[] | undefined;
  private readonly companionPlaces: () => readonly CompanionPlace[];
  private companionsRead: Found | null | undefined = undefined;
  private readonly entryViews: EntryViews<View>;
  private readonly givenDefinitions: (() => Definitions) | undefined;
  readonly entryHolders: () => readonly EntryHolder[];
  private byRule: Map<string, readonly Finding[]> | undefined = undefined;

  constructor(input: ViewInput, outline: Outline, before: View | undefined) {
    const { path, places, settings, context = defaultContext, workspace = alone, only } = input;
    const { catalog, builtin = noBuiltin, disabled = [], editor = null } = input;
    const { revision } = workspace;
    this.catalog = catalog;
    this.path = path;
    this.outline = outline;
    this.writer = writerFor(
      outline,
      places.map((place) => documentKindOf(place).syntax),
    );
    this.places = places;
    this.disabled = disabled;
    this.settings = settings;
    this.context = context;
    this.workspace = workspace;
    this.builtin = typeof builtin === 'function' ? builtin(outline) : builtin;
    this.only = only;
    this.programs = programsOf(settings, editor);
    this.readsPrompt = input.namesInPrompt ?? true;
    this.knownAgents = input.agentsInText;
    this.companionPlaces = input.companionPlaces ?? noPlaces;
    this.entryHolders = input.entryHolders ?? noHolders;
    this.givenDefinitions = input.definitions;
    this.made = input.carried;
    this.unmerged = input.carried ?? nothing;
    const definitions = (): Definitions => this.definitions();
    this.entryViews = new EntryViews({ input, definitions, viewOf });
    this.onFault = input.onFault;
    this.allLanes = lanesOf(places, outline, { context, onFault: input.onFault }, before?.allLanes);
    this.lanes = this.allLanes.filter(({ place }) =>
      only ? only.includes(place.host) : isShown(place, settings),
    );
    this.sharesHead = before !== undefined;
    this.inHead = before?.inHead ?? { findings: undefined };
    const { change } = input;
    const carried = change && before?.inPrompt.findings;
    this.isCarried = carried !== undefined || this.entryViews.isCarried;
    this.inPrompt = { findings: carried && carriedOver(carried, change) };
    // An edit in the prompt does not change what the workspace findings depend on.
    const isAsBefore = before?.workspace === workspace && before.inOthers.revision === revision;
    this.inOthers = isAsBefore ? before.inOthers : { revision, findings: undefined };
  }

  get around(): View['around'] {
    return { revision: this.inOthers.revision, findings: () => this.workspaceFindings() };
  }

  verdicts(): readonly Verdict[] {
    return this.allLanes.map((lane) => lane.verdict());
  }

  ranked(): readonly Verdict[] {
    return inProgramOrder(this.allLanes, ({ place }) => place, this.programs).map((lane) =>
      lane.verdict(),
    );
  }

  first(): Verdict | undefined {
    return this.firstLane()?.verdict();
  }

  private firstLane(): Lane | undefined {
    const { allLanes, lanes, programs } = this;
    if (!isPersonal(programs) || allLanes[0]?.place.isGuess) return lanes[0];
    return inProgramOrder(allLanes, ({ place }) => place, programs)[0];
  }

  companionNames(): Found | null {
    const places = this.companionPlaces();
    if (places.length === 0) return null;
    if (this.companionsRead === undefined)
      this.companionsRead = readCompanion(this.outline.text, places);
    return this.companionsRead;
  }

  entries(): readonly View[] {
    return this.entryViews.all();
  }

  at(offset: number): View {
    return this.entryViews.at(offset) ?? this;
  }

  madeEntries(): readonly View[] {
    return this.entryViews.made();
  }

  madeFindings(): readonly Finding[] | undefined {
    return this.made;
  }

  definitions(): Definitions {
    const known = this.givenDefinitions?.() ?? this.workspace;
    const names = this.companionNames()?.names ?? [];
    return names.length === 0 ? known : withNames(known, names);
  }

  readonly shown = (): readonly Verdict[] => {
    this.verdictsShown ??= this.lanes.map((lane) => lane.verdict());
    return this.verdictsShown;
  };

  agents(): readonly KnownAgent[] {
    this.knownAgents ??= this.shown()
      .filter(({ place }) => !place.isFormer)
      .map((verdict) =>
        knownAgent(this.outline, verdict, this.context, {
          readsPrompt: this.readsPrompt,
          losesLimit: this.losesLimit(verdict),
        }),
      );
    return this.knownAgents;
  }

  /** Called for every file of the workspace, so the rules run only on files that can contain such a limit. */
  private losesLimit({ outcome, persona, tools, place: { host } }: Verdict): boolean {
    const hasLimits =
      (persona?.permissions ?? nothing).length > 0 ||
      tools.some(
        (tool) => tool.wider !== undefined || !/^(?:granted|unverified)$/.test(tool.outcome),
      );
    if (outcome !== 'loads' || !hasLimits) return false;
    this.inHead.findings ??= runHeadRules(this.run());
    const errors = this.inHead.findings.filter(
      (finding) => finding.host === host.id && finding.severity === 'error',
    );
    if (errors.length === 0) return false;
    const ignores = ignoresIn(this.outline);
    return errors.some((finding) => !ignores.some((one) => isIgnored(finding, one)));
  }

  readonly findings = (): readonly Finding[] => {
    this.made ??= this.places[0]?.isFormer ? this.findingsOf('unread-location') : this.find();
    this.found ??= this.holding(this.made);
    return this.found;
  };

  /** Without those that do not hold because of what companion files define. */
  private holding(findings: readonly Finding[]): readonly Finding[] {
    if (!findings.some(({ unlessDefined }) => unlessDefined)) return findings;
    const definitions = this.definitions();
    const holds = (one: Finding): boolean => isHolding(this.catalog, one, definitions);
    return findings.flatMap((one) => {
      // Of several names in one finding some may be defined.
      if (one.joins && one.parts) return mergeFindings(one.parts.filter(holds), this.path);
      return holds(one) ? one : [];
    });
  }

  findingsOf(rule: string): readonly Finding[] {
    // Audits of suppression comments depend on the findings of all other rules.
    const known = isIgnoreRule(rule) ? this.findings() : this.own;
    // Where all rules have run already, none is run again.
    if (known) return this.holding(known.filter((one) => one.rule === rule));
    this.byRule ??= new Map();
    const found = this.byRule.get(rule) ?? this.holding(runOnly(rule, this.run()));
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
    const findings = joined(own, this.workspaceFindings());
    const { path } = this.places[0] ?? this;
    const ofEntries = this.entries().flatMap((entry) => entry.findings());
    // A comment in a table may be for a finding on the file, so it is applied to all findings of the file together.
    const remaining =
      outline.isTable || ignoresIn(outline).length === 0
        ? [...findings, ...ofEntries]
        : applyIgnores({
            outline,
            findings: [...findings, ...ofEntries],
            everywhere: () => runRules({ ...run, verdicts: () => this.verdicts(), chosen: {} }),
            audit: (ignores) => runIgnoreRules(run, ignores),
          });
    // Those of the agents are merged already, each for itself.
    const inEntries = new Set(ofEntries);
    this.unmerged = inOrder(remaining.filter((one) => !inEntries.has(one)));
    const merged = mergeFindings(this.fadedForFirst(this.unmerged), path);
    return inEntries.size === 0
      ? merged
      : inOrder([...merged, ...remaining.filter((one) => inEntries.has(one))]);
  }

  /** Text that one program ignores is not faded where it means something to the program that comes before it. */
  private fadedForFirst(findings: readonly Finding[]): readonly Finding[] {
    if (!isPersonal(this.programs)) return findings;
    const first = this.firstLane()?.place.host.id;
    return findings.flatMap((finding) => {
      const { host, tag, onlyFades } = finding;
      if (tag !== 'unnecessary' || host === null || host === first) return finding;
      return onlyFades ? [] : { ...finding, tag: undefined };
    });
  }

  findingsFor(host: string): readonly Finding[] {
    const reported = this.findings();
    const all = this.places[0]?.isFormer ? reported : this.unmerged;
    const own = all.filter((finding) => finding.host === host || finding.host === null);
    const { path } = this.places[0] ?? this;
    return mergeFindings(this.holding([...own, ...this.unreported(host)]), path);
  }

  /** What would be reported of the frontmatter for a guest that the user did not choose. */
  private unreported(host: string): readonly Finding[] {
    const lane = this.allLanes.find(({ place }) => place.host.id === host);
    if (!lane || lane.place.isFormer || this.lanes.includes(lane)) return nothing;
    const ignores = ignoresIn(this.outline);
    return runHeadRules({ ...this.run(), verdicts: () => [lane.verdict()] }).filter(
      (finding) => finding.host === host && !ignores.some((one) => isIgnored(finding, one)),
    );
  }

  private workspaceFindings(): readonly Finding[] {
    const { inOthers, workspace } = this;
    inOthers.findings ??= isAlone(workspace)
      ? this.companionFindings(({ kind }) => kind === 'file')
      : joined(
          runWorkspaceRules(this.catalog, this.run(), this.agents(), workspace, this.onFault),
          this.companionFindings(),
        );
    return inOthers.findings;
  }

  /** @param isChecked whether what the name stands for can be known here. */
  private companionFindings(
    isChecked: (name: KnownName) => boolean = () => true,
  ): readonly Finding[] {
    const stated = this.checkedNames();
    const configured = this.entryHolders().length === 0 ? nothing : this.configuredHosts();
    const names = [...stated, ...this.modelsOfEntries(configured)].filter(isChecked);
    if (names.length === 0) return nothing;
    const isJudged = ({ host }: KnownName): boolean => configured.includes(host);
    return runCompanionRules(this.run(), names, isJudged, this.workspace, this.onFault);
  }

  /** Where the file names agents and models without being an agent, or files of agents. */
  private checkedNames(): readonly KnownName[] {
    const names = this.companionNames()?.names ?? [];
    const hosts = new Set(names.map(({ host }) => host));
    const reported = new Set([...hosts].filter((host) => this.isReported(host)));
    return names.flatMap((one) => {
      const { kind, does, host } = one;
      const isNamed = does === 'names' && (kind === 'agent' || kind === 'model');
      if ((!isNamed && kind !== 'file') || !reported.has(host)) return [];
      const span = exactNameSpan(this.outline.text, one);
      return span ? [{ ...one, span }] : [];
    });
  }

  /** The models of its agents, where a configuration disables providers. */
  private modelsOfEntries(configured: readonly Host[]): readonly KnownName[] {
    const isLimited = (host: Host): boolean =>
      (['denies', 'enables'] as const).some(
        (does) => this.workspace.companions(host, 'provider', does, '').length > 0,
      );
    const limited = configured.filter((host) => host.providerSettings && isLimited(host));
    if (limited.length === 0) return nothing;
    return this.entries().flatMap(({ outline, shown, context }) =>
      shown().flatMap((verdict) => {
        const { host, path, location } = verdict.place;
        if (!limited.includes(host) || !verdict.persona) return [];
        return referencesOf(outline, verdict, context).flatMap(({ kind, how, name, span }) =>
          kind === 'model' && how === 'uses'
            ? [
                {
                  ...{ kind, does: 'names' as const, name, span, path, host },
                  ...{ scope: location.scope, root: rootOf(verdict.place) },
                },
              ]
            : [],
        );
      }),
    );
  }

  configuredHosts(): readonly Host[] {
    return this.entryHolders().flatMap(({ companion, inUse }) => {
      const { host } = companion;
      const place = inUse(entryPlace(companion, null, ''));
      const isInUse = entriesInUse(this.catalog, [place], this.settings).length > 0;
      return isInUse && this.isReported(host) ? [host] : [];
    });
  }

  /** A configuration file of another host is reported on only for the guests that the user chose. */
  private isReported(host: Host): boolean {
    const { entries } = this.companionPlaces().find((place) => place.host === host)?.file ?? {};
    if (!entries) return true;
    if (this.only) return this.only.includes(host);
    return isShown({ role: roleAt(entries, this.path), host }, this.settings);
  }

  /** Verdicts are passed lazily: most edits in a prompt run no rule that needs them. */
  private run(): Run {
    const { catalog, outline, writer, places, shown, settings } = this;
    this.currentRun ??= {
      catalog,
      outline,
      writer,
      places,
      verdicts: shown,
      allowed: { fields: settings.allowedFields, tools: settings.allowedTools },
      chosen: settings.rules,
      strict: settings.hosts,
      isMine: isMineIn(places, settings),
      onFault: this.onFault,
    };
    return this.currentRun;
  }
}

const nothing: readonly never[] = [];

const nowhere: readonly CompanionPlace[] = [];
const noPlaces = (): readonly CompanionPlace[] => nowhere;
const noHolders = (): readonly EntryHolder[] => nothing;

/** No other agent and no folder is known: a single file is open. */
const isAlone = (others: WorkspaceView): boolean =>
  others.size < 2 && !others.seesAll && !others.seesWorkspace;

const joined = (some: readonly Finding[], more: readonly Finding[]): readonly Finding[] =>
  more.length === 0 ? some : [...some, ...more];

/** Only the prompt was edited, so no finding in the frontmatter can have changed. */
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
  closingLineOf(previous.outline) === closingLineOf(outline) &&
  previous.places === places &&
  previous.settings === settings &&
  previous.context === context &&
  places.every((place) => !documentKindOf(place).readsPrompt) &&
  fitsAll(previous.outline.text, places) === fitsAll(outline.text, places);

/** With its line break: some hosts read what follows the dashes on their line. */
const closingLineOf = ({ text, head, body }: Outline): string => text.slice(head.end, body.start);

const fitsAll = (text: string, places: readonly Place[]): boolean =>
  places.every((place) => {
    const { maxBytes } = documentKindOf(place);
    return maxBytes === undefined || !isLongerInUtf8(text, maxBytes);
  });

/** The verdict of a host, by its id; undefined where it does not read the file. */
export const verdictIn = (view: View, host: string): Verdict | undefined =>
  view.verdicts().find(({ place }) => place.host.id === host);

/** Owners always; guests where the user chose them. */
export const isShown = (
  { role, host }: Pick<Place, 'role' | 'host'>,
  settings: Settings,
): boolean =>
  role === 'owner' ||
  settings.guests === 'all' ||
  settings.guests.includes(host.id) ||
  settings.hosts.includes(host.id) ||
  isChosen(host, settings);

/** Whether the user works with a program; undefined where no such program reads the file. */
const isMineIn = (places: readonly Place[], settings: Settings): Run['isMine'] =>
  places.some(({ host }) => isChosen(host, settings))
    ? (host) => isChosen(host, settings)
    : undefined;
