// Computes the position and zoom of the graph in its viewport.
import type { Camera } from './messages';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const [minZoom, maxZoom] = [0.15, 2];
/** Below this zoom, names are not readable, so fitting the graph does not zoom out further. */
const minReadableZoom = 0.55;
const margin = 24;

export const zoomTo = (camera: Camera, zoom: number, at: { x: number; y: number }): Camera => {
  const next = Math.min(maxZoom, Math.max(minZoom, zoom));
  const factor = next / camera.zoom;
  return { x: at.x - (at.x - camera.x) * factor, y: at.y - (at.y - camera.y) * factor, zoom: next };
};

/** Shows the whole graph if it is readable at that zoom, otherwise its beginning. */
export function fitToWindow(graph: Size, window: Size, minFitZoom = minReadableZoom): Camera {
  const scale = Math.min(
    (window.width - 2 * margin) / Math.max(1, graph.width),
    (window.height - 2 * margin) / Math.max(1, graph.height),
  );
  const zoom = Math.min(1, Math.max(minFitZoom, scale));
  const centered = (available: number, size: number): number =>
    Math.max(margin, (available - size * zoom) / 2);
  return {
    x: centered(window.width, graph.width),
    y: Math.min(centered(window.height, graph.height), 2 * margin),
    zoom,
  };
}

/** Moves the camera as little as needed to show a box. */
export function scrollToBox(
  camera: Camera,
  box: { x: number; y: number } & Size,
  window: Size,
): Camera {
  const shift = (from: number, size: number, available: number): number => {
    if (from < margin) return margin - from;
    return Math.min(0, available - margin - (from + size));
  };
  const { zoom } = camera;
  return {
    x: camera.x + shift(camera.x + box.x * zoom, box.width * zoom, window.width),
    y: camera.y + shift(camera.y + box.y * zoom, box.height * zoom, window.height),
    zoom,
  };
}
