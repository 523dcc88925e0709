/** The record that an address of Lightning names, from the root of the org's host; undefined for other addresses. */
export const recordIn = (url: string): string | undefined =>
  /^\/(?:lightning\/r\/(?:\w+\/)?)?([a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?)(?:\/(?:view|edit))?(?:\?|$)/.exec(url)?.[1];
