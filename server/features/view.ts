// One document as every feature sees it: the outline, the places, the verdicts, the settings. Made once a version;
// verdicts are judged when the first feature asks.
import { type Outline, outlineOf } from '../agent/outline';
import { type Builtin, noBuiltin } from '../hosts/builtin';
import { type Context, defaultContext } from '../hosts/context';
import type { Dialect, Host } from '../hosts/host';
import { dialectOf, judge } from '../hosts/judge';
import type { Place } from '../hosts/place';
import type { ReadAgent } from '../hosts/reading';
import type { Verdict } from '../hosts/verdict';
import { heed } from '../rules/ignores-heed';
import { alone, type Neighbours } from '../rules/neighbours';
import type { Finding } from '../rules/rule';
import {
  inOrder,
  isAudit,
  type Run,
  runAudits,
  runBodyRules,
  runHeadRules,
  runOnly,
  runRules,
} from '../rules/run';
import { runAcross } from '../rules/run-across';
import type { Settings } from '../settings/settings';
import { isLongerThan } from '../text/utf8';
import { knownAgent } from '../workspace/known-agents';

/** One host that is spoken of: what it knows is at hand, what it makes of this text is judged when asked for. */
export interface Lane {
  readonly place: Place;
  readonly dialect: Dialect;
  readonly verdict: () => Verdict;
}

export interface View {
  readonly path: string;
  readonly outline: Outline;
  /** Owners first. Empty: no host reads the file. */
  readonly places: readonly Place[];
  readonly settings: Settings;
  readonly context: Context;
  /** The agents around the file. */
  readonly neighbours: Neighbours;
  /** What is found by them, and by which state of them. */
  readonly around: { readonly revision: number; readonly findings: () => readonly Finding[] };
  /** What the editor's own support shows for this document already. */
  readonly builtin: Builtin;
  /** The hosts that alone are spoken of, where some were chosen. */
  readonly only: readonly Host[] | undefined;
  /** Every place, judged. */
  readonly verdicts: () => readonly Verdict[];
  /** Those verdicts that somebody has asked for already. */
  readonly judged: () => readonly Verdict[];
  /** Owners, and the guests that were asked for. */
  readonly lanes: readonly Lane[];
  /** The verdicts of the lanes. */
  readonly shown: () => readonly Verdict[];
  /** Findings of owners and of the guests that were asked for. */
  readonly findings: () => readonly Finding[];
  /** What one rule finds, whether it is ignored or not. */
  readonly findingsOf: (rule: string) => readonly Finding[];
  /** The frontmatter is that of the view before: nothing found in it has changed. */
  readonly sharesHead: boolean;
  /** Those of the rules that look at the frontmatter only. */
  readonly headFindings: () => readonly Finding[];
}

export interface ViewInput {
  readonly path: string;
  readonly text: string;
  readonly places: readonly Place[];
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
}

export function viewOf(input: ViewInput): View {
  const {
    path,
    text,
    places,
    settings,
    previous,
    context = defaultContext,
    neighbours = alone,
    builtin = noBuiltin,
    only,
  } = input;
  const outline = outlineOf(text, previous?.outline);
  const judged = places.map((place) => new Judged(place, outline, context));
  const before = sharesHead(previous, outline, input) ? previous : undefined;
  const lanes = lanesOf(judged, outline, input, before);
  const shown = lazy((): readonly Verdict[] => lanes.map((lane) => lane.verdict()));
  // Rules ask for verdicts when they run; most keys in a prompt make none run.
  const run = (): Run => ({
    outline,
    verdicts: shown,
    allowed: { fields: settings.allowedFields, tools: settings.allowedTools },
    chosen: settings.rules,
    strict: settings.hosts,
  });
  const allVerdicts = (): readonly Verdict[] => judged.map((one) => one.verdict());
  const headFindings = before?.headFindings ?? lazy(() => runHeadRules(run()));
  const { revision } = neighbours;
  // A key in the prompt changes nothing of what others make of the file.
  const isAsBefore = before?.neighbours === neighbours && before.around.revision === revision;
  const across = isAsBefore
    ? before.around.findings
    : lazy((): readonly Finding[] =>
        // A single file has nobody around, as far as is known.
        neighbours.size < 2 && !neighbours.seesAll && !neighbours.seesAround
          ? []
          : runAcross(
              run(),
              shown().map((verdict) => knownAgent(outline, verdict, context)),
              neighbours,
            ),
      );
  let own: readonly Finding[] | undefined;
  const findings = lazy(() => {
    own = [...headFindings(), ...runBodyRules(run())];
    const found = [...own, ...across()];
    return inOrder(
      heed({
        outline,
        findings: found,
        everywhere: () => runRules({ ...run(), verdicts: allVerdicts, chosen: {} }),
        audit: (ignores) => runAudits(run(), ignores),
      }),
    );
  });
  return {
    path,
    outline,
    places,
    settings,
    context,
    neighbours,
    around: { revision, findings: across },
    builtin: typeof builtin === 'function' ? builtin(outline) : builtin,
    only,
    verdicts: allVerdicts,
    judged: () => judged.flatMap(({ made }) => made ?? []),
    lanes,
    shown,
    sharesHead: before !== undefined,
    headFindings,
    findings,
    findingsOf: rememberedText((rule: string) =>
      // What there is to say of the author's comments hangs on what all others find.
      isAudit(rule)
        ? findings().filter((one) => one.rule === rule)
        : // Where all were asked already, none is asked again.
          (own?.filter((one) => one.rule === rule) ?? runOnly(rule, run())),
    ),
  };
}

/**
 * Apart from `viewOf`: a function made there that named the view before would keep it, and it the one before, and so every
 * text that was ever typed.
 */
function lanesOf(
  judged: readonly Judged[],
  { fields, body }: Outline,
  { only, settings }: ViewInput,
  before: View | undefined,
): readonly Lane[] {
  const asWritten = { fields, prompt: { text: '', span: body } };
  return judged
    .filter(({ place }) => (only ? only.includes(place.host) : isShown(place, settings)))
    .map((one) => {
      const known = before?.lanes.find((lane) => lane.place === one.place);
      return new JudgedLane(one, asWritten, known?.dialect);
    });
}

/** Which dialect the text speaks is found out when somebody asks. */
class JudgedLane implements Lane {
  readonly place: Place;
  private readonly judged: Judged;
  private readonly asWritten: ReadAgent;
  private spoken: Dialect | undefined;

  constructor(judged: Judged, asWritten: ReadAgent, spoken: Dialect | undefined) {
    this.place = judged.place;
    this.judged = judged;
    this.asWritten = asWritten;
    this.spoken = spoken;
  }

  get dialect(): Dialect {
    this.spoken ??= dialectOf(this.place, this.asWritten);
    return this.spoken;
  }

  verdict(): Verdict {
    return this.judged.verdict();
  }
}

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

/** The table is made when it is first asked: most views are never. */
function rememberedText<V>(make: (key: string) => V): (key: string) => V {
  let made: Map<string, V> | undefined;
  return (key) => {
    made ??= new Map();
    const known = made.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    made.set(key, value);
    return value;
  };
}

/** A view is made at every key: what it is made of must cost next to nothing. */
function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** A verdict that is judged when it is first asked for. */
class Judged {
  readonly place: Place;
  private readonly outline: Outline;
  private readonly context: Context;
  /** Undefined before anybody asked. */
  made: Verdict | undefined;

  constructor(place: Place, outline: Outline, context: Context) {
    this.place = place;
    this.outline = outline;
    this.context = context;
  }

  verdict(): Verdict {
    this.made ??= judge(this.outline, this.place, this.context);
    return this.made;
  }
}
