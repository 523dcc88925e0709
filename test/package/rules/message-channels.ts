import { childrenOf, textOf } from '../../../local/org/metadata/xml/xml-element';
import type { Rule } from '../tree/package-file';
import { treeOf } from '../tree/package-tree';

/** A message channel is closed to other packages, as the security review demands, and names its fields. */
export const messageChannels: Rule = (files) =>
  treeOf(files)
    .ofType('LightningMessageChannel')
    .flatMap(({ path, root }) => [
      ...(textOf(root, 'isExposed') === 'false' ? [] : [`${path} is open to other packages`]),
      ...(childrenOf(root, 'lightningMessageFields').length > 0 ? [] : [`${path} has no fields`])
    ]);
