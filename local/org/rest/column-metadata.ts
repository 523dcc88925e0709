import type { FieldType } from '@jetstreamapp/soql-parser-js';
import type { Column } from '../soql/select-list';
import type { QueryResult } from '../soql/run-query';
import type { Call } from './call';

type Metadata = Record<string, unknown> & { joinColumns: Metadata[] };

/** What `columns=true` answers: one entry for each thing selected, with the fields of a parent or of children inside. */
export function columnMetadata(call: Call, result: QueryResult): Readonly<Record<string, unknown>> {
  const { sobject, columns, query } = result;
  const groups = columns.length === 0 ? (query.fields ?? []).map(groupColumn) : [];
  return {
    columnMetadata: [...tree(columns), ...groups],
    entityName: sobject.name,
    groupBy: query.groupBy !== undefined,
    idSelected: columns.some(
      (column) => column.kind === 'field' && column.path.relationships.length === 0 && column.path.name === 'Id'
    ),
    keyPrefix: sobject.keyPrefix,
    ...(call.api === 'tooling' ? { entityTypeName: sobject.name } : {})
  };
}

function tree(columns: readonly Column[]): readonly Metadata[] {
  const top: Metadata[] = [];
  for (const column of columns) {
    if (column.kind === 'children') {
      top.push({ ...blank(column.name), aggregate: true, joinColumns: [...tree(column.columns)] });
      continue;
    }
    const { field, name, relationships } = column.path;
    const inside = relationships.reduce<Metadata[]>((list, relationship) => {
      const found = list.find((each) => each.columnName === relationship) ?? blank(relationship);
      if (!list.includes(found)) list.push(found);
      return found.joinColumns;
    }, top);
    inside.push({
      ...blank(column.label ?? name),
      apexType: apexTypes[field?.type ?? 'string'] ?? 'String',
      booleanType: field?.type === 'boolean',
      custom: field?.custom ?? false,
      displayName: field?.label ?? name,
      insertable: field?.createable ?? false,
      numberType: field?.type === 'int' || field?.type === 'double',
      textType: !['boolean', 'int', 'double', 'date', 'datetime'].includes(field?.type ?? 'string'),
      updatable: field?.updateable ?? false
    });
  }
  return top;
}

function groupColumn(item: FieldType, place: number): Metadata {
  const alias = 'alias' in item && item.alias ? item.alias : undefined;
  const name = alias ?? (item.type === 'FieldFunctionExpression' ? `expr${place}` : 'field' in item ? item.field : '');
  return { ...blank(name), numberType: item.type === 'FieldFunctionExpression' };
}

const blank = (name: string): Metadata => ({
  aggregate: false,
  apexType: null,
  booleanType: false,
  columnName: name,
  custom: false,
  displayName: name,
  foreignKeyName: null,
  insertable: false,
  joinColumns: [],
  numberType: false,
  textType: false,
  updatable: false
});

const apexTypes: Readonly<Record<string, string>> = {
  boolean: 'Boolean',
  int: 'Integer',
  double: 'Double',
  date: 'Date',
  datetime: 'Datetime',
  id: 'Id',
  reference: 'Id',
  complexvalue: 'complexvalue'
};
