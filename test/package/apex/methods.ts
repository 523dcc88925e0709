import { bareCode, closingPlace, splitOutside, type ApexClass } from './apex-class';

/** A method as its source declares it; `body` and `head` are free of comments, `documentation` is the comment above. */
export type ApexMethod = {
  readonly name: string;
  readonly isOpen: boolean;
  readonly isStatic: boolean;
  /** Called from outside the platform, and global whatever else it says. */
  readonly isWebService: boolean;
  readonly annotations: readonly string[];
  readonly returnType: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly body: string;
  readonly documentation: string;
};

// annotations, modifiers, return type, name, opening parenthesis
const head =
  /((?:@\w+(?:\s*\([^)]*\))?\s+)*)((?:(?:public|global|private|protected|webservice|static|override|virtual)\s+)+)([\w.]+(?:<[\w.,<>\s]+>)?)\s+(\w+)\s*\(/gi;

/** Every method of a class, in the order of the source. */
export function methodsOf(apexClass: ApexClass): readonly ApexMethod[] {
  const code = bareCode(apexClass.text);
  return [...code.matchAll(head)].map((match) => {
    const [whole, annotations = '', modifiers = '', returnType = '', name = ''] = match;
    const open = match.index + whole.length - 1;
    const close = closingPlace(code, open);
    const bodyOpen = code.indexOf('{', close);
    return {
      name,
      isOpen: /\b(public|global|webservice)\b/i.test(modifiers),
      isStatic: /\bstatic\b/i.test(modifiers),
      isWebService: /\bwebservice\b/i.test(modifiers),
      annotations: annotations
        .trim()
        .split(/\s+(?=@)/)
        .filter(Boolean),
      returnType: oneLine(returnType),
      parameters: splitOutside(code.slice(open + 1, close), ',').map(parameterOf),
      body: code.slice(bodyOpen + 1, closingPlace(code, bodyOpen)),
      documentation: commentAbove(apexClass.text.slice(0, match.index))
    };
  });
}

function parameterOf(text: string): { readonly name: string; readonly type: string } {
  const [, type = '', name = ''] = /^(?:final\s+)?(.+?)\s+(\w+)$/s.exec(text) ?? [];
  return { name, type: oneLine(type) };
}

function oneLine(type: string): string {
  return type.replace(/\s+/g, '').replace(/,/g, ', ');
}

/** The ApexDoc comment that ends the text; line comments between it and the method belong to annotations. */
function commentAbove(text: string): string {
  const [, words = ''] = /\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*(?:\/\/[^\n]*\s*)*$/.exec(text) ?? [];
  return words.replace(/^\s*\* ?/gm, '').trim();
}
