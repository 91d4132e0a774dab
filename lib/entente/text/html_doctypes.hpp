// Keeps gumbo from leaking memory: it ignores a document type inside <noscript>, as it should, but never frees it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// The page with every "<!doctype …>" after its first <noscript> turned into the comment "<?doctype …>", which ends at
// the same place, is ignored as well, and is freed. Offsets stay as they are. Nothing where there is none to turn.
std::optional<std::string> doctypes_as_comments(std::string_view page);

}  // namespace entente
