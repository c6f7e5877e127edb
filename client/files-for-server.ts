// Reads files for a server that cannot: those of the open folders, through the editor's own file system.
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type FilesAnswer,
  type FilesParams,
  filesMethod,
  type TextsAnswer,
  type TextsParams,
  textsMethod,
} from '../server/protocol';

/** Each may be fetched over the network. */
const mostFiles = 2_000;
const atOnce = 20;
const passedOver = '**/{node_modules,.git}/**';

export function answerForFiles(client: BaseLanguageClient, log: vscode.LogOutputChannel): void {
  client.onRequest(filesMethod, async ({ globs }: FilesParams): Promise<FilesAnswer> => {
    const found = await vscode.workspace.findFiles(`{${globs.join(',')}}`, passedOver, mostFiles);
    if (found.length === mostFiles)
      log.warn(`Only the first ${mostFiles} agent files are known; there may be more.`);
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
  for (let at = 0; at < uris.length; at += atOnce)
    texts.push(...(await Promise.all(uris.slice(at, at + atOnce).map(textOf))));
  return texts;
}

async function textOf(uri: vscode.Uri): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      await vscode.workspace.fs.readFile(uri),
    );
  } catch {
    return null; // gone, or a folder
  }
}
