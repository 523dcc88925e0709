import { make } from '../make';
import { settings } from '../settings';

/** Lets a frame of another site send SETUP to the connector, and waits until it has. */
export function poison(into: Element, connector: HTMLIFrameElement): Promise<void> {
  const place = [...Array(window.frames.length).keys()].find(
    (index) => window.frames[index] === connector.contentWindow
  );
  const frame = make('iframe', {
    src: `https://${settings.strangerHost}/poison?frame=${place ?? 0}`,
    title: 'Somebody else',
    class: 'connector-frame',
    tabindex: '-1'
  });
  return new Promise((resolve) => {
    const deadline = window.setTimeout(done, 5000);
    function heard({ source, data }: MessageEvent<unknown>): void {
      if (source === frame.contentWindow && data === 'poisoned') done();
    }
    function done(): void {
      window.clearTimeout(deadline);
      window.removeEventListener('message', heard);
      frame.remove();
      resolve();
    }
    window.addEventListener('message', heard);
    into.append(frame);
  });
}
