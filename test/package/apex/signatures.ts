import { isTestClass, readApexClasses } from './apex-class';
import { methodsOf } from './methods';

/** What a component needs to know to call an Apex method, and what its twin must have too. */
export type ApexSignature = {
  readonly className: string;
  readonly methodName: string;
  readonly parameters: readonly { readonly name: string; readonly type: string }[];
  readonly returnType: string;
  readonly cacheable: boolean;
};

/** The signature of every @AuraEnabled method and web service in a folder of classes, by class, in the order of the source. */
export function readApexSignatures(folder: string): readonly ApexSignature[] {
  return readApexClasses(folder)
    .filter((apexClass) => !isTestClass(apexClass))
    .flatMap((apexClass) =>
      methodsOf(apexClass)
        .filter(
          ({ annotations, isWebService }) =>
            isWebService || annotations.some((annotation) => /^@AuraEnabled\b/i.test(annotation))
        )
        .map(({ name, parameters, returnType, annotations }) => ({
          className: apexClass.name,
          methodName: name,
          parameters,
          returnType,
          cacheable: annotations.some((annotation) => /cacheable\s*=\s*true/i.test(annotation))
        }))
    );
}
