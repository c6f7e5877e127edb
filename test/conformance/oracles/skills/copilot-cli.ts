// Copilot CLI answers about skills in a session, which lists them with their files.
import { mkdtempSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Facts } from '../../facts';
import { isInPlugin, pluginFolder, type Question, type SkillSubject } from '../../question';
import { inBatches } from '../batches';
import { startPeer } from '../copilot-cli';
import { startService } from '../copilot-cli/service';
import { removeFolder } from '../remove-folder';
import { commandBatching, laySkills, skillAnswer, skillBatching } from './batch';
import type { Ask } from './index';

/** About skills. */
export const askSkills: Ask = (folder, questions) =>
  inBatches(questions, { ...skillBatching, ask: (batch) => answers(folder, batch, 'skill') });

/** About commands, which the program lists as skills. */
export const askCommands: Ask = (folder, questions) =>
  inBatches(questions, { ...commandBatching, ask: (batch) => answers(folder, batch, 'command') });

interface Skill {
  readonly name: string;
  /** What a person types, where it is of a plugin. */
  readonly commandName?: string;
  readonly description: string;
  readonly path?: string;
  readonly userInvocable: boolean;
}

async function answers(
  folder: string,
  batch: readonly Question[],
  subject: SkillSubject,
): Promise<readonly Facts[]> {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'dossier-copilot-')));
  const at = { project: path.join(root, 'project'), home: path.join(root, 'home') };
  const service = await startService();
  try {
    const files = laySkills(at, batch);
    const peer = startPeer(folder, { home: at.home, port: service.port, online: false });
    try {
      await peer.ask('connect');
      const isOfPlugin = batch.some(isInPlugin);
      if (isOfPlugin)
        await peer.ask('plugins.install', { source: path.join(at.project, pluginFolder) });
      const { sessionId } = (await peer.ask('session.create', {
        workingDirectory: at.project,
        model: 'stand-in',
        enableConfigDiscovery: true,
        provider: { type: 'openai', baseUrl: `http://127.0.0.1:${service.port}/v1` },
      })) as { sessionId: string };
      await peer.ask('session.skills.reload', { sessionId });
      const { skills } = (await peer.ask('session.skills.list', { sessionId })) as {
        skills: readonly Skill[];
      };
      // What is installed is a copy.
      const pathOf = ({ path: file = '' }: Skill): string =>
        isOfPlugin
          ? file.replace(/^.*(?=\/(?:skills|commands)\/)/, `${at.project}/${pluginFolder}`)
          : file;
      const nameOf = ({ name, commandName = name }: Skill): string =>
        isOfPlugin ? commandName : name;
      const byPath = new Map(
        skills.map((skill) => [pathOf(skill), { ...skill, name: nameOf(skill) }]),
      );
      return files.map((file) => {
        const skill = byPath.get(file);
        return skillAnswer(skill ? { ...skill, user: skill.userInvocable } : null, subject);
      });
    } finally {
      await peer.close();
    }
  } finally {
    service.close();
    removeFolder(root);
  }
}
