// Named entities: spans of tokens that name someone or something.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>
#include <entente/export.hpp>

namespace entente::inline v0_1 {

// The kind of thing that a name refers to.
enum class NameKind : std::uint8_t { Person, Organisation, Place, Country, Nationality, Group, Event, Work, Other };

// One name in the text.
struct Name {
  Span tokens;  // TokenIds inside one sentence; no determiner, title or possessive 's
  NameKind kind = NameKind::Other;
  float confidence = 1.0F;  // 0 to 1
};

// The layer: all names of an article.
struct Names {
  std::vector<Name> names;  // in text order, never overlapping
  // For each token the name that covers it, or None.
  std::vector<NameId> of_token;
};

// "person", "organisation" …
ENTENTE_EXPORT std::string_view name_kind_name(NameKind kind);

}  // namespace entente
