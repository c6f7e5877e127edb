// The messages of a client whose files cannot be read from here: before the server hears that files are there, or are others
// than they were, it is given what stands in them.
import type {
  Connection,
  FileEvent,
  Message,
  MessageReader,
  MessageWriter,
} from 'vscode-languageserver';
import { expandBraces } from '../hosts/glob';
import { type FilesAnswer, filesMethod, type TextsAnswer, textsMethod } from '../protocol';
import { companionGlobs } from '../workspace/companions/files';
import { agentGlobs, scriptEnding, watched } from './handlers/settings';
import { FileChangeType } from './library';
import { type Mount, mountOf } from './mount';
import { pathOf } from './uri';

/** Whose texts are asked for: agents, and what is looked at beside them. Without braces: an editor puts them into its own. */
const globs: readonly string[] = [
  ...new Set(
    [
      ...agentGlobs.filter((glob) => glob.endsWith('/**')).map((glob) => `${glob}/*.md`),
      ...[...watched, ...companionGlobs].map((name) => `**/${name}`),
    ].flatMap(expandBraces),
  ),
];

/** Where the texts are kept. */
interface Texts {
  /** @param text null: the file is gone, or the folder with all that lay in it. */
  put(path: string, text: string | null): void;
  clear(): void;
}

export interface Mirror {
  readonly reader: MessageReader;
  readonly writer: MessageWriter;
  /** The connection over those two. */
  readonly asks: (connection: Connection) => void;
}

interface Heard {
  readonly method?: string;
  readonly params?: unknown;
}

/** What stands between the wires and the server. */
export function mirrored(from: MessageReader, to: MessageWriter, texts: Texts): Mirror {
  let mount: Mount = mountOf(undefined);
  let root = '';
  let connection: Connection | undefined;

  /** All that is there, from the beginning. */
  const fill = async (): Promise<void> => {
    const answer = await connection?.sendRequest<FilesAnswer>(filesMethod, { globs });
    if (!answer) return;
    texts.clear();
    for (const { uri, text } of answer.files) texts.put(pathOf(uri), text);
  };

  const update = async (changes: readonly FileEvent[]): Promise<void> => {
    // Only whether a script is there counts, and of none it is known that it is not.
    const known = changes.filter(({ uri }) => !scriptEnding.test(pathOf(uri)));
    const there = known.filter(({ type }) => type !== FileChangeType.Deleted);
    const uris = there.map(({ uri }) => uri);
    const answer =
      uris.length > 0
        ? await connection?.sendRequest<TextsAnswer>(textsMethod, { uris })
        : undefined;
    const now = new Map(uris.map((uri, index) => [uri, answer?.texts[index] ?? null]));
    for (const { uri } of known) texts.put(pathOf(uri), now.get(uri) ?? null);
    // A folder that comes with files in it is all that is told of them.
    const isFolder = ({ uri, type }: FileEvent): boolean =>
      type === FileChangeType.Created && now.get(uri) === null;
    if (there.some(isFolder)) await fill();
  };

  /** One after the other: an answer that comes late must not bring back what was there before. */
  let last: Promise<void> = Promise.resolve();
  const inTurn = (work: () => Promise<void>, then: () => void): void => {
    // Without its files the server still serves what is open.
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
      listen: (hear) =>
        from.listen((message) => {
          const { method, params } = message as Heard;
          if (method === 'initialize') {
            const theirs = rootIn(params);
            mount = mountOf(theirs);
            root = String(mount.inward(theirs ?? ''));
          }
          const inward = mount.inward(message) as Message & Heard;
          if (method === 'workspace/didChangeWatchedFiles') {
            const { changes } = inward.params as { changes: readonly FileEvent[] };
            return inTurn(
              () => update(changes),
              () => void hear(inward),
            );
          }
          hear(inward);
          if (method === 'initialized' || method === 'workspace/didChangeWorkspaceFolders')
            inTurn(fill, () => void hear(allMayHaveChanged(root)));
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

/** What makes the server read its settings and look at everything anew: the files by which it does may have come. */
const allMayHaveChanged = (root: string): Message & Heard => ({
  jsonrpc: '2.0',
  method: 'workspace/didChangeWatchedFiles',
  params: {
    changes: watched.map((name) => ({ uri: `${root}/${name}`, type: FileChangeType.Changed })),
  },
});

function rootIn(params: unknown): string | undefined {
  const { workspaceFolders, rootUri } = params as {
    workspaceFolders?: readonly { uri: string }[] | null;
    rootUri?: string | null;
  };
  return workspaceFolders?.[0]?.uri ?? rootUri ?? undefined;
}
