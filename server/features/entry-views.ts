// The agents in a configuration file, each as a document of its own with the offsets of the file. An edit leaves most of them as
// they were, so what was found in those is carried over it.

import type { EntryPath } from '../agent/entry-outline';
import type { Outline } from '../agent/outline';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Context } from '../hosts/model/context';
import type { Host } from '../hosts/model/host';
import type { Place } from '../hosts/model/place';
import type { OnFault } from '../rules/fault';
import type { Finding } from '../rules/rule';
import type { Definitions } from '../rules/workspace-view';
import { entriesInUse } from '../settings/chosen';
import type { Settings } from '../settings/settings';
import { detachedCopy } from '../text/detached-copy';
import { shifted, type TextChange } from '../text/edit';
import { type Span, slice } from '../text/span';
import { type EntryHolder, entriesIn } from '../workspace/companions/entries';
import { carriedOver } from './carried-findings';

/** What was found in an agent of the previous version, by its text. */
interface KnownEntry {
  readonly source: string;
  readonly start: number;
  readonly findings: readonly Finding[];
}

/** An agent, as far as it is needed here. */
interface Entry {
  readonly outline: Outline;
  readonly places: readonly Place[];
  madeFindings(): readonly Finding[] | undefined;
}

interface Shared {
  readonly catalog: HostCatalog;
  readonly path: string;
  readonly text: string;
  readonly settings: Settings;
  readonly context?: Context;
  readonly only?: readonly Host[] | undefined;
  readonly editor?: string | null;
  readonly onFault?: OnFault;
}

/** What the view of the file is made of. */
interface FileInput extends Shared {
  readonly entryHolders?: () => readonly EntryHolder[];
  readonly change?: TextChange | undefined;
  readonly previous?:
    | {
        readonly settings: Settings;
        readonly context: Context;
        readonly entryHolders: () => readonly EntryHolder[];
        madeEntries(): readonly Entry[];
      }
    | undefined;
}

interface EntryInput extends Shared {
  readonly places: readonly Place[];
  readonly definitions: () => Definitions;
  readonly carried?: readonly Finding[];
}

interface Parts<V> {
  readonly input: FileInput;
  /** What the workspace and the file itself define. */
  readonly definitions: () => Definitions;
  readonly viewOf: (input: EntryInput) => V;
}

/**
 * They are without the other agents of the workspace: what refers to whom is in the names of the file. Nothing of the view before
 * is kept but its findings.
 */
export class EntryViews<V extends Entry> {
  readonly #make: (isTyped: boolean) => readonly V[];
  /** Whether findings are carried over an edit, which drops their fixes. */
  readonly isCarried: boolean;
  #strict: readonly V[] | undefined = undefined;
  #tolerant: readonly V[] | undefined = undefined;

  constructor(parts: Parts<V>) {
    const known = knownEntries(parts.input);
    this.isCarried = known.size > 0;
    this.#make = entryMaker(parts, known);
  }

  /** In source order; none in a file that cannot be read. */
  all(): readonly V[] {
    this.#strict ??= this.#make(false);
    return this.#strict;
  }

  /** The agent at the offset, also in incomplete text. */
  at(offset: number): V | undefined {
    const all = this.all();
    if (all.length > 0) return all.find(({ outline }) => holds(outline, offset));
    this.#tolerant ??= this.#make(true);
    return this.#tolerant.find(({ outline }) => holds(outline, offset));
  }

  /** Those that were requested already. */
  made(): readonly V[] {
    return this.#strict ?? [];
  }
}

/** Keeps only what it needs of the input, which has the view before. */
function entryMaker<V extends Entry>(
  { input, definitions, viewOf }: Parts<V>,
  before: ReadonlyMap<string, KnownEntry>,
): (isTyped: boolean) => readonly V[] {
  const { catalog, path, text, settings, context, only, editor, onFault } = input;
  const { entryHolders = noHolders, change } = input;
  const same = {
    ...{ catalog, path, text, settings, only, onFault, definitions },
    ...(context && { context }),
    ...(editor !== undefined && { editor }),
  };
  return (isTyped) => {
    const holders = entryHolders();
    if (holders.length === 0) return [];
    return entriesIn(text, holders, { isTyped }).flatMap(({ entry, span, places: all }) => {
      const places = entriesInUse(catalog, all, settings);
      if (places.length === 0) return [];
      const known = before.get(keyOf(entry));
      const isKnown = known && change && isWhere(known, text, span, change);
      return viewOf({
        ...{ ...same, places },
        ...(isKnown && { carried: carriedOver(known.findings, change) }),
      });
    });
  };
}

const noHolders = (): readonly EntryHolder[] => [];

/** Another agent of the same name and text may be the one that counts now. */
const isWhere = (
  { source, start }: KnownEntry,
  text: string,
  span: Span,
  change: TextChange,
): boolean => shifted(start, [change]) === span.start && slice(text, span) === source;

/** Those of which the findings are known. Fixes are dropped, because they would keep the text before. */
function knownEntries({
  previous,
  change,
  settings,
  context,
  entryHolders,
}: FileInput): ReadonlyMap<string, KnownEntry> {
  const known = new Map<string, KnownEntry>();
  const isSame =
    previous?.settings === settings &&
    previous.entryHolders === entryHolders &&
    (!context || previous.context === context);
  if (!isSame || !change) return known;
  for (const view of previous.madeEntries()) {
    const entry = view.places[0]?.entry;
    const found = view.madeFindings();
    if (!entry || !found) continue;
    const findings = found.map((one) => ({ ...one, fixes: [] }));
    const { outline } = view;
    const source = detachedCopy(sourceOf(outline));
    known.set(keyOf(entry), { source, start: startOf(outline), findings });
  }
  return known;
}

const keyOf = ({ key, name }: EntryPath): string => `${key} ${name}`;

const startOf = ({ opening, head }: Outline): number => (opening ?? head).start;

/** The name of the agent and its fields. */
const sourceOf = (outline: Outline): string =>
  outline.text.slice(startOf(outline), outline.head.end);

const holds = (outline: Outline, offset: number): boolean =>
  startOf(outline) <= offset && offset <= outline.head.end;
