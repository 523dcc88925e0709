/** The smallest permission set that gives edit access to one field. */
export function permissionSet(field: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions>
        <editable>true</editable>
        <field>${field}</field>
        <readable>true</readable>
    </fieldPermissions>
    <hasActivationRequired>false</hasActivationRequired>
    <label>Ringdown contract</label>
</PermissionSet>
`;
}
