// One file for several hosts: what blocks each of them, and the smallest change after which all of them load it, or why there
// is none.

import { expectation } from '../../hosts/judge/expectation';
import type { Host } from '../../hosts/model/host';
import { effectIn } from '../../hosts/model/outcome';
import type { Place } from '../../hosts/model/place';
import { findingsPerHost } from '../../rules/merge-findings';
import { listed, quotedList } from '../../rules/words';
import { assumedPlace } from '../../settings/chosen';
import { difference, type Edit, shifted, type TextChange } from '../../text/edit';
import { joined, type Message, t } from '../../text/message';
import type { Span } from '../../text/span';
import { english } from '../../text/translate';
import { toolCount } from '../persona/tool-count';
import { type View, viewOf } from '../view/view';
import type { Blocker } from './blockers';
import { type Change, commonValuesFor, fieldsOf } from './changes';
import { isLimit } from './permissions-check';
import { lostFields, type Search, type State, search } from './search';

export interface Blocked {
  readonly host: Host;
  /** Null for the file as a whole. */
  readonly span: Span | null;
  /** The problem and what the host does, in whole sentences. */
  readonly message: Message;
}

/** The title of a change, with its field where the title does not name it. */
const stepOf = ({ title, key }: Change): Message =>
  key === undefined || english(title).includes(key)
    ? title
    : t('{step} in "{key}"', { step: title, key });

export interface Reason {
  readonly host: Host;
  /** The problem that the step resolves, and what the host does. */
  readonly message: Message;
  /** Where the step changed the text: an offset in the new text. */
  readonly at: number;
}

export interface MadeValid {
  /** In the order of the file; empty where every host loads it unchanged. */
  readonly blocked: readonly Blocked[];
  /** Null where no change is needed, or none is possible. */
  readonly change: {
    /** Imperatives without a full stop: `Replace with "blue"`. */
    readonly steps: readonly Message[];
    /** Why each step is needed, in the same order. */
    readonly reasons: readonly Reason[];
    readonly edits: readonly Edit[];
    readonly text: string;
  } | null;
  /** What the change costs, or why there is none. */
  readonly notes: readonly Message[];
}

/** @param hosts the chosen ones: each judges the file where it is, or as if it were in that host's own folder. */
export function writeOnce(view: View, hosts: readonly Host[]): MadeValid {
  const places = hosts.flatMap((host) => placeFor(view, host) ?? []);
  const others = view.places.filter(({ host }) => !hosts.includes(host));
  const found = search(viewFor(view, places), viewFor(view, others));
  const blocked = found.start.blockers.map((blocker) => describeBlocker(found.start.view, blocker));
  const before = view.outline.text;
  const done = found.found;
  if (!done) return { blocked, change: null, notes: whyNone(found, others) };
  if (done.changes.length === 0) return { blocked, change: null, notes: cautions(done) };
  const { text } = done.view.outline;
  return {
    blocked,
    change: {
      steps: done.changes.map(stepOf),
      reasons: reasonsOf(done),
      edits: difference(before, text),
      text,
    },
    notes: [...costOf(found.start, done), ...cautions(done)],
  };
}

function reasonsOf({ changes }: State): readonly Reason[] {
  return changes.map(({ resolves, before, edits }, index): Reason => {
    const later = changes.slice(index).flatMap(changesOf);
    const [first] = edits;
    // The position right before an edit stays where the edit itself is removed by a later one.
    const start = Math.max(0, first?.span.start ?? 0);
    const { host, message } = describeBlocker(before, resolves);
    return { host, message, at: shifted(start, later) ?? start };
  });
}

/** The edits of one step from the last to the first, so that each one's offsets are those of the text before it. */
const changesOf = ({ edits }: Change): readonly TextChange[] =>
  [...edits]
    .sort((a, b) => b.span.start - a.span.start)
    .map(({ span, text }) => ({ ...span, length: text.length }));

const placeFor = ({ places, path, settings }: View, host: Host): Place | null => {
  const place = places.find((one) => one.host === host) ?? assumedPlace(host, path, settings);
  // Guests report with lower severity, but here every chosen host counts the same.
  return place && { ...place, role: 'owner' };
};

const viewFor = (
  { catalog, path, outline, settings, context }: View,
  places: readonly Place[],
): View =>
  viewOf({
    ...{ catalog, path, text: outline.text, places, context },
    settings: { ...settings, rules: {} },
  });

/** With the message of the finding at the same place, where there is one. */
export function describeBlocker(view: View, blocker: Blocker): Blocked {
  const { verdict, span, effect, field } = blocker;
  const { host } = verdict.place;
  const finding = findingsPerHost(view.findingsFor(host.id)).find(
    (one) =>
      one.host === host.id &&
      (one.severity === 'error' || one.severity === 'warning') &&
      (span === null || (one.span !== null && meets(one.span, span, field?.span))),
  );
  const problem = problemOf(blocker);
  return {
    host,
    span: finding?.span ?? span,
    message: finding?.message ?? joined([...(problem ? [problem] : []), effectIn(host, effect)]),
  };
}

/** What is wrong, without what the host does: one sentence. Null where no more is known than that. */
export function problemOf({ about, missing, field, verdict }: Blocker): Message | null {
  if (missing !== undefined) return t('"{key}" is missing.', { key: missing });
  if (field) return t('The value of "{key}" is not valid.', { key: field.key });
  switch (about) {
    case 'no-frontmatter':
      return t('The file has no frontmatter.');
    case 'leading-text':
      return t('The frontmatter must begin on the first line.');
    case 'unclosed-fence':
      return t('The frontmatter has no closing "---".');
    case 'fence-language':
      return t('The first line must contain only "---".');
    case 'yaml':
    case 'not-a-mapping':
      return t('The frontmatter is not valid YAML.');
    case 'short-prompt':
      return (verdict.agent?.prompt.text ?? '') === ''
        ? t('The agent has no prompt.')
        : t('The prompt is too short.');
    default:
      return null;
  }
}

const meets = (a: Span, b: Span, field: Span | undefined): boolean =>
  (a.start <= b.end && b.start <= a.end) ||
  (field !== undefined && field.start <= a.start && a.end <= field.end);

/** The fields that hosts no longer use after the change, and why that could not be avoided. */
function costOf(start: State, done: State): readonly Message[] {
  const lost = lostFields(start.view, done.view);
  return [...new Set(lost.map(({ key }) => key))].flatMap((key) => {
    const names = lost.filter((one) => one.key === key).map(({ host }) => host);
    return [
      t('"{key}" no longer has an effect in {hosts}.', { key, hosts: listed(names) }),
      ...noCommon(start, key),
    ];
  });
}

/** That no value of a field is valid in all hosts, where that is the case. */
function noCommon({ view }: State, key: string): readonly Message[] {
  if (commonValuesFor(view.verdicts(), key)?.isEmpty !== true) return [];
  const accepted = fieldsOf(view.verdicts(), key).map(({ host, field: { type } }) =>
    t('{host} accepts {values}.', {
      host: host.name,
      values: expectation(type, view.outline.form),
    }),
  );
  return [t('No value of "{key}" is valid in all of these programs.', { key }), ...accepted];
}

function whyNone({ furthest }: Search, others: readonly Place[]): readonly Message[] {
  if (furthest.blockers.length === 0) {
    const names = listed(others.map(({ host }) => host.name));
    return [
      t(
        'The file is also read by {hosts}, where every possible change removes the agent or grants it more.',
        { hosts: names },
      ),
    ];
  }
  const keys = new Set<string>();
  return furthest.blockers.flatMap((blocker): readonly Message[] => {
    const { field, missing, verdict } = blocker;
    const { host } = verdict.place;
    const key = field?.key ?? missing ?? blocker.id;
    if (keys.has(key)) return [];
    keys.add(key);
    if (missing !== undefined)
      return [
        t('{host} needs "{key}", which only you can provide.', { host: host.name, key: missing }),
      ];
    if (!field)
      return [
        t('Dossier found no change that only makes {host} load the file.', {
          host: host.name,
        }),
      ];
    const reasons = noCommon(furthest, key);
    const limit = isLimit(furthest.view.catalog, key)
      ? [t('Without "{key}" the agent could do more than the file allows.', { key })]
      : [
          t('No value of "{key}" is known that {host} accepts and that has the same meaning.', {
            key,
            host: host.name,
          }),
        ];
    return [...reasons, ...limit];
  });
}

/** Problems that remain although every host loads the file. */
const cautions = (state: State): readonly Message[] => [
  ...unknownLimits(state),
  ...lostTools(state),
  ...startFailures(state),
];

/** Agents that load and cannot start. No change is searched for these, as models differ from host to host. */
const startFailures = ({ view }: State): readonly Message[] =>
  view
    .verdicts()
    .flatMap(({ place, runs, runsNot }) =>
      runs === false && runsNot !== undefined ? [effectIn(place.host, runsNot)] : [],
    );

/** More names than these are only counted. */
const maxNames = 5;

/** Tools that a host does not give the agent, without those that another tool of the list replaces. */
const lostTools = ({ view }: State): readonly Message[] =>
  view.verdicts().flatMap((verdict) => {
    const count = toolCount(verdict);
    const lost = verdict.tools.flatMap(({ written, outcome, why }) =>
      outcome === 'lost' && why !== 'replaced' && count?.notGranted.includes(written)
        ? [written]
        : [],
    );
    if (!count || lost.length === 0) return [];
    const { name } = verdict.place.host;
    return lost.length > maxNames
      ? [
          t('{host} does not grant {lost} of {count} tools.', {
            ...{ host: name, lost: lost.length, count: count.written },
          }),
        ]
      : [t('{host} does not grant {tools}.', { host: name, tools: quotedList(lost) })];
  });

/** Limits that one host applies and another does not have: both load the file, but the limit does not apply in the other. */
function unknownLimits({ view }: State): readonly Message[] {
  const verdicts = view.verdicts();
  const keys = verdicts.flatMap(({ fields }) =>
    fields.filter(
      ({ field, outcome }) => field && outcome === 'kept' && limitRoles.has(field.role),
    ),
  );
  return [...new Set(keys.map(({ key }) => key))].flatMap((key) => {
    const others = verdicts.filter(({ fields }) =>
      fields.some((one) => one.key === key && one.field === undefined),
    );
    const names = others.map(({ place }) => place.host.name);
    return names.length === 0
      ? []
      : [
          t('"{key}" is not a field of {hosts}, so its limits do not apply there.', {
            key,
            hosts: listed(names),
          }),
        ];
  });
}

const limitRoles = new Set<string | undefined>(['tools', 'denied-tools', 'permission']);
