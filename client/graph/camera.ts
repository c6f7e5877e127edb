// Where the picture lies below the window: moved and enlarged by wheel, mouse, finger and keys.
import type { Camera } from './messages';

export interface Size {
  readonly width: number;
  readonly height: number;
}

const [least, most] = [0.15, 2];
/** Smaller than this, names cannot be read: the whole is not shown at any price. */
const readable = 0.55;
const margin = 24;

export const zoomedTo = (camera: Camera, zoom: number, at: { x: number; y: number }): Camera => {
  const next = Math.min(most, Math.max(least, zoom));
  const by = next / camera.zoom;
  return { x: at.x - (at.x - camera.x) * by, y: at.y - (at.y - camera.y) * by, zoom: next };
};

/** All of it where that can be read, else its beginning. */
export function fitted(picture: Size, window: Size, smallest = readable): Camera {
  const fits = Math.min(
    (window.width - 2 * margin) / Math.max(1, picture.width),
    (window.height - 2 * margin) / Math.max(1, picture.height),
  );
  const zoom = Math.min(1, Math.max(smallest, fits));
  const centred = (room: number, size: number): number =>
    Math.max(margin, (room - size * zoom) / 2);
  return {
    x: centred(window.width, picture.width),
    y: Math.min(centred(window.height, picture.height), 2 * margin),
    zoom,
  };
}

/** So that a box can be seen. */
export function following(
  camera: Camera,
  box: { x: number; y: number } & Size,
  window: Size,
): Camera {
  const shift = (from: number, size: number, room: number): number => {
    if (from < margin) return margin - from;
    return Math.min(0, room - margin - (from + size));
  };
  const { zoom } = camera;
  return {
    x: camera.x + shift(camera.x + box.x * zoom, box.width * zoom, window.width),
    y: camera.y + shift(camera.y + box.y * zoom, box.height * zoom, window.height),
    zoom,
  };
}
