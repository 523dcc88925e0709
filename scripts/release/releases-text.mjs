import { isMap, parseDocument } from 'yaml';
import { Refusal } from './refusal.mjs';
import { salesforceId } from './salesforce-id.mjs';

const heading = ` Written by the release workflow. ringdown.yaml takes it with: ringdown: { release: latest }`;

/**
 * releases.yaml with this release in it; comments and the order of what stands there stay. The same release gives the same text.
 */
export function releasesText(before, { version, namespace, main, voice }) {
  const problems = [];
  if (!/^\d+(?:\.\d+){2}$/.test(version ?? '')) problems.push(`version must be such as 1.2.0, got "${version ?? ''}"`);
  if (namespace === undefined) problems.push('namespace is missing; "" stands for none');
  const ids = Object.entries({ main, ...(voice === undefined ? {} : { voice }) }).map(([name, text]) => {
    const id = salesforceId(text, '04t');
    if (id === undefined) problems.push(`${name} must be the id of a package version, 04t…, got "${text ?? ''}"`);
    return [name, id];
  });
  const document = parseDocument(before ?? '');
  const isOurs = document.errors.length === 0 && (document.contents === null || isMap(document.contents));
  if (!isOurs)
    problems.push(`the file there is not sound: ${document.errors[0]?.message ?? 'it must hold keys and values'}`);
  if (problems.length > 0) throw new Refusal(problems.join('\n'));
  if (document.contents === null) {
    document.contents = document.createNode({});
    document.commentBefore = heading;
  }
  document.set('version', version);
  document.set('namespace', namespace);
  if (!isMap(document.get('packages'))) document.set('packages', document.createNode({}));
  for (const [name, id] of ids) document.setIn(['packages', name], id);
  // A release without Voice must not offer an older one of it.
  if (voice === undefined) document.deleteIn(['packages', 'voice']);
  return document.toString({ lineWidth: 0 });
}
