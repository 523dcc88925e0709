export * from '../../../../../core/phone-number/phone-number';
export * from '../../../../../core/phone-number/parse-phone-number';
export * from '../../../../../core/phone-number/format-phone-number';
export * from '../../../../../core/phone-number/phone-number-variants';
