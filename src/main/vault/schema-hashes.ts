/**
 * The hash of the schema of each form (`schemaHash`). Making a form in memory to compare with would take milliseconds of each start.
 * `tests/unit/vault/schema.test.ts` makes each of them, and prints the hash of a new one.
 */
export const schemaHashes: Readonly<Record<number, string>> = {
  1: '665102832f6a3328534c00a2266426670f7c4fb643893944beaf78617d348f20',
  2: '57d5c8a1a5a083bd96e0a3dc470208b4af83c822c716da632b9ab75aa7c1c9e7',
  3: '43459ad377d00b98088bb68fc2a415ff0e51c69898e86d5b7eb029efcdbdf5be',
  4: 'a70a873d8351aad5bedbaa09b3e7ed9acaf48ac2119d1c33888343e14cf11f8a',
  6: '2e4fbc37490167013321d03c007ae235c576d1df0bdbf55868533e861db87b8f',
  7: '8877d044e77e2c9ee90ce99fd0fd89858cdaa937476b80c87075ad400c484282',
  8: 'd0cb42756eb0d0028386522a3a245947b7c1446cbea12fbc1c184ae99a6868ee',
  9: '5ace547d5f2f6caae8a7fb962fc8528484e3fb31b1e74fcf93d4b79a29f864e0',
  10: 'cdbee9a08ca1cabdb7d6590dab73a8c83b9100f6ca1f78f9af459aedec125015',
  11: 'fb7adc2c3e2e0ced51815acd60655bae9095e17747c65bce44897db0cf274778',
  12: '843fedb24d4239dc8ba90988e678c09bb6c1fdb456d7e3429c336c43f08a0f49',
  13: '3984878a1cbb5cf203a179fddf763af194d1f63abd5300ac8d42bd1e2b74a105',
  14: '8ad09542b2d2d46b43af4f7b38a7f07529cbeb06567b1406116e53ab75feba0e',
};
