export * from '../../../../../core/phone-number/numbering-plans';
