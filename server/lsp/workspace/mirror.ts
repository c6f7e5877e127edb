// Mirrors the files of a client whose file system the server cannot read. Before the server is notified that
// files were created or changed, it receives their contents.

import type {
  Connection,
  FileEvent,
  Message,
  MessageReader,
  MessageWriter,
} from 'vscode-languageserver';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentEndings } from '../../hosts/catalog/places';
import { expandBraces } from '../../hosts/model/glob';
import {
  type FilesAnswer,
  filesMethod,
  type TextsAnswer,
  textsMethod,
} from '../../protocol/protocol';
import { companionGlobs } from '../../workspace/companions/files';
import { keyOf, pathOf } from '../documents/uri';
import { scriptEnding, watchedFiles } from '../handlers/settings';
import { FileChangeType } from '../library';

/**
 * Files whose contents are requested: agents and their companions. The globs contain no braces because
 * editors may combine them into a brace group.
 */
function globsFor(catalog: HostCatalog): readonly string[] {
  const { agentGlobs, all } = watchedFiles(catalog);
  return [
    ...new Set(
      [
        ...agentGlobs
          .filter((glob) => glob.endsWith('/**'))
          .flatMap((glob) => [...agentEndings(catalog)].map((ending) => `${glob}/*${ending}`)),
        ...[...all, ...companionGlobs(catalog)].map((name) => `**/${name}`),
      ].flatMap(expandBraces),
    ),
  ];
}

/** The store for the mirrored files. */
interface Texts {
  /** @param text The contents, or null if the file, or the folder with everything in it, was deleted. */
  put(path: string, text: string | null): void;
  clear(): void;
}

export interface Mirror {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** Sets the connection that uses this reader and writer. */
  readonly asks: (connection: Connection) => void;
}

interface IncomingMessage {
  readonly method?: string;
  readonly params?: unknown;
}

/** Creates the layer between the transport and the server. */
export function mirrored(
  catalog: HostCatalog,
  from: MessageReader,
  to: MessageWriter,
  texts: Texts,
): Mirror {
  const globs = globsFor(catalog);
  let mount: Mount = mountOf(undefined);
  let root = '';
  let connection: Connection | undefined;

  /** Requests all files, at startup. */
  const fill = async (): Promise<void> => {
    const answer = await connection?.sendRequest<FilesAnswer>(filesMethod, { globs });
    if (!answer) return;
    texts.clear();
    for (const { uri, text } of answer.files) texts.put(pathOf(uri), text);
  };

  const update = async (changes: readonly FileEvent[]): Promise<void> => {
    // Scripts are excluded: only their existence matters, and a script that is not mirrored is not assumed to
    // be missing.
    const known = changes.filter(({ uri }) => !scriptEnding.test(pathOf(uri)));
    const there = known.filter(({ type }) => type !== FileChangeType.Deleted);
    const uris = there.map(({ uri }) => uri);
    const answer =
      uris.length > 0
        ? await connection?.sendRequest<TextsAnswer>(textsMethod, { uris })
        : undefined;
    const now = new Map(uris.map((uri, index) => [uri, answer?.texts[index] ?? null]));
    for (const { uri } of known) texts.put(pathOf(uri), now.get(uri) ?? null);
    // When a folder is created with files in it, the client may report only the folder.
    const isFolder = ({ uri, type }: FileEvent): boolean =>
      type === FileChangeType.Created && now.get(uri) === null;
    if (there.some(isFolder)) await fill();
  };

  /** Runs updates in sequence, so that a late response does not restore outdated contents. */
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>, then: () => void): void => {
    // If the request fails, the server still serves the open documents.
    last = last
      .then(work)
      .catch(() => undefined)
      .then(then);
  };

  return {
    asks(one) {
      connection = one;
    },
    reader: {
      onError: from.onError,
      onClose: from.onClose,
      onPartialMessage: from.onPartialMessage,
      dispose: () => from.dispose(),
      listen: (listener) =>
        from.listen((message) => {
          const { method, params } = message as IncomingMessage;
          if (method === 'initialize') {
            const theirs = rootIn(params);
            mount = mountOf(theirs);
            root = String(mount.inward(theirs ?? ''));
          }
          const inward = mount.inward(message) as Message & IncomingMessage;
          if (method === 'workspace/didChangeWatchedFiles') {
            const { changes } = inward.params as { changes: readonly FileEvent[] };
            return inTurn(
              () => update(changes),
              () => void listener(inward),
            );
          }
          listener(inward);
          if (method === 'initialized' || method === 'workspace/didChangeWorkspaceFolders')
            inTurn(fill, () => void listener(allMayHaveChanged(catalog, root)));
        }),
    },
    writer: {
      onError: to.onError,
      onClose: to.onClose,
      write: (message) => to.write(mount.outward(message) as Message),
      end: () => to.end(),
      dispose: () => to.dispose(),
    },
  };
}

/**
 * Creates a notification that makes the server reread its settings and all files, because its configuration
 * files may have been added.
 */
const allMayHaveChanged = (catalog: HostCatalog, root: string): Message & IncomingMessage => ({
  jsonrpc: '2.0',
  method: 'workspace/didChangeWatchedFiles',
  params: {
    changes: watchedFiles(catalog).all.map((name) => ({
      uri: `${root}/${name}`,
      type: FileChangeType.Changed,
    })),
  },
});

function rootIn(params: unknown): string | undefined {
  const { workspaceFolders, rootUri } = params as {
    workspaceFolders?: readonly { uri: string }[] | null;
    rootUri?: string | null;
  };
  return workspaceFolders?.[0]?.uri ?? rootUri ?? undefined;
}

// Maps the virtual file system of an editor without a disk (`vscode-vfs://github/...`) to the `file://` URIs
// that the server uses. Incoming and outgoing messages are translated so that the rest of the server is not
// affected. Has no side effects.

/** Scheme and authority, up to the path. */
const beforePath = /^[a-z][a-z0-9+.-]*:\/\/[^/]*(?=\/|$)/i;

const own = 'file://';

interface Mount {
  /** Translates a message from the client for the server. */
  readonly inward: (message: unknown) => unknown;
  /** Translates a message from the server for the client. */
  readonly outward: (message: unknown) => unknown;
}

/** @param uri A URI in that file system. URIs of other file systems are not translated. */
function mountOf(uri: string | undefined): Mount {
  const theirs = uri === undefined ? undefined : beforePath.exec(uri)?.[0];
  if (theirs === undefined || theirs === own) return { inward: same, outward: same };
  const isTheirs = (prefix: string): boolean => keyOf(prefix) === keyOf(theirs);
  return {
    inward: translator(isTheirs, own),
    outward: translator((prefix) => prefix === own, theirs),
  };
}

const same = (message: unknown): unknown => message;

/** The values of these keys are file contents, so they are not translated even if they look like URIs. */
const isTextKey = (key: string): boolean =>
  key === 'text' || key === 'newText' || key === 'insertText' || key === 'textEditText';

/** Translates every string that is such a URI, including keys, because workspace edits are keyed by file. */
function translator(
  isFrom: (prefix: string) => boolean,
  to: string,
): (message: unknown) => unknown {
  const moved = (text: string): string => {
    const prefix = beforePath.exec(text)?.[0];
    return prefix !== undefined && prefix !== text && isFrom(prefix)
      ? `${to}${text.slice(prefix.length)}`
      : text;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return moved(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        moved(key),
        isTextKey(key) && typeof one === 'string' ? one : walk(one),
      ]),
    );
  };
  return walk;
}
