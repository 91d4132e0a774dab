// The tables of a store and how an older store becomes today's. docs/store-format.md describes every column.
#pragma once

#include <entente/store/sqlite.hpp>

namespace entente::inline v0_1 {

// Number of the schema that this library writes; SQLite keeps it as user_version.
int schema_version();

// Makes the tables of an empty file, or brings an older store up to date where the connection may write. Throws Error
// (BadFormat) for a file that is no store, that is damaged, or that a newer version wrote.
void prepare_schema(const sqlite::Database& database, sqlite::Access access);

// Makes the tables of that older version in an empty file: for tests of the migration.
void make_schema(const sqlite::Database& database, int version);

}  // namespace entente
