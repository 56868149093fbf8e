/**
 * The hash of the schema of each form (`schemaHash`). Making a form in memory to compare with would take milliseconds of each start.
 * `tests/unit/vault/schema.test.ts` makes each of them, and prints the hash of a new one.
 */
export const schemaHashes: Readonly<Record<number, string>> = {
  1: 'ZlECgy9qMyhTTACiJmQmZw98T7ZDiTlEvq94YX00jyA',
  2: 'V9XIoaWgg72W4KPcRwIItK-DyCLHFtpjK5q3WqfByec',
  3: 'Q0Wa03fQC5gIi7aPwqQV_w5RxpiY6G1bfrAp78299b4',
  4: 'pwqHPYNRqtW-26oJs-ftmsr0isIRnRwziIND4UzxH4o',
  6: 'Lk-8N0kBZwEzIdA8AHriNcV20d8L2_VYaFM-hh24e48',
  7: 'iHfQROd-LJ7pDOmf0P2JhYzaqTdHa4DIcHWtQAxIQoI',
  8: '0MtCdW6w0AKDhlIqOiRZR7fBRGy-oS-8HBhK6ZpoaO4',
  9: 'Ws5UfV8vbKrop_uWL8hShITj-zGx50_Pk9S3min4ZOA',
  10: 'zb7poIyhyr231lkNq3OoyDuRAPbKH3j5r0Wa7ewSUBU',
  11: '-3rcLD4uDO1RgVrNYGVbrpCV4XdHxlvORIl9sM8nR3g',
  12: 'hD_tsk1COdyLqQmI5njAm7bB_bRW1-NCnDNsQ_CKD0k',
  13: 'OYSHihy7XPIDoXn933Y68ZTR9jq9UwCsjUK9Hit0oQU',
  14: 'itCVQrLS1GtDr097OKfwdSnL6wZWexQGEW5Tq3X-ug4',
};
