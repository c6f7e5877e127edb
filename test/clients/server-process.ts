// The server as a process over standard input and output, as editors start it.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import {
  createProtocolConnection,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

export interface ServerProcess {
  readonly child: ChildProcess;
  readonly connection: ProtocolConnection;
  readonly answer: InitializeResult;
}

/**
 * @param listen Called before the session begins, to handle what the server sends.
 * @param transcript a file to which the messages are written.
 */
export async function serverProcess(
  params: Omit<InitializeParams, 'processId' | 'rootUri'> & { readonly rootUri?: string },
  listen: (connection: ProtocolConnection) => void,
  transcript?: string,
): Promise<ServerProcess> {
  const recorder =
    transcript === undefined ? [] : ['test/clients/editors/recorder.mjs', transcript];
  const child = spawn(process.execPath, [...recorder, 'dist/server.js', '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  assert.ok(child.stdout && child.stdin);
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  listen(connection);
  connection.listen();
  const answer = await connection.sendRequest(InitializeRequest.type, {
    ...{ processId: process.pid, rootUri: null, ...params },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return { child, connection, answer };
}
