// Cells of comma-separated values, for the writers of this room and of the command line.
#pragma once

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace entente::inline v0_1 {

// Appends text that comes from outside: an apostrophe is put before text that a spreadsheet would take for a formula
// (OWASP, "CSV Injection"), and malformed UTF-8 becomes U+FFFD.
ENTENTE_EXPORT void append_csv_text(std::string& out, std::string_view text);
// Appends a value as it is, in quotes if it needs them (RFC 4180), or if it has a semicolon, at which some spreadsheets
// split cells.
ENTENTE_EXPORT void append_csv_cell(std::string& out, std::string_view value);

}  // namespace entente
