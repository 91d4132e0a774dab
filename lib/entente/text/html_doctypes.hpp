// Prevents a memory leak of gumbo: it ignores a document type inside <noscript>, as it should, but does not free it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// The page with every "<!doctype …>" after its first <noscript> replaced by the comment "<?doctype …>", which ends at
// the same place, is ignored as well, and is freed. Offsets remain the same. Nothing if there is no such document type.
std::optional<std::string> doctypes_as_comments(std::string_view page);

}  // namespace entente
