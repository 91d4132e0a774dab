// The tables of a store, and the migration of older stores. docs/store-format.md describes every column.
#pragma once

#include <entente/store/sqlite.hpp>

namespace entente::inline v0_1 {

// The version of the schema that this library writes; stored as SQLite's user_version.
int schema_version();

// Makes the tables of an empty file, or migrates an older store if the connection may write. Throws Error (BadFormat)
// for a file that is not a store, is damaged, or was written by a newer version.
void prepare_schema(const sqlite::Database& database, sqlite::Access access);

// Makes the tables of an older version in an empty file, for tests of the migration.
void make_schema(const sqlite::Database& database, int version);

}  // namespace entente
