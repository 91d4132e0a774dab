// Character references of HTML and Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// A character reference.
struct Entity {
  std::string text;      // the character that it stands for
  std::size_t size = 0;  // bytes of the reference; 0 if there is none
};
// The reference at the beginning of the text: "&amp;", "&#8217;", "&#x2019;", always with ";". Knows the names that
// occur in prose (data/lexicon/entities.tsv).
Entity entity_at(std::string_view text);

// The text with its references replaced.
std::string decode_entities(std::string_view text);

}  // namespace entente
