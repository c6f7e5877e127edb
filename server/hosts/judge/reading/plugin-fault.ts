// Agents of a plugin that the host rejects as a whole.
import type { Reader } from '../../model/reading';

/** As the reader, with a fatal flaw where the manifest or another file makes the host load nothing of the plugin. */
export const withPluginFault =
  (reader: Reader): Reader =>
  (input) => {
    const reading = reader(input);
    const fault = input.place.fault?.() ?? null;
    if (fault === null) return reading;
    const span = { start: 0, end: 0 };
    const code = fault.agentsIn === undefined ? 'broken-manifest' : 'unread-folder';
    const flaw = { code, span, message: fault.message, fatal: true } as const;
    return { ...reading, flaws: [flaw, ...reading.flaws] };
  };
