// Text that stands in markup as it is.
#pragma once

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace entente::inline v0_1 {

// For text and attributes of XML and HTML, and for HTML-like labels of Graphviz.
ENTENTE_EXPORT std::string escaped_xml(std::string_view text);

}  // namespace entente
