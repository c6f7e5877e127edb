import { type Message, render } from '../../text/message';

/** What a host does, as a sentence: `Claude Code ignores it.` @param host the host, for its product name. */
export const effectIn = (host: { readonly name: string }, effect: Message): string =>
  render(effect, { host: host.name });
