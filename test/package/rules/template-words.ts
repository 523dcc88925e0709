import { componentFiles } from '../tree/component-bundle';
import type { Rule } from '../tree/package-file';

/** Attributes that a person sees or hears. */
const spoken =
  `alt alternative-text aria-description aria-label aria-placeholder aria-roledescription aria-valuetext error-message
  field-level-help help-text label loading-text message-toggle-active message-toggle-inactive message-when-bad-input
  message-when-pattern-mismatch message-when-range-overflow message-when-range-underflow message-when-too-long
  message-when-value-missing placeholder title tooltip`.split(/\s+/);
const spokenLiteral = new RegExp(`\\s(${spoken.join('|')})="([^"]*\\p{L}[^"]*)"`, 'gu');

/** No template holds words of its own: every word that a person sees is a label. */
export const templateWords: Rule = (files) =>
  componentFiles(files, '.html').flatMap(({ path, text }) => {
    const markup = text.replace(/<!--[\s\S]*?-->/g, '');
    const attributes = [...markup.matchAll(spokenLiteral)].map(([, name, value]) => `${name}="${value}"`);
    const words = markup
      .replace(/<[^>]*>/g, '\n')
      .split('\n')
      .map((line) => line.replace(/\{[^}]*\}/g, '').trim())
      .filter((line) => /\p{L}/u.test(line.replace(/&\w+;/g, '')));
    return [...attributes, ...words].map((found) => `${path} says ${found}`);
  });
