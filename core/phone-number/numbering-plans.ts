import { type MetadataJson } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

/** The numbering plans of the world without number types: 83 kB, apart from the code so that a bundle can keep it apart too. */
export const numberingPlans = metadata as unknown as MetadataJson;
