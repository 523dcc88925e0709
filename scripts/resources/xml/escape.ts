/** Text safe inside an element or a double-quoted attribute, escaped as Salesforce writes it (`&quot;`, `&apos;`). */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"'\r]/g, (character) => entities[character] ?? character);
}

/** Whether XML 1.0 can hold every character of `text`; control characters and lone surrogates have no spelling in it. */
export function isXmlText(text: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are the very characters that XML 1.0 refuses
  return !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u.test(text);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A bare carriage return would be read back as a line feed.
  '\r': '&#13;'
};
