// Bounds the cost of parsing a web page: hostile pages can make an HTML parser use excessive memory and time.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente::inline v0_1 {

// How many bytes from the beginning of the page gumbo can parse at bounded cost; for real pages, all of them. Estimates
// the cost by the number of open elements, of formatting elements that every new block opens again (the HTML standard's
// "active formatting elements"), and of nodes.
std::size_t parsable_size(std::string_view page);

}  // namespace entente
