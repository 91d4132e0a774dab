// One cell of comma-separated values, for the writers of this room and of the command line.
#pragma once

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace entente::inline v0_1 {

// Appends text that is somebody else's: what a spreadsheet would take for a formula gets an apostrophe in front, as
// OWASP's notes on CSV injection advise; malformed UTF-8 becomes U+FFFD.
ENTENTE_EXPORT void append_csv_text(std::string& out, std::string_view text);
// Appends a value as it is, in quotes where it needs them (RFC 4180). A semicolon gets them, too: some spreadsheets
// divide cells by it.
ENTENTE_EXPORT void append_csv_cell(std::string& out, std::string_view value);

}  // namespace entente
