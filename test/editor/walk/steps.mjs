import { completion } from './steps/completion.mjs';
import { fix } from './steps/fix.mjs';
import { install } from './steps/install.mjs';
import { newAgent } from './steps/new-agent.mjs';
import { preview } from './steps/preview.mjs';
import { probe } from './steps/probe.mjs';
import { settings } from './steps/settings.mjs';
import { welcome } from './steps/welcome.mjs';
import { writeOnce } from './steps/write-once.mjs';

/** In the order in which they are walked. */
export const steps = [
  install,
  welcome,
  newAgent,
  completion,
  fix,
  preview,
  probe,
  writeOnce,
  settings,
];
