// Escapes text for XML and HTML.
#pragma once

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace entente::inline v0_1 {

// The text with & < > " and ' as character references, for text and attributes of XML and HTML and for HTML-like labels
// of Graphviz.
ENTENTE_EXPORT std::string escaped_xml(std::string_view text);

}  // namespace entente
