// The front door of editors in a browser: a worker, spoken to by messages. Files are had through the editor.
import {
  BrowserMessageReader,
  BrowserMessageWriter,
  createConnection,
} from 'vscode-languageserver/browser';
import { scriptEnding } from '../lsp/handlers/settings';
import { mirrored } from '../lsp/mirror';
import { serve } from '../lsp/server';
import { version } from '../version';
import { clientWorld } from '../world/client';

// The types of a worker and those of Node are not had at once.
const port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0];

// Scripts are many, and only whether one is there counts: the editor is not asked for them.
const world = clientWorld((path) => !scriptEnding.test(path));
const wires = mirrored(new BrowserMessageReader(port), new BrowserMessageWriter(port), world);
const connection = createConnection(wires.reader, wires.writer);
wires.asks(connection);
serve(connection, world, version);
// A process ends by itself; a worker stays, with all that it keeps.
connection.onExit(() => (globalThis as unknown as { close(): void }).close());
