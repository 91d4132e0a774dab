// How much of a web page may be parsed: hostile pages make HTML parsers use memory and time beyond all measure.
#pragma once

#include <cstddef>
#include <string_view>

namespace entente::inline v0_1 {

// The first bytes of the page that gumbo can parse at bounded cost. Counts what makes it costly: elements that are
// open, formatting elements that every new block opens again (the HTML standard's "active formatting elements"), and
// nodes. All of the page, for any page that is one.
std::size_t bounded_html(std::string_view page);

}  // namespace entente
