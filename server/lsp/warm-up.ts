// After a file is opened, most of the code that an edit needs has not been compiled by the JavaScript engine
// yet. Meanwhile a few edits are simulated in a copy of the document so that the first real ones are as fast
// as later ones. Every step is short, and the first message from the editor stops the warm-up.
import { complete } from '../features/completion/complete';
import { diagnose } from '../features/diagnostics';
import { hover } from '../features/hover';
import { type View, viewOf } from '../features/view';

/** Fields in different stages of being typed, repeated while there are steps left. */
const typed = 'notes: Some words, more\nstate: [a, b]\nlimits:\n  x: "y"\n';
const steps = 70;
const pauseMs = 3;

/**
 * Simulates edits in copies of `view` until `isOver` returns true or all steps are done. Errors are ignored
 * here because the same error would be reported for a real edit.
 */
export function warmUp(view: View, isOver: () => boolean): void {
  const { outline } = view;
  if (outline.shape !== 'closed' || view.places.length === 0) return;
  const { text, head } = outline;
  let previous = view;
  const step = (count: number): void => {
    if (count >= steps || isOver()) return;
    const written = typed.slice(0, count % typed.length);
    const at = head.end + written.length;
    const copy = `${text.slice(0, head.end)}${written}\n${text.slice(head.end)}`;
    try {
      previous = viewOf({ ...view, text: copy, previous });
      diagnose(previous);
      complete(previous, at);
      hover(previous, head.start);
      // Edits in the prompt use a different code path and are the most frequent ones.
      for (const more of ['.', '. ', '. A'])
        diagnose(viewOf({ ...view, text: `${copy}${more}`, previous }));
    } catch {
      return;
    }
    setTimeout(step, pauseMs, count + 1);
  };
  setTimeout(step, pauseMs, 0);
}
