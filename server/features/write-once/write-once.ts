// One file for several hosts: what in it blocks which of them, and the smallest change after which all of them load it;
// or that there is none, and why.

import { expectation } from '../../hosts/check';
import type { Host } from '../../hosts/host';
import type { Place } from '../../hosts/place';
import { ownPlace } from '../../hosts/places';
import { perHost } from '../../rules/gather';
import { listed } from '../../rules/words';
import type { Edit } from '../../text/edit';
import { render } from '../../text/message';
import type { Span } from '../../text/span';
import { difference } from '../fixes';
import { type View, viewOf } from '../view';
import type { Blocker } from './blockers';
import { type Change, fieldsOf, takenAlike } from './changes';
import { lostFields, type Search, type State, search } from './search';
import { isLimit } from './within';

export interface Blocked {
  readonly host: Host;
  /** Null: the file as a whole. */
  readonly span: Span | null;
  /** What is wrong, and what the host does. */
  readonly message: string;
}

/** An order in a few words, with the field that it is about. */
const stepOf = ({ title, key }: Change): string =>
  key === undefined || title.includes(key) ? title : `${title} in ${key}`;

export interface WriteOnce {
  /** In the order of the file; empty where every host loads it as it is. */
  readonly blocked: readonly Blocked[];
  /** Null where nothing is to be done, or nothing can be. */
  readonly change: {
    /** Orders in a few words: `Replace with blue`. */
    readonly steps: readonly string[];
    readonly edits: readonly Edit[];
    readonly text: string;
  } | null;
  /** What the change costs, or why there is none. */
  readonly notes: readonly string[];
}

/** @param hosts asked for: each judges the file where it lies, or as if it lay in that host's own folder. */
export function writeOnce(view: View, hosts: readonly Host[]): WriteOnce {
  const places = hosts.flatMap((host) => placeFor(view, host) ?? []);
  const others = view.places.filter(({ host }) => !hosts.includes(host));
  const found = search(viewFor(view, places), viewFor(view, others));
  const blocked = found.start.blockers.map((blocker) => blockedBy(found.start.view, blocker));
  const before = view.outline.text;
  const done = found.found;
  if (!done) return { blocked, change: null, notes: whyNone(found, others) };
  if (done.changes.length === 0) return { blocked, change: null, notes: cautions(done) };
  const { text } = done.view.outline;
  return {
    blocked,
    change: {
      steps: done.changes.map(stepOf),
      edits: difference(before, text),
      text,
    },
    notes: [...costOf(found.start, done), ...cautions(done)],
  };
}

const placeFor = ({ places, path }: View, host: Host): Place | null => {
  const place = places.find((one) => one.host === host) ?? ownPlace(host, path);
  // What it was told by severity is no matter here: every chosen host counts alike.
  return place && { ...place, role: 'owner' };
};

const viewFor = ({ path, outline, settings, context }: View, places: readonly Place[]): View =>
  viewOf({ path, text: outline.text, places, context, settings: { ...settings, rules: {} } });

/** In the words of the finding on it, where there is one. */
export function blockedBy(view: View, { verdict, span, effect, missing, field }: Blocker): Blocked {
  const { host } = verdict.place;
  const finding = perHost(view.findings()).find(
    (one) =>
      one.host === host.id &&
      (one.severity === 'error' || one.severity === 'warning') &&
      (span === null || (one.span !== null && meets(one.span, span, field?.span))),
  );
  const what = missing === undefined ? field?.key : `no ${missing}`;
  return {
    host,
    span: finding?.span ?? span,
    message:
      finding?.message ??
      `${render(effect, { host: host.name })}${what === undefined ? '' : ` (${what})`}`,
  };
}

const meets = (a: Span, b: Span, field: Span | undefined): boolean =>
  (a.start <= b.end && b.start <= a.end) ||
  (field !== undefined && field.start <= a.start && a.end <= field.end);

/** What a host took before and does not take any more; and where that could not be helped, why. */
function costOf(start: State, done: State): readonly string[] {
  const lost = lostFields(start.view, done.view);
  return [...new Set(lost.map(({ key }) => key))].flatMap((key) => {
    const names = lost.filter((one) => one.key === key).map(({ host }) => host);
    return [`${listed(names)} will not have "${key}" any more.`, ...noCommon(start, key)];
  });
}

/** That no value of a field is taken by all, where that is so. */
function noCommon({ view }: State, key: string): readonly string[] {
  if (takenAlike(view.verdicts(), key)?.isEmpty !== true) return [];
  const taken = fieldsOf(view.verdicts(), key).map(
    ({ host, field: { type } }) => `${host.name} takes ${expectation(type)}.`,
  );
  return [`No value of "${key}" suits all of them.`, ...taken];
}

function whyNone({ furthest }: Search, others: readonly Place[]): readonly string[] {
  if (furthest.blockers.length === 0) {
    const names = listed(others.map(({ host }) => host.name));
    return [
      `What would do it costs ${names} the agent, or lets it do more there: this file is read there too.`,
    ];
  }
  const keys = new Set<string>();
  return furthest.blockers.flatMap((blocker): readonly string[] => {
    const { field, missing, verdict } = blocker;
    const { host } = verdict.place;
    const key = field?.key ?? missing ?? blocker.id;
    if (keys.has(key)) return [];
    keys.add(key);
    if (missing !== undefined)
      return [`${host.name} needs "${missing}", and only you can say what it is.`];
    if (!field)
      return [`Nothing is known that would make ${host.name} take it, and change nothing else.`];
    const reasons = noCommon(furthest, key);
    const limit = isLimit(key)
      ? [`Without "${key}" the agent could do more than it says.`]
      : [`No value of "${key}" is known that is meant and that ${host.name} takes.`];
    return [...reasons, ...limit];
  });
}

/** What is not well although every host loads it. */
const cautions = (state: State): readonly string[] => [...unheard(state), ...unstarted(state)];

/** An agent that loads and cannot start is no matter of one file for all: a model is a host's own. */
const unstarted = ({ view }: State): readonly string[] =>
  view
    .verdicts()
    .flatMap(({ place, runs, runsNot }) =>
      runs === false && runsNot !== undefined ? [render(runsNot, { host: place.host.name })] : [],
    );

/** Limits that one of the hosts keeps and another does not know: both load, and in the other it forbids nothing. */
function unheard({ view }: State): readonly string[] {
  const verdicts = view.verdicts();
  const keys = verdicts.flatMap(({ fields }) =>
    fields.filter(({ field, fate }) => field && fate === 'kept' && rules.has(field.role)),
  );
  return [...new Set(keys.map(({ key }) => key))].flatMap((key) => {
    const deaf = verdicts.filter(({ fields }) =>
      fields.some((one) => one.key === key && one.field === undefined),
    );
    const names = deaf.map(({ place }) => place.host.name);
    return names.length === 0
      ? []
      : [
          `${listed(names)} ${deaf.length > 1 ? 'do' : 'does'} not know "${key}": what it forbids is not forbidden there.`,
        ];
  });
}

const rules = new Set<string | undefined>(['tools', 'denied-tools', 'permission']);
