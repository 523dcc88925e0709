import type { ResolvedCallCenter } from '../../config/resolved-config/call-center';
import type { ChangeDetail, DeployComponent, PersonWork } from '../change';
import type { CallCenterDefinition } from './definition';
import { writeMetadataCallCenter } from './metadata-dialect';

/** The deploy that makes or changes a call center; `byHand` is what a person does where the org refuses it. */
export function deployCallCenter(
  wanted: ResolvedCallCenter,
  action: 'create' | 'update',
  definition: CallCenterDefinition,
  details: readonly ChangeDetail[],
  byHand: PersonWork
): DeployComponent {
  const noun = wanted.kind === 'voice' ? 'contact center' : 'call center';
  return {
    kind: 'deploy-component',
    action,
    phase: wanted.kind === 'voice' ? 'contact-center' : 'metadata',
    address: callCenterAddress(wanted),
    summary: `${action} the ${noun} ${wanted.displayName}`,
    details,
    component: callCenterFile(definition),
    byHand
  };
}

/** How a plan names a call center. */
export function callCenterAddress({ key }: ResolvedCallCenter): string {
  return `call-center ${key}`;
}

/** The component that a call center is deployed as. */
export function callCenterFile(definition: CallCenterDefinition): DeployComponent['component'] {
  return {
    type: 'CallCenter',
    fullName: definition.fullName,
    path: `callCenters/${definition.fullName}.callCenter`,
    content: writeMetadataCallCenter(definition)
  };
}
