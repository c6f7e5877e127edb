// Qwen Code answers by its own code which servers of a project it starts, and which of them wait for approval.
import { type Facts, facts } from '../../facts';
import { askQwenCode as askAboutSettings } from '../settings/qwen-code';
import type { Ask } from '../skills';

export const askQwenCode: Ask = async (folder, questions) =>
  (await askAboutSettings(folder, questions)).map(serversOf);

const serversOf = ({ starts, servers, waiting, keys, unread }: Facts): Facts =>
  facts({ starts, servers, waiting, keys, unread });
