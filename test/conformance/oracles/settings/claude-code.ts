// Claude Code answers which settings are in effect, by a request of its protocol. Rules that it reads and that match nothing are in its
// debug log.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { type Facts, facts, names, yesNo } from '../../facts';
import type { Question } from '../../question';
import { environment } from '../claude-code/session';
import { removeFolder } from '../remove-folder';
import type { Ask } from '../skills';
import { laySkills } from '../skills/batch';

const patience = 60_000;
const atOnce = 2;

/** All files have one path, so each is asked about alone. */
export const askClaudeCode: Ask = async (folder, questions) => {
  const program = path.join(
    folder,
    'node_modules/@anthropic-ai',
    `claude-code-${process.platform}-${process.arch}`,
    'claude',
  );
  const found: Facts[] = [];
  for (let from = 0; from < questions.length; from += atOnce)
    found.push(
      ...(await Promise.all(
        questions.slice(from, from + atOnce).map((question) => answer(program, question)),
      )),
    );
  return found;
};

interface Settings {
  readonly permissions?: Readonly<Record<string, unknown>>;
  readonly hooks?: Readonly<Record<string, readonly { readonly hooks?: readonly unknown[] }[]>>;
}

async function answer(program: string, question: Question): Promise<Facts> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-claude-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const log = path.join(root, 'debug.log');
  try {
    laySkills(at, [question]);
    mkdirSync(at.home, { recursive: true });
    const trusted = { projects: { [at.project]: { hasTrustDialogAccepted: true } } };
    writeFileSync(path.join(at.home, '.claude.json'), JSON.stringify(trusted));
    const settings = await settingsIn(program, at, log);
    return settings === 'absent'
      ? { settings: 'no' }
      : factsOf(settings, readFileSync(log, 'utf8'));
  } finally {
    removeFolder(root);
  }
}

function factsOf({ permissions = {}, hooks = {} }: Settings, log: string): Facts {
  const rules = (list: string): string => {
    const found = permissions[list];
    const without = new Set(
      [...log.matchAll(unmatched)].flatMap(([, of, one, other]) =>
        of === list ? [one ?? other] : [],
      ),
    );
    return names(
      Array.isArray(found) ? found.map(String).filter((rule) => !without.has(rule)) : [],
    );
  };
  return facts({
    settings: yesNo(true),
    ...Object.fromEntries(['allow', 'ask', 'deny'].map((list) => [list, rules(list)])),
    hooks: names(
      Object.entries(hooks).flatMap(([event, entries]) => {
        const count = entries.flatMap((entry) => entry.hooks ?? []).length;
        return count === 0 ? [] : [`${event}:${count}`];
      }),
    ),
  });
}

/** A rule that matches nothing, after the name of its list: in quotes, or without them. */
const unmatched =
  /Permission (allow|deny|ask) rule (?:"([^\n]*?)" matches no known tool|\([^\n]*?\): ([^\n]*?) (?:is not matched by|mixes \* with))/g;

/** The settings of the file; `absent` where the program uses none of it. */
async function settingsIn(
  program: string,
  { project, home }: { readonly project: string; readonly home: string },
  log: string,
): Promise<Settings | 'absent'> {
  const words = ['-p', '--input-format', 'stream-json', '--output-format', 'stream-json'];
  const child = spawn(
    program,
    [...words, '--verbose', '--no-session-persistence', '--debug-file', log],
    {
      cwd: project,
      // No model is called.
      env: environment(home, 9, { background: false }),
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  for (const subtype of ['initialize', 'get_settings'])
    child.stdin.write(
      `${JSON.stringify({ type: 'control_request', request_id: subtype, request: { subtype } })}\n`,
    );
  let found: Settings | 'absent' | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const { response } = JSON.parse(line) as {
      readonly response?: {
        readonly request_id?: string;
        readonly response?: {
          readonly sources?: readonly { readonly source: string; readonly settings: Settings }[];
        };
      };
    };
    if (response?.request_id !== 'get_settings') continue;
    const own = response.response?.sources?.find(({ source }) => sources.has(source));
    found = own?.settings ?? 'absent';
    child.stdin.end();
  }
  clearTimeout(timer);
  if (found === undefined) throw new Error('Claude Code did not answer which settings it uses');
  return found;
}

const sources: ReadonlySet<string> = new Set(['projectSettings', 'localSettings', 'userSettings']);
