// Claude Code answers about skills at the start of a session: its commands are those that the user may call, and the first request
// to the model holds the list that the model sees.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { Facts } from '../../facts';
import { isInPlugin, pluginFolder, type Question, type SkillSubject } from '../../question';
import { inBatches } from '../batches';
import { type Request, startService } from '../claude-code/service';
import { environment } from '../claude-code/session';
import { removeFolder } from '../remove-folder';
import { commandBatching, folderOf, laySkills, skillAnswer, skillBatching } from './batch';
import type { Ask } from './index';

/** About skills. */
export const askSkills: Ask = (folder, questions) =>
  inBatches(questions, {
    ...skillBatching,
    atOnce: 100,
    ask: (batch) => answers(programIn(folder), batch, 'skill'),
  });

/** About commands. */
export const askCommands: Ask = (folder, questions) =>
  inBatches(questions, {
    ...commandBatching,
    atOnce: 100,
    ask: (batch) => answers(programIn(folder), batch, 'command'),
  });

/** What a call names: the folder of a skill; the path of a command with colons, without a last `SKILL.md`. */
const idOf = (file: string, subject: SkillSubject): string => {
  const id =
    subject === 'skill'
      ? folderOf(file)
      : file
          .replace(/^.*?\/commands\//, '')
          .replace(/(?:\/SKILL)?\.md$/i, '')
          .replaceAll('/', ':');
  return file.startsWith(`${pluginFolder}/`) ? `${pluginFolder}:${id}` : id;
};

/** In plugins, the program may have other signs in the name than in that of the folder. */
const withoutSigns = (id: string): string => id.replaceAll(/[^\w:-]/g, '-');

const programIn = (folder: string): string =>
  path.join(
    folder,
    'node_modules/@anthropic-ai',
    `claude-code-${process.platform}-${process.arch}`,
    'claude',
  );

const patience = 180_000;

async function answers(
  program: string,
  batch: readonly Question[],
  subject: SkillSubject,
): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-claude-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const service = await startService();
  try {
    laySkills(at, batch);
    mkdirSync(path.join(at.home, '.claude'), { recursive: true });
    writeFileSync(path.join(at.home, '.claude/settings.json'), '{"disableAllHooks":true}');
    const trusted = { projects: { [at.project]: { hasTrustDialogAccepted: true } } };
    writeFileSync(path.join(at.home, '.claude.json'), JSON.stringify(trusted));
    const plugin = path.join(at.project, pluginFolder);
    const more = batch.some(isInPlugin) ? ['--plugin-dir', plugin] : [];
    const commands = await commandsIn(program, at, service.port, more);
    const listed = listedIn(
      service.all(),
      batch.flatMap(({ path: file }) => {
        const id = idOf(file, subject);
        return [id, withoutSigns(id)];
      }),
    );
    return batch.map(({ path: file }) => {
      const own = idOf(file, subject);
      const id =
        [own, withoutSigns(own)].find((one) => commands.some(({ name }) => name === one)) ?? own;
      const { name: shown, description } = listed.get(id) ?? {};
      const user = commands.some(
        ({ name, aliases = [] }) => name === id || name === shown || aliases.includes(id),
      );
      // The program does not show one that neither can call.
      if (description === undefined && !user) return { seen: 'no' };
      return skillAnswer(
        {
          listed: description !== undefined,
          user,
          ...(description !== undefined && { name: id, description }),
        },
        subject,
      );
    });
  } finally {
    await service.close();
    removeFolder(root);
  }
}

interface Command {
  readonly name: string;
  /** The folder, where the name is the field. */
  readonly aliases?: readonly string[];
}

async function commandsIn(
  program: string,
  { project, home }: { readonly project: string; readonly home: string },
  port: number,
  more: readonly string[],
): Promise<readonly Command[]> {
  const words = ['-p', '--input-format', 'stream-json', '--output-format', 'stream-json'];
  const child = spawn(program, [...words, '--verbose', '--no-session-persistence', ...more], {
    cwd: project,
    env: {
      ...environment(home, port, { background: false }),
      // Enough for every description of a batch in full.
      SLASH_COMMAND_TOOL_CHAR_BUDGET: '1000000',
    },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patience);
  const send = (line: object): void => {
    child.stdin.write(`${JSON.stringify(line)}\n`);
  };
  send({ type: 'control_request', request_id: '1', request: { subtype: 'initialize' } });
  send({ type: 'user', message: { role: 'user', content: 'Say ok.' } });
  let commands: readonly Command[] | undefined;
  for await (const line of createInterface({ input: child.stdout })) {
    const message = JSON.parse(line) as {
      readonly type: string;
      readonly response?: { readonly response?: { readonly commands?: readonly Command[] } };
    };
    if (message.type === 'control_response') commands = message.response?.response?.commands;
    if (message.type === 'result') child.stdin.end();
  }
  clearTimeout(timer);
  if (!commands) throw new Error('Claude Code did not list its commands');
  return commands;
}

const heading = 'The following skills are available';

interface Shown {
  /** The field, where it differs from the folder. */
  readonly name?: string | undefined;
  readonly description: string;
}

/**
 * The skills by folder, as the model reads them: `- folder: text`, or `- folder (name): text`. The program escapes tags in
 * its list.
 */
function listedIn(
  requests: readonly Request[],
  folders: readonly string[],
): ReadonlyMap<string, Shown> {
  const texts = requests.flatMap(({ messages = [] }) =>
    messages.flatMap(({ content }) =>
      typeof content === 'string'
        ? [content]
        : (content as readonly { readonly text?: string }[]).map(({ text = '' }) => text),
    ),
  );
  const list = texts.find((text) => text.includes(heading)) ?? '';
  const lines = list.slice(list.indexOf(heading)).split('\n');
  const found = new Map<string, Shown>();
  for (const folder of folders)
    for (const line of lines) {
      if (!line.startsWith(`- ${folder}`)) continue;
      const rest = /^(?: \((.*?)\))?(?:: (.*))?$/.exec(line.slice(folder.length + 2));
      if (!rest) continue;
      const [, name, description = ''] = rest;
      found.set(folder, {
        name,
        description: description.replaceAll('&lt;', '<').replaceAll('&gt;', '>'),
      });
    }
  return found;
}
