import type { ReactNode } from 'react';
import classes from './DataTable.module.css';

/** A column; the first heads its row. */
export interface Column<Row> {
  readonly key: string;
  readonly heading: string;
  readonly cell: (row: Row) => ReactNode;
  /** Words stand at the left; figures, the default, at the right. */
  readonly words?: boolean;
  /** Left out on a phone. */
  readonly extra?: boolean;
}

interface DataTableProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** `data-` attributes of a row. */
  rowData?: (row: Row) => Readonly<Record<`data-${string}`, string>>;
}

/** A table that scrolls within its panel, headings in sight. */
export function DataTable<Row>({ label, columns, rows, rowKey, rowData }: DataTableProps<Row>) {
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={label}>
      <table className={classes.table}>
        <thead>
          <tr>
            {columns.map(({ key, heading, words, extra }) => (
              <th key={key} scope="col" data-words={words} data-extra={extra}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} {...rowData?.(row)}>
              {columns.map(({ key, cell, words, extra }, index) => {
                const Cell = index === 0 ? 'th' : 'td';
                return (
                  <Cell
                    key={key}
                    scope={index === 0 ? 'row' : undefined}
                    data-words={words}
                    data-extra={extra}
                  >
                    {cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
