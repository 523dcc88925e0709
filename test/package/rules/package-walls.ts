import type { PackageFile, Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';
import { remembered } from '../tree/remembered';

/** What only an org with Salesforce Voice knows. */
const ofVoice = ['VoiceCall', 'omniWidget', 'runtime_service_omnichannel', 'runtime_conversation', 'conversationBody'];
/** What must not stand in the app of Voice: the two softphones never share one. */
const ofOpenCti = ['softPhone'];
/** Types whose members have names that stand for nothing else. */
const telling = new Set([
  'ApexClass',
  'CustomApplication',
  'CustomTab',
  'FlexiPage',
  'LightningComponentBundle',
  'PermissionSet'
]);

/** The text of a query that nothing can change is compiled nowhere: a class with it installs in any org. */
const fixedQuery = /\bDatabase\.query\(\s*'[^']*'/g;
/** A test may ask whether the org knows an object. */
const describedByName = /\bdescribeSObjects\(new List<String>\{ '\w+' \}/g;

/** The base names nothing of Voice, so that it installs everywhere, and no package names what each org gets for itself. */
export const packageWalls: Rule = (files) => {
  const namesIn = (name: string): readonly string[] =>
    treeOf(files)
      .components.filter((component) => component.package === name && telling.has(component.type))
      .map((component) => component.name);
  const ofOrg = namesIn('post-install');
  return [
    ...mentions(files, 'force-app/main/default/', [...ofVoice, ...namesIn('voice'), ...ofOrg]),
    ...mentions(files, 'force-app/voice/default/', [...ofOpenCti, ...ofOrg])
  ];
};

/** Files that an org gets; compiled components say what their sources say. */
function mentions(files: readonly PackageFile[], folder: string, words: readonly string[]): readonly string[] {
  const forbidden = new Set(words);
  return files
    .filter(({ path }) => path.startsWith(folder) && !path.endsWith('.js') && !path.includes('/__tests__/'))
    .flatMap((file) =>
      [...wordsOf(file)].filter((word) => forbidden.has(word)).map((word) => `${file.path} names ${word}`)
    );
}

const wordsOf = remembered(({ path, text }: PackageFile) => new Set(withoutComments(path, text).match(/\w+/g)));

const withoutComments = (path: string, text: string): string => {
  if (/\.(?:ts|cls)$/.test(path)) {
    const code = text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    return path.endsWith('Test.cls') ? code.replace(describedByName, '') : code.replace(fixedQuery, '');
  }
  return text;
};
