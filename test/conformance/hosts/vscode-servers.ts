// Our verdict on `.vscode/mcp.json` in the words of VS Code's answers. Only the servers of the tests can be started there.
import type { Host } from '../../../server/hosts/model/host';
import { entryOf, textOf, type Value } from '../../../server/yaml/value';
import { type Facts, names, notPredicted } from '../facts';
import type { Question } from '../question';
import { verdictOn } from './verdict-on';

/** Null where the question is not about servers. */
export function vscodeServerFacts(question: Question, host: Host): Facts | null {
  if (question.path !== '.vscode/mcp.json') return null;
  const verdict = verdictOn(host, question);
  const field = verdict?.fields.find((one) => one.field?.role === 'servers');
  const isRead = verdict?.outcome === 'loads' || verdict?.outcome === 'loads-changed';
  if (!isRead || field?.value.kind !== 'map' || field.outcome === 'refused')
    return { servers: names([]), running: names([]) };
  const lost = new Set(
    field.outcome === 'ignored' ? [] : field.problems.map(({ path: [name] }) => name),
  );
  const entries = field.value.entries.filter(({ key }) => key !== '__proto__');
  if (entries.some(({ value }) => namesFiles(value)))
    return { servers: notPredicted('files that may be missing') };
  const listed = names(entries.map(({ key }) => key));
  // The editor shows no state of them.
  if (/^\s*\{"servers":\[/.test(question.text))
    return { servers: listed, running: notPredicted('a list of servers') };
  return {
    servers: listed,
    running: names(
      entries.filter(({ key, value }) => !lost.has(key) && canStart(value)).map(({ key }) => key),
    ),
  };
}

/** The stand-in answers at any path. */
const address = /^http:\/\/127\.0\.0\.1:41739(?:\/|$)/;

function canStart(server: Value): boolean {
  if (server.kind !== 'map') return false;
  const at = (key: string): Value | undefined => entryOf(server.entries, key)?.value;
  const isRemote = textOf(at('type') ?? server) === 'http' || at('command') === undefined;
  if (isRemote) {
    const url = at('url');
    return address.test(textOf(url?.kind === 'list' ? url.items[0] : url) ?? '');
  }
  const args = at('args');
  const [script] = args?.kind === 'list' ? args.items.map(textOf) : [];
  // Without arguments it runs and reads its input.
  return (
    textOf(at('command')) === 'node' &&
    (!script || /^(?:\$\{workspaceFolder\}\/)?server\.mjs$/.test(script))
  );
}

/** Whether the server starts depends on a folder or a file. */
const namesFiles = (server: Value): boolean =>
  server.kind === 'map' &&
  ['cwd', 'envFile'].some((key) => {
    const path = textOf(entryOf(server.entries, key)?.value ?? server);
    return path !== undefined && /[^.]/.test(path) && path !== '${workspaceFolder}';
  });
