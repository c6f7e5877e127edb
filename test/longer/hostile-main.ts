// The processor time of every request on hostile texts. Each text has a process of its own, because it may end it.
import { fork } from 'node:child_process';
import { directServer } from '../support/direct-server';
import { type Asked, editorRequests, ownRequests } from '../support/every-request';
import { type HostileText, hostileTexts } from '../support/hostile-texts';

/** Milliseconds of processor time after which no more requests are sent. */
const mostMs = 10_000;

/** Milliseconds of processor time that an answer may take. */
const budgetMs = 100;

interface Measured {
  /** Milliseconds of processor time, the least of several attempts. */
  readonly times: Readonly<Record<string, number>>;
  readonly memory: number;
  readonly errors: readonly string[];
}

const uri = 'file:///w/';

/** The requests that are sent for the place of the caret. */
const dependsOnCaret = new Set([
  'completion',
  'hover',
  'highlights',
  'code actions',
  'prepare rename',
]);
const idOf = ({ at, name }: HostileText): string => `${at} ${name}`;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Runs until the work that waits for requests is done. */
const turns = async (): Promise<void> => {
  for (let count = 0; count < 6; count++) await new Promise((done) => setImmediate(done));
};

async function measure({ at, text }: HostileText): Promise<Measured> {
  const server = await directServer();
  const times: Record<string, number> = {};
  let version = 1;
  /** The processor time of one run; a result that is a promise is part of it. */
  const timed = async (name: string, run: () => unknown): Promise<void> => {
    const from = cpu();
    await run();
    times[name] = Math.min(times[name] ?? Number.POSITIVE_INFINITY, cpu() - from);
  };
  const edit = (file: string, line: number, character: number, letter: string): void => {
    const start = { line, character };
    const range =
      letter === '' ? { start, end: { line, character: character + 1 } } : { start, end: start };
    server.edit(file, ++version, [{ range, text: letter }]);
  };
  const askEverything = async (file: string, content: string, rounds: number): Promise<void> => {
    const lines = content.split('\n');
    const last = lines.length - 1;
    const whole = {
      start: { line: 0, character: 0 },
      end: { line: last, character: lines[last]?.length ?? 0 },
    };
    // The description, and the line below it, which holds what is hostile.
    const spots = [
      { at: 'head', line: Math.min(2, last), character: 13 },
      { at: 'below', line: Math.min(3, last), character: 3 },
      { at: 'body', line: Math.max(0, last - 1), character: 0 },
    ].map((spot) => ({
      ...spot,
      character: Math.min(spot.character, lines[spot.line]?.length ?? 0),
    }));
    const typed = new Set<string>();
    /** Types a letter, or deletes the one that was typed before. */
    const toggle = ({ at, line, character }: (typeof spots)[number]): void => {
      edit(file, line, character, typed.has(at) ? '' : 'x');
      if (!typed.delete(at)) typed.add(at);
    };
    for (let round = 0; round < rounds; round++)
      for (const spot of spots) {
        const position = { line: spot.line, character: spot.character };
        const asked: Asked = { uri: file, position, whole, host: 'claude-code' };
        for (const { name, handler, params } of [
          ...editorRequests(asked).filter(
            ({ name }) => spot.at === 'below' || dependsOnCaret.has(name),
          ),
          ...(spot.at === 'below' ? ownRequests(asked) : []),
        ]) {
          if (overdue()) return;
          toggle(spot);
          await timed(`${name} ${spot.at}`, () => server.ask(handler, params));
          await turns();
        }
        toggle(spot);
        await timed(`key ${spot.at}`, turns);
      }
  };
  const until = cpu() + mostMs;
  const overdue = (): boolean => cpu() > until;
  // What is loaded at the first file, and at the first YAML that needs the whole parser, belongs to no request.
  const warm = `${uri}.claude/agents/warm.md`;
  for (const tools of ['Read, Bassh', '&own [Read, Bassh]']) {
    const small = `---\nname: warm\ndescription: Reviews a change.\ntools: ${tools}\n---\n\nYou review the change.\n`;
    server.open(warm, small, 'chatagent');
    await askEverything(warm, small, 2);
    server.close(warm);
  }
  for (const key of Object.keys(times)) delete times[key];
  version = 1;
  await timed('open', async () => {
    server.open(uri + at, text, 'chatagent');
    await turns();
  });
  await askEverything(uri + at, text, 2);
  if (overdue()) times['not finished'] = mostMs;
  return {
    times,
    memory: process.resourceUsage().maxRSS / 1024,
    errors: server.errors.slice(0, 3),
  };
}

interface Result extends Partial<Measured> {
  readonly ended?: string;
}

const measureApart = (id: string): Promise<Result> =>
  new Promise((resolve) => {
    const child = fork(__filename, ['--one', id], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
    let result: Result = {};
    let stderr = '';
    child.stderr?.on('data', (data) => {
      stderr += String(data);
    });
    const late = setTimeout(() => {
      result = { ended: 'no end within 15 minutes' };
      child.kill('SIGKILL');
    }, 900_000);
    child.on('message', (message) => {
      result = message as Measured;
    });
    child.on('exit', (code, signal) => {
      clearTimeout(late);
      if (!result.times && !result.ended)
        result = { ended: `${signal ?? code}: ${stderr.trim().split('\n')[0]}` };
      resolve(result);
    });
  });

async function main(words: readonly string[]): Promise<number> {
  const at = words.indexOf('--over');
  const over = at < 0 ? budgetMs : Number(words[at + 1]);
  const names = words.filter((_, index) => at < 0 || (index !== at && index !== at + 1));
  const chosen = hostileTexts.filter((text) => names.every((word) => idOf(text).includes(word)));
  let bad = 0;
  for (const text of chosen) {
    const { times = {}, memory = 0, errors = [], ended } = await measureApart(idOf(text));
    const slow = Object.entries(times).sort(([, a], [, b]) => b - a);
    const beyond = slow.filter(([, ms]) => ms > over);
    const isBad = ended !== undefined || beyond.length > 0 || errors.length > 0;
    if (isBad) bad++;
    const shown = (beyond.length > 0 ? beyond.slice(0, 12) : slow.slice(0, 1)).map(
      ([name, ms]) => `${name} ${Math.round(ms)}`,
    );
    console.log(
      `${isBad ? 'SLOW' : 'ok  '} ${idOf(text)} | ${Math.round(memory)} MB | ${ended ?? shown.join(', ')}`,
    );
    for (const error of errors)
      console.log(`     ${error.split('\n').slice(0, 4).join(' / ').slice(0, 400)}`);
  }
  console.log(`${chosen.length} texts, ${bad} over ${over} ms of processor time or with an error`);
  return bad === 0 ? 0 : 1;
}

const [flag, id] = process.argv.slice(2);
if (flag === '--one') {
  const found = hostileTexts.find((text) => idOf(text) === id);
  if (found) void measure(found).then((result) => process.send?.(result, () => process.exit(0)));
} else void main(process.argv.slice(2)).then((code) => process.exit(code));
