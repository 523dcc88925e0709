/** Frames of one page, with those within them: Lightning has few. */
const mostFrames = 200;

/** Whether a window may be looked into, because our page is in it. */
export function isOurs(other: unknown, origin: string): other is Window {
  try {
    return (other as Window | null)?.location.origin === origin;
  } catch {
    return false;
  }
}

/**
 * Where the phone may be: in the frame that opened this window as long as it is there; else, after Salesforce was loaded anew, in any
 * frame of that tab. What is posted to our origin reaches no other, and pages of others may be counted but not looked into.
 */
export function framesOf(opener: unknown, salesforce: Window | null, origin: string): readonly Window[] {
  if (isOurs(opener, origin) && !opener.closed) return [opener];
  if (salesforce === null || salesforce.closed) return [];
  const found: Window[] = [salesforce];
  for (let place = 0; place < found.length && found.length < mostFrames; place += 1) {
    const { frames } = found[place]!;
    for (let index = 0; index < frames.length; index += 1) found.push(frames[index]!);
  }
  return found.slice(1);
}
