import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { ChangeDetail, PersonWork } from '../change';
import type { CallCenterDefinition } from './definition';
import { writeImportCallCenter } from './import-dialect';
import { itemLabels } from './names';

const callCentersPage = 'Setup > Feature Settings > Service > Call Center > Call Centers';
const contactCentersPage = 'Setup > Feature Settings > Service > Voice > Partner Telephony Contact Centers';

/** Name of the file that Setup imports. */
export function importFileName(internalName: string): string {
  return `${internalName}.import.xml`;
}

/** How a person creates a call center where the org refuses the deploy: by importing the definition file. */
export function importByHand(callCenter: ResolvedCallCenter, definition: CallCenterDefinition): PersonWork {
  const file = { name: importFileName(definition.fullName), content: writeImportCallCenter(definition) };
  if (callCenter.kind === 'open-cti') {
    return {
      where: `${callCentersPage} > Import`,
      steps: [
        'Click Import.',
        `Choose the file ${file.name}.`,
        `Click Import. The list now shows ${definition.displayName}.`
      ],
      file
    };
  }
  return {
    where: contactCentersPage,
    steps: [
      'Click Create Contact Center.',
      `Choose the telephony provider ${callCenter.voice?.vendorInfoLabel ?? ''} and click Next.`,
      `Upload the file ${file.name} and click Next.`,
      `Finish the wizard. The list now shows ${definition.displayName}.`
    ],
    file
  };
}

/** How a person changes a call center where the org refuses the deploy: the Edit page, value by value. */
export function editByHand(displayName: string, details: readonly ChangeDetail[]): PersonWork {
  const values = details.filter(
    ({ field, after }) => after !== undefined && field.includes('/') && !field.endsWith(' label')
  );
  return {
    where: `${callCentersPage} > ${displayName} > Edit`,
    steps: [
      `Click Edit next to ${displayName}.`,
      ...values.map(({ field, after }) => `Set ${fieldLabel(field)} to ${after === '' ? '(empty)' : after}`),
      'Click Save.'
    ]
  };
}

function fieldLabel(field: string): string {
  const name = field.slice(field.indexOf('/') + 1);
  return (itemLabels as Readonly<Record<string, string>>)[name] ?? name;
}
