/** What happened in this page so far, such as `put drafts #2`. */
export const happenings: string[] = [];

const query = new URLSearchParams(location.search);

/** Which page of which run this is. */
export const pageName = query.get('page') ?? '';

const crashAt = query.get('crashAt');
const counts = new Map<string, number>();

/** Notes that something happens. Where this page is to crash, it stops here and does nothing more: nobody answers the request. */
export function happens(what: string): void {
  const count = (counts.get(what) ?? 0) + 1;
  counts.set(what, count);
  const happening = `${what} #${count}`;
  happenings.push(happening);
  if (happening !== crashAt) return;
  const request = new XMLHttpRequest();
  request.open('POST', `/crash?page=${encodeURIComponent(pageName)}`, false);
  request.send();
}
