// Why an agent is missing: what keeps each host from using the file, from its location to its content and the files around it.

import { outlineOfFile } from '../../agent/outline';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { hostsIgnoring, misplacements } from '../../hosts/catalog/misplaced';
import { judge } from '../../hosts/judge/compute-verdict';
import type { Context } from '../../hosts/model/context';
import { foldersOf } from '../../hosts/model/glob';
import { definesAgents, type Host } from '../../hosts/model/host';
import { effectIn, hasAgent } from '../../hosts/model/outcome';
import { type Place, readingHosts } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { namesakesOf } from '../../rules/names/same-name';
import type { WorkspaceView } from '../../rules/workspace-view';
import { joined, type Message, type Sentence, type Text, t } from '../../text/message';
import { nearest } from '../../text/nearest';
import { covers, type Span } from '../../text/span';
import { english } from '../../text/translate';
import { knownAgent } from '../../workspace/known-agents';
import { type Programs, programRank } from '../view/program-order';
import type { View } from '../view/view';
import { WorkBudget } from '../view/work-budget';
import { type Blocker, blockersOf } from '../write-once/blockers';
import { describeBlocker } from '../write-once/make-valid';

export interface Why {
  /** Null for a reason that is not about one host. */
  readonly host: Host | null;
  /** `lost`: no agent is loaded. `hidden`: it is loaded, but something keeps it from being used. `there`: nothing does. */
  readonly kind: 'lost' | 'unavailable' | 'loaded';
  readonly message: Text;
  /** Null for the file as a whole. */
  readonly span: Span | null;
  /** The characters that cause the problem, verbatim; null where they cannot be determined. */
  readonly cause: string | null;
}

/** Characters that may be judged to find the causes in all hosts. */
const causeBudget = 150_000;

/** The reasons for one file, those of the user's programs first. Never empty. */
export function whyMissing(view: View): readonly Why[] {
  const readers = readingHosts(view.places);
  const near = misplacements(view.catalog, view.path, readers);
  const skipped =
    near.length > 0 || readers.length > 0 ? [] : hostsIgnoring(view.catalog, view.path);
  const away = [...near, ...skipped].map(({ host, why }): Why => notRead(host, why));
  const kept = view.disabled.map(({ host, effect }): Why => notRead(host, effect));
  const budget = new WorkBudget(causeBudget);
  const read = view
    .ranked()
    .flatMap((verdict) => (verdict.place.isGuess ? [] : whyIn(view, verdict, budget)));
  if (read.length + kept.length + away.length > 0) return [...read, ...kept, ...away];
  return [
    reasonOf(null, 'lost', t('No program reads agents from this folder.')),
    ...foldersRead(view.catalog, view.programs),
  ];
}

const notRead = (host: Host, reason: Sentence): Why =>
  reasonOf(
    host,
    'lost',
    joined([t('{host} does not read this file.', { host: host.name }), effectIn(host, reason)]),
  );

/** One reason for each program, the user's programs first: the folders of a project that it reads. */
const foldersRead = ({ mainHosts }: HostCatalog, programs: Programs): readonly Why[] =>
  [...mainHosts]
    .sort((a, b) => programRank(a, programs) - programRank(b, programs))
    .map((host) => {
      const folders = foldersOfProject(host);
      return reasonOf(
        host,
        'lost',
        t('{host} reads agents from {folders}.', {
          host: host.name,
          folders: folders.join(', '),
        }),
      );
    });

/** Its own folders first, without former ones: only those next to which it expects new agents. */
const foldersOfProject = ({ locations, ownFile, kinds }: Host): readonly string[] => {
  const inProject = locations.filter(({ scope, kind = 'agent' }) => {
    const defined = kinds[kind];
    return scope === 'project' && defined !== undefined && definesAgents(defined);
  });
  const newest = ownFile.slice(0, ownFile.lastIndexOf('/'));
  const own = inProject.filter(
    ({ role, glob }) => role === 'owner' && foldersOf(glob).includes(newest),
  );
  const others = inProject.filter(({ role }) => role !== 'owner');
  return [...new Set([...own, ...others].flatMap(({ glob }) => foldersOf(glob)))];
};

const reasonOf = (
  host: Host | null,
  kind: Why['kind'],
  message: Text,
  span: Span | null = null,
): Why => ({ host, kind, message, span, cause: null });

function whyIn(view: View, verdict: Verdict, budget: WorkBudget): readonly Why[] {
  const { place, persona, skill, runs, runsNot, outcome, reason } = verdict;
  const { host } = place;
  if (reason === 'disabled')
    return [
      reasonOf(
        host,
        'lost',
        t('{host} ignores the agent because its frontmatter disables it.', { host: host.name }),
      ),
    ];
  if (skill)
    return [
      reasonOf(
        host,
        'loaded',
        t('{host} loads it as "{name}".', { host: host.name, name: skill.id }),
      ),
    ];
  if (!hasAgent(outcome) || !persona) return whyLost(view, verdict, budget);
  const found = whyHidden(view, verdict);
  if (runs === false && runsNot !== undefined)
    found.unshift(reasonOf(host, 'unavailable', effectIn(host, runsNot)));
  return found.length > 0
    ? found
    : [
        reasonOf(
          host,
          'loaded',
          t('{host} loads it as "{name}".', { host: host.name, name: persona.id }),
        ),
      ];
}

function whyLost(view: View, verdict: Verdict, budget: WorkBudget): readonly Why[] {
  const { text, head } = view.outline;
  return blockersOf(verdict).map((blocker): Why => {
    const { message, span } = describeBlocker(view, blocker);
    const spans = [span, blocker.span, blocker.field?.span].flatMap((one) => one ?? []);
    const line = span && lineOf(text, span);
    const within = [...spans, ...(line ? [line] : []), head];
    const judged = { place: verdict.place, context: view.context };
    // Of a frontmatter that is not checked, no part is the cause.
    const found = isUnchecked(verdict) ? null : causesOf(text, judged, blocker, within, budget);
    // Removing the whole field also helps, but its value is the cause.
    const cause = found && span && covers(found, span) && span.start < span.end ? span : found;
    return {
      host: verdict.place.host,
      kind: 'lost',
      message,
      span: cause ?? span,
      cause: cause && text.slice(cause.start, cause.end),
    };
  });
}

const isUnchecked = ({ flaws }: Verdict): boolean => flaws.some(({ code }) => code === 'unchecked');

const lineOf = (text: string, { start }: Span): Span => {
  const end = text.indexOf('\n', start);
  return { start: text.lastIndexOf('\n', start - 1) + 1, end: end < 0 ? text.length : end };
};

/** The agent is loaded, but another one replaces it, settings deny it, or it hides itself. */
function whyHidden({ outline, context, workspace, across }: View, verdict: Verdict): Why[] {
  const { place, persona, fields, depends } = verdict;
  const { host } = place;
  const found: Why[] = [];
  const namesake = namesakesOf(knownAgent(outline, verdict, context), workspace);
  if (namesake) found.push(reasonOf(host, 'unavailable', namesake.message));
  for (const { rule, host: of, message, span } of across()) {
    const isDenied = rule === 'denied-agent' && of === host.id;
    if (isDenied && english(message).startsWith(`"${persona?.id}"`))
      found.push(reasonOf(host, 'unavailable', message, span));
  }
  const addAt = (role: string, message: Message): void => {
    const field = fields.find((one) => one.field?.role === role);
    found.push(reasonOf(host, 'unavailable', message, field?.keySpan ?? null));
  };
  if (persona?.hidden)
    addAt(
      'unavailable',
      t('{host} does not list the agent because it is hidden.', { host: host.name }),
    );
  else if (persona?.userInvocable === false)
    addAt(
      'user-invocable',
      t('{host} offers the agent to other agents but not to users.', { host: host.name }),
    );
  else if (persona?.modelInvocable === false)
    addAt(
      'model-invocable',
      t('{host} offers the agent to users but not to other agents.', { host: host.name }),
    );
  if (depends.includes('trust'))
    found.push(
      reasonOf(
        host,
        'unavailable',
        t('{host} uses all of its settings only in a trusted folder.', { host: host.name }),
      ),
    );
  return found;
}

/** The reasons for a name that no agent has: similar names, and the folders that hosts read. */
export function reasonsForUnknownName(
  catalog: HostCatalog,
  name: string,
  workspace: WorkspaceView,
): readonly Why[] {
  const near = catalog.mainHosts.flatMap((host) => {
    const meant = nearest(name, workspace.ids(host));
    return meant === undefined ? [] : [{ host, meant }];
  });
  return [
    reasonOf(null, 'lost', t('No agent here is named "{name}".', { name })),
    ...near.map(({ host, meant }) =>
      reasonOf(
        host,
        'lost',
        t('{host} has an agent named "{name}".', { host: host.name, name: meant }),
      ),
    ),
    ...foldersRead(catalog, { chosen: [], editor: null }),
  ];
}

// The characters that cause a problem: the shortest range without which the host no longer has it.

/**
 * The range that causes a blocker.
 * @param within ranges to search, the likeliest first.
 * @param budget Each attempt needs a verdict, so long ranges are not shrunk all the way.
 * @returns null where removing no range resolves it, such as for a missing field.
 */
function causesOf(
  text: string,
  { place, context }: { readonly place: Place; readonly context: Context },
  { about }: Pick<Blocker, 'about'>,
  within: readonly Span[],
  budget: WorkBudget,
): Span | null {
  const outline = outlineOfFile(place.path, text);
  const countIn = (changed: string): number =>
    blockersOf(judge(outlineOfFile(place.path, changed), place, context)).filter(
      (one) => one.about === about,
    ).length;
  const before = countIn(text);
  const all = blockersOf(judge(outline, place, context)).length;
  /** Whether the blocker is resolved without this range, and no other appears. */
  const isCause = ({ start, end }: Span): boolean => {
    if (start >= end || !budget.spend({ outline }, 1)) return false;
    const without = text.slice(0, start) + text.slice(end);
    const left = blockersOf(judge(outlineOfFile(place.path, without), place, context));
    return left.filter((one) => one.about === about).length < before && left.length < all;
  };
  // A single stray character is the cause, whatever is around it. A letter of a word is none: another word would do without it too.
  const isStray = ({ start, end }: Span): boolean => !letter.test(text.slice(start, end));
  for (const length of [1, 2]) {
    const short = windows(within[0], length).filter(isStray).find(isCause);
    if (short) return short;
  }
  const found = within.find(isCause);
  return found ? wholeWords(text, shrunk(found, isCause)) : null;
}

const letter = /[\p{L}\p{N}_-]/u;

/** The span with the words whole that it contains parts of. */
function wholeWords(text: string, { start, end }: Span): Span {
  const isLetter = (at: number): boolean => letter.test(text.charAt(at));
  let from = start;
  let to = end;
  if (isLetter(start)) while (from > 0 && isLetter(from - 1)) from -= 1;
  if (isLetter(end - 1)) while (to < text.length && isLetter(to)) to += 1;
  return { start: from, end: to };
}

function windows(span: Span | undefined, length: number): readonly Span[] {
  if (!span || span.end - span.start > 100) return [];
  return Array.from({ length: Math.max(0, span.end - span.start - length + 1) }, (_, at) => ({
    start: span.start + at,
    end: span.start + at + length,
  }));
}

/** Shrinks a range from both ends, in steps that get smaller. */
function shrunk(from: Span, isCause: (span: Span) => boolean): Span {
  let { start, end } = from;
  for (let step = (end - start) >> 1; step > 0; step >>= 1) {
    while (isCause({ start: start + step, end })) start += step;
    while (isCause({ start, end: end - step })) end -= step;
  }
  return { start, end };
}
