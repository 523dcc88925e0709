import { page } from './page-config';

/** The words of a custom label in the language of this page. */
export function labelNamed(name: string): string {
  const words = page.labels[name];
  if (words === undefined) throw new Error(`the page has no words for the label ${name}`);
  return words;
}
