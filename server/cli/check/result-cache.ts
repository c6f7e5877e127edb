// `dossier check --cache`: the results of earlier runs, by everything on which they depend. The result of one file depends on its
// text, its places and the settings; the results across files on all of them and on every question that a run asks the disk.
import { createHash } from 'node:crypto';
import type { Host } from '../../hosts/model/host';
import type { Location } from '../../hosts/model/location';
import type { Place } from '../../hosts/model/place';
import type { KnownAgent, KnownSkill } from '../../rules/workspace-view';
import type { Settings } from '../../settings/settings';
import type { FileText } from '../../text/file-text';
import { memoize } from '../../text/memoize';
import { english } from '../../text/translate';
import { version } from '../../version';
import type { FileContent } from '../../workspace/index';
import type { ResultStore } from '../../world/file-system';
import { type Io, UsageError, type World } from '../io';
import type { CheckedFile } from './checked-file';

export const cacheFlags = {
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
} as const;

export const cacheUsage = `  --cache              use the results of the last run for what has not changed
  --cache-location D   store them in the folder D instead of the user's folder for caches; implies --cache`;

/**
 * Null if none was requested.
 * @param command what the results depend on, besides the files and the settings.
 * @throws UsageError
 */
export function resultCacheOf(
  values: Readonly<Record<string, unknown>>,
  command: unknown,
  world: World,
  io: Io,
): ResultCache | null {
  const { cache, 'cache-location': folder } = values;
  if (cache !== true && folder === undefined) return null;
  if (folder === '') throw new UsageError('--cache-location requires a folder');
  const store = io.results?.(folder === undefined ? null : String(folder)) ?? null;
  if (!store) throw new UsageError('--cache requires a home folder, and there is none');
  const { cwd, home = null } = world;
  return new ResultCache(store, JSON.stringify([version, cwd, home, command]), world);
}

/** What is stored of a file: without its text, and with places by their order. */
type StoredResult = Omit<CheckedFile, 'text' | 'content'>;
type StoredPart<Known> = Omit<Known, 'place'> & { readonly place: number };

interface StoredContent {
  readonly agents: readonly StoredPart<KnownAgent>[];
  readonly skills: readonly StoredPart<KnownSkill>[];
}

interface StoredFile {
  readonly key: string;
  /** `StoredContent` as JSON, because it is needed only where the results across files are not known. */
  readonly content: string;
  /** Absent where only the content was needed. */
  readonly result?: StoredResult;
}

/** The results of the rules that compare files. */
interface StoredAcross {
  /** Of all files and their keys. */
  readonly files: string;
  readonly answers: readonly (readonly [question: string, answer: string])[];
  /** The names that the user's own files define; null if they were not needed. */
  readonly userNames: string | null;
  /** By path. Files without such findings are absent. */
  readonly results: Readonly<Record<string, StoredResult>>;
}

interface Stored {
  readonly files: Readonly<Record<string, StoredFile>>;
  readonly across: StoredAcross | null;
}

/** A file as a run sees it. */
export interface Seen {
  readonly file: string;
  readonly text: string;
  readonly places: readonly Place[];
  readonly settings: Settings;
  /** Whether its result depends on more than this. */
  readonly isOpenEnded: boolean;
}

export class ResultCache {
  /** The same files. What a run asks is recorded, because the results depend on the answers. */
  readonly world: World;
  readonly #store: ResultStore;
  readonly #name: string;
  readonly #last: Stored;
  readonly #files = new Map<string, StoredFile>();
  readonly #across = new Map<string, StoredResult>();
  readonly #answers = new Map<string, string>();
  readonly #digest = createHash('sha256');
  #userNames: string | null = null;
  #hasNews = false;
  #isRepeatable = true;

  constructor(store: ResultStore, name: string, world: World) {
    this.#store = store;
    this.#name = name;
    this.#last = storedIn(store.read(name));
    this.world = recorded(world, this.#answers);
  }

  /** Must be called for each file that the results across files may depend on, in order. */
  see(path: string, seen?: Seen): string {
    const key = seen
      ? keyOf(seen, this.#answers.get(`read ${seen.file}`) ?? hashOf(seen.text))
      : '';
    this.#digest.update(JSON.stringify([path, key]));
    return key;
  }

  /** @param isWanted whether the result has what the run needs. */
  checked(
    { file, text, places }: Seen,
    key: string,
    isWanted: (result: StoredResult) => boolean,
  ): CheckedFile | null {
    const known = this.#known(file, key);
    if (!known?.result || !isWanted(known.result)) return null;
    return { ...known.result, text, content: () => contentAt(known, places) };
  }

  content({ file, places }: Seen, key: string): FileContent | null {
    const known = this.#known(file, key);
    return known && contentAt(known, places);
  }

  /** @param result absent if only the content was needed. */
  keep(
    { file, places, isOpenEnded }: Seen,
    key: string,
    { agents, skills }: FileContent,
    result?: CheckedFile,
  ): void {
    if (isOpenEnded) return;
    if (
      result &&
      (result.isIncomplete ||
        result.fixed > 0 ||
        result.difference !== undefined ||
        result.unfixed !== undefined)
    ) {
      this.#isRepeatable = false;
      return;
    }
    const stored = { agents: withoutPlaces(agents, places), skills: withoutPlaces(skills, places) };
    if ([...stored.agents, ...stored.skills].some(({ place }) => place < 0)) return;
    this.#files.set(file, {
      key,
      content: JSON.stringify(stored),
      ...(result && { result: withoutText(result) }),
    });
    this.#hasNews = true;
  }

  /**
   * Returns what was found for each file, if nothing has changed on which it depends. Called once, after the last call of `see`.
   * @param userNames what the user's own files define.
   */
  across(userNames: () => unknown): ReadonlyMap<string, StoredResult> | null {
    const { across } = this.#last;
    const files = this.#digest.digest('base64');
    this.#seenFiles = files;
    if (!across || across.files !== files) return null;
    const isSame = ([question, answer]: readonly [string, string]): boolean =>
      (this.#answers.get(question) ?? asked(question, this.world)) === answer;
    if (!across.answers.every(isSame)) return null;
    if (across.userNames !== null && across.userNames !== textOf(userNames())) return null;
    return new Map(Object.entries(across.results));
  }
  #seenFiles = '';

  /** Records that the results across files depend on what the user's own files define. */
  askUserNames(names: unknown): void {
    this.#userNames = textOf(names);
  }

  keepAcross(path: string, result: CheckedFile): void {
    this.#across.set(path, withoutText(result));
  }

  /**
   * Stores the results of this run.
   * @param isKnown whether the results across files are those of the last run.
   * @param isPart whether files were read that were not checked.
   * @returns why they could not be stored, or null.
   */
  end({ isKnown, isPart }: { readonly isKnown: boolean; readonly isPart: boolean }): string | null {
    const isNewAcross = !isKnown && !isPart && this.#isRepeatable;
    if (!this.#hasNews && !isNewAcross) return null;
    const across: StoredAcross | null = isNewAcross
      ? {
          files: this.#seenFiles,
          answers: [...this.#answers],
          userNames: this.#userNames,
          results: Object.fromEntries(this.#across),
        }
      : this.#last.across;
    const stored: Stored = { files: Object.fromEntries(this.#files), across };
    return this.#store.write(this.#name, JSON.stringify(stored));
  }

  #known(file: string, key: string): StoredFile | null {
    const known = Object.hasOwn(this.#last.files, file) ? this.#last.files[file] : undefined;
    if (known?.key !== key) return null;
    this.#files.set(file, known);
    return known;
  }
}

const nothing: Stored = { files: {}, across: null };

/** Only this program writes what the store returns, so nothing in it is verified again. */
/** The text is that of a run of this version. Another build of it may have stored results in another form, which count as none. */
function storedIn(text: string | null): Stored {
  if (text === null) return nothing;
  try {
    const found: unknown = JSON.parse(text);
    return isStored(found) ? found : nothing;
  } catch {
    return nothing;
  }
}

const isStored = (found: unknown): found is Stored =>
  isMap(found) && isMap(found['files']) && (found['across'] === null || isMap(found['across']));

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

interface AtPlace {
  readonly place: Place;
}

const withoutPlaces = <Known extends AtPlace>(
  all: readonly Known[],
  places: readonly Place[],
): readonly StoredPart<Known>[] => all.map((one) => ({ ...one, place: places.indexOf(one.place) }));

const withPlaces = <Known extends AtPlace>(
  all: readonly StoredPart<Known>[],
  places: readonly Place[],
): readonly Known[] =>
  all.flatMap((one) => {
    const place = places[one.place];
    return place ? [{ ...one, place } as unknown as Known] : [];
  });

function contentAt({ content }: StoredFile, places: readonly Place[]): FileContent {
  const { agents, skills } = JSON.parse(content) as StoredContent;
  return { agents: withPlaces(agents, places), skills: withPlaces(skills, places) };
}

function withoutText({ text: _, content: __, ...result }: CheckedFile): StoredResult {
  return result;
}

// Keys.

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64');

const keyOf = ({ file, places, settings }: Seen, text: string): string =>
  hashOf(JSON.stringify([file, text, places.map(placeText), settingsText(settings)]));

const settingsText = memoize((settings: Settings): string => JSON.stringify(settings));
const locationText = memoize((location: Location): string => JSON.stringify(location));
const hostText = ({ id, version: of }: Host): string => `${id}@${of}`;

/** Everything that a place states, and what it reads from other files. */
const placeText = (place: Place): readonly unknown[] => {
  const { host, location, unread, fault, named, given, rulesAround, definitionsAround, ...plain } =
    place;
  const expected = unread?.();
  return [
    hostText(host),
    locationText(location),
    plain,
    expected && [hostText(expected.host), expected.skippedEntry],
    fault?.(),
    named?.(),
    given?.(),
    rulesAround?.(),
    definitionsAround?.().map((one) => [
      one,
      [...one.under, ...one.over].map(({ span }) => one.sourceOf(span)?.file),
    ]),
  ];
};

const textOf = (names: unknown): string =>
  JSON.stringify(names, (_, value: unknown) => (isHost(value) ? hostText(value) : value));

const isHost = (value: unknown): value is Host =>
  typeof value === 'object' && value !== null && 'locations' in value && 'id' in value;

// What a run asks the disk.

const questions = {
  has: (path: string, { has }: World): string => String(has(path)),
  isFolder: (path: string, { isFolder }: World): string => String(isFolder(path)),
  isExecutable: (path: string, { isExecutable }: World): string => String(isExecutable(path)),
  read: (path: string, { read }: World): string => answerOf(read(path)),
} as const;

const answerOf = (text: FileText): string =>
  typeof text === 'string' ? hashOf(text) : `${text.problem} ${english(text.message)}`;

function asked(question: string, world: World): string {
  const end = question.indexOf(' ');
  return questions[question.slice(0, end) as keyof typeof questions](
    question.slice(end + 1),
    world,
  );
}

function recorded(world: World, answers: Map<string, string>): World {
  return {
    ...world,
    has(path) {
      const answer = world.has(path);
      answers.set(`has ${path}`, String(answer));
      return answer;
    },
    isFolder(path) {
      const answer = world.isFolder(path);
      answers.set(`isFolder ${path}`, String(answer));
      return answer;
    },
    isExecutable(path) {
      const answer = world.isExecutable(path);
      answers.set(`isExecutable ${path}`, String(answer));
      return answer;
    },
    read(path, maxBytes) {
      const text = world.read(path, maxBytes);
      answers.set(`read ${path}`, answerOf(text));
      return text;
    },
  };
}
