// Reads files of the open folders for a server without file access, through the file system of the editor.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FilesAnswer,
  type FilesParams,
  filesMethod,
  type TextsAnswer,
  type TextsParams,
  textsMethod,
} from '../server/protocol/protocol';

/** Limited, because each file may be fetched over the network. */
const maxFiles = 2_000;
const batchSize = 20;
const excluded = '**/{node_modules,.git}/**';

export function handleFileRequests(client: BaseLanguageClient, log: vscode.LogOutputChannel): void {
  client.onRequest(filesMethod, async ({ globs }: FilesParams): Promise<FilesAnswer> => {
    const found = await vscode.workspace.findFiles(`{${globs.join(',')}}`, excluded, maxFiles);
    if (found.length === maxFiles)
      log.warn(`Only the first ${maxFiles} agent files are known; there may be more.`);
    const texts = await textsOf(found);
    return {
      files: found.flatMap((uri, index) => {
        const text = texts[index];
        return text == null ? [] : [{ uri: uri.toString(), text }];
      }),
    };
  });
  client.onRequest(
    textsMethod,
    async ({ uris }: TextsParams): Promise<TextsAnswer> => ({
      texts: await textsOf(uris.map((uri) => vscode.Uri.parse(uri))),
    }),
  );
}

async function textsOf(uris: readonly vscode.Uri[]): Promise<readonly (string | null)[]> {
  const texts: (string | null)[] = [];
  for (let start = 0; start < uris.length; start += batchSize)
    texts.push(...(await Promise.all(uris.slice(start, start + batchSize).map(textOf))));
  return texts;
}

async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await vscode.workspace.fs.readFile(uri),
    );
  } catch {
    return null; // The file was removed, or is a folder.
  }
}
