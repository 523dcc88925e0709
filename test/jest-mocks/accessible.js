// Gives every LWC test `await expect(element).toBeAccessible()`, by axe's rules.
const { registerSa11yMatcher } = require('@sa11y/jest');

registerSa11yMatcher();
